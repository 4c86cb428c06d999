import { expect, test } from 'vitest';
import { formatNumber, formatPercent } from './numbers.ts';

test('numbers have their thousands as the language writes them', () => {
  expect(formatNumber(2289)).toBe('2.289');
  expect(formatNumber(2289, 'en')).toBe('2,289');
  expect(formatPercent(0.43)).toBe('43%');
});
