import { expect, test } from 'vitest';
import { exportAddress } from './export-address.ts';

test('a list comes out as it stands: its filter, order and language, whatever is typed', () => {
  const filter = { text: 'stikstof & "grond" 50%', states: ['TRIAGE' as const], tableId: 'west' };
  const address = new URL(exportAddress('csv', { filter, order: 'NUMBER', locale: 'nl' }), 'https://tafel.example');
  expect(address.pathname).toBe('/export/knelpunten.csv');
  expect(JSON.parse(address.searchParams.get('filter') ?? '')).toEqual(filter);
  expect(address.searchParams.get('order')).toBe('NUMBER');
  expect(address.searchParams.get('locale')).toBe('nl');
});

test('a workbook has an address of its own', () => {
  expect(exportAddress('xlsx', { filter: {}, order: 'DUE_ON', locale: 'en' })).toMatch(/^\/export\/knelpunten\.xlsx\?/);
});
