import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasUnstorableCharacters, lengthOf, tidied } from './text.ts';

describe('hasUnstorableCharacters', () => {
  test.each(['\u0000', 'a\u0000b', '\u0007', '\u001B[31m', '\uD800', '\uDC00', 'a\uD83Db', '\uDC00\uD800', '\u0085'])(
    'refuses %j',
    (text) => {
      expect(hasUnstorableCharacters(text)).toBe(true);
    },
  );
  test('takes whatever people type, markup and emoji too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/\p{Cc}/u.test(text));
        expect(hasUnstorableCharacters(text)).toBe(false);
      }),
    );
    expect(hasUnstorableCharacters('<b>twee</b>\n\tregels 🏠')).toBe(false);
  });
  test('a single line has no line end inside', () => {
    expect(hasUnstorableCharacters('een\ntwee', true)).toBe(true);
    expect(hasUnstorableCharacters('een\n', true)).toBe(false);
  });
});

describe('tidied', () => {
  test('tidying twice is tidying once', () => {
    fc.assert(fc.property(fc.string(), (text) => tidied(tidied(text)) === tidied(text)));
  });
  test('has one kind of line end', () => {
    expect(tidied('  een\r\ntwee\rdrie \n')).toBe('een\ntwee\ndrie');
  });
});

test('lengthOf counts a house as one', () => {
  expect(lengthOf('🏠é')).toBe(2);
});
