import { expect, test } from 'vitest';
import { datedSource } from './dated-source.ts';
import { validityLine } from './validity-line.ts';

test('a source tells its day, its name and its number', () => {
  expect(datedSource('ABRvS 18 december 2024, ECLI:NL:RVS:2024:4923 en ECLI:NL:RVS:2024:4909')).toEqual({
    on: '2024-12-18',
    name: 'ABRvS',
    number: 'ECLI:NL:RVS:2024:4923',
  });
  expect(datedSource('Woondeal West-Overijssel en Woondeal Twente, 21 december 2022')).toEqual({
    on: '2022-12-21',
    name: 'Woondeal West-Overijssel en Woondeal Twente',
    number: null,
  });
});

test.each(['Ow art. 16.53c', 'Versnellingsaanpak Woningbouw Overijssel, september 2021', '45 mei 2024', ''])(
  '%s names no day',
  (text) => {
    expect(datedSource(text)).toBeNull();
  },
);

const note = {
  validAsOf: '2026-06-13',
  reviewBy: '2027-01-15',
  legalReferences: [
    'ABRvS 18 december 2024',
    'ABRvS 2 november 2022',
    'Ow art. 5.1',
    'HR 26 november 2021',
    'HR 1 mei 2019',
  ].map((text) => ({ text })),
};
const kinds = (today: string): string =>
  validityLine(note, today)
    .map(({ kind, on }) => `${kind} ${on}`)
    .join(', ');

test('the latest sources, the check, today and the review stand by their days', () => {
  expect(kinds('2026-11-23')).toBe(
    'SOURCE 2021-11-26, SOURCE 2022-11-02, SOURCE 2024-12-18, CHECKED 2026-06-13, TODAY 2026-11-23, REVIEW 2027-01-15',
  );
});

test('a review that passed lies behind today, and on its own day it is still ahead', () => {
  expect(kinds('2027-01-16')).toContain('REVIEW 2027-01-15, TODAY 2027-01-16');
  expect(kinds('2027-01-15')).toContain('TODAY 2027-01-15, REVIEW 2027-01-15');
});
