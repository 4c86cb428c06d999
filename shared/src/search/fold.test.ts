import { expect, test } from 'vitest';
import { fold } from './fold.ts';

test.each([
  ['Geëscaleerd', 'geescaleerd'],
  ['MARIËNBERG', 'marienberg'],
  ['wooncoöperatie', 'wooncooperatie'],
  ['één', 'een'],
  ['één', 'een'],
  ['ĳsselmuiden', 'ijsselmuiden'],
  ['Łódź', 'lodz'],
  ['İstanbul', 'istanbul'],
  ['ﬁets', 'fiets'],
  ['', ''],
  ['👷🏽 مرحبا', '👷🏽 مرحبا'],
])('folds %s to %s', (given, expected) => {
  expect(fold(given)).toBe(expected);
});

test('folding twice changes nothing', () => {
  for (const text of ['Ĳ', 'ÅÄÖ', 'ǅ', 'ﬃ', 'Ǆ', '½']) expect(fold(fold(text))).toBe(fold(text));
});
