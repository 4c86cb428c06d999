import { describe, expect, test } from 'vitest';
import {
  dayOf,
  distanceInDays,
  dueTone,
  formatDate,
  formatDay,
  formatLongDay,
  formatMoment,
  formatTime,
  today,
} from './dates.ts';

const now = '2026-11-23';
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('days', () => {
  test('a day has its weekday, and its year only when it is another', () => {
    expect(plain(formatDay('2026-12-10', 'nl', now))).toBe('do 10 dec');
    expect(plain(formatDay('2027-03-31', 'nl', now))).toBe('31 mrt 2027');
    expect(plain(formatLongDay('2026-12-10', 'nl', now))).toBe('donderdag 10 december');
    expect(plain(formatDate('2026-12-10'))).toBe('10 december 2026');
    expect(plain(formatDay('2026-12-10', 'en', now))).toBe('Thu 10 Dec');
  });

  test('a date never breaks over two lines', () => {
    expect(formatDay('2026-12-10', 'nl', now)).not.toContain(' ');
    expect(formatMoment('2026-11-19T15:20:00Z', 'nl', now)).not.toContain(' ');
  });

  test('a moment falls on the day it is in Amsterdam', () => {
    expect(dayOf('2026-12-09T23:30:00Z')).toBe('2026-12-10');
    expect(dayOf('2026-07-09T22:30:00Z')).toBe('2026-07-10');
    expect(today(new Date('2026-12-31T23:30:00Z'))).toBe('2027-01-01');
  });

  test('moments are near in words, in Amsterdam time', () => {
    expect(plain(formatMoment('2026-11-23T13:32:00Z', 'nl', now))).toBe('vandaag 14:32');
    expect(plain(formatMoment('2026-11-22T08:10:00Z', 'nl', now))).toBe('gisteren 09:10');
    expect(plain(formatMoment('2026-11-19T15:20:00Z', 'nl', now))).toBe('do 19 nov 16:20');
    expect(formatTime('2026-07-01T12:00:00Z')).toBe('14:00');
  });
});

describe('distance', () => {
  test('counts whole days, over a change of the clock too', () => {
    expect(distanceInDays('2026-12-10', now)).toBe(17);
    expect(distanceInDays('2026-11-19', now)).toBe(-4);
    expect(distanceInDays('2026-10-26', '2026-10-24')).toBe(2);
    expect(distanceInDays('2026-03-30', '2026-03-28')).toBe(2);
  });

  test('is soon in the last three days and late after', () => {
    expect([-1, 0, 3, 4].map(dueTone)).toEqual(['late', 'soon', 'soon', 'later']);
  });
});
