import { expect, test } from 'vitest';
import { withFilters } from './with-filters.ts';

const open = (filter: string, ...askedBy: string[]) => ({ filter, askedBy });

test('a choice is added to the words, and taken away as it was typed', () => {
  expect(withFilters('net', [open('thema:stikstof'), open('thema:grond')], ['thema:grond'])).toBe('net thema:grond');
  expect(withFilters('net thema:stik vol', [open('thema:stikstof', 'thema:stik')], [])).toBe('net vol');
  expect(withFilters('', [open('jaar:2026')], ['jaar:2026'])).toBe('jaar:2026');
});

test('what is asked for already is not added again', () => {
  const values = [open('jaar:2026', 'jaar:2026'), open('jaar:2025')];
  expect(withFilters('net jaar:2026', values, ['jaar:2026'])).toBe('net jaar:2026');
  expect(withFilters('net jaar:2026', values, ['jaar:2026', 'jaar:2025'])).toBe('net jaar:2026 jaar:2025');
});

test('a word that asks for several values is taken apart when one of them goes', () => {
  const values = [open('status:ingediend', 'status:openstaand'), open('status:aangehouden', 'status:openstaand')];
  expect(withFilters('net status:openstaand', values, ['status:ingediend'])).toBe('net status:ingediend');
});
