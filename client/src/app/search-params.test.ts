import { expect, test } from 'vitest';
import {
  flagParam,
  oneOf,
  parseSearch,
  present,
  someOf,
  stringifySearch,
  textParam,
  textsParam,
} from './search-params.ts';

test('an address reads as words, with a repeated key for a list', () => {
  const search = { tafel: 'west-overijssel', staat: ['TRIAGE', 'ON_HOLD'], laat: true, tekst: 'stikstof & water' };
  expect(stringifySearch(search)).toBe(
    '?tafel=west-overijssel&staat=TRIAGE&staat=ON_HOLD&laat=true&tekst=stikstof+%26+water',
  );
  expect(parseSearch(stringifySearch(search))).toEqual({ ...search, laat: 'true' });
});

test('what is empty does not stand in the address', () => {
  expect(stringifySearch({ a: undefined, b: '', c: [], d: false, e: null })).toBe('');
});

test('what is wrong falls back to absent', () => {
  expect(oneOf(['A', 'B'], 'C')).toBeUndefined();
  expect(someOf(['A', 'B'], ['B', 'X', 'B'])).toEqual(['B']);
  expect(someOf(['A'], 'X')).toBeUndefined();
  expect(textParam({ a: 1 })).toBeUndefined();
  expect(textsParam(['a', '', 'a'])).toEqual(['a']);
  expect(flagParam('nee')).toBeUndefined();
  expect(Object.keys(present({ a: undefined, b: 1 })), 'an absent key covers what the address says').toEqual([
    'a',
    'b',
  ]);
});
