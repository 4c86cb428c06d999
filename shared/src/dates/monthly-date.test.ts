import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from './local-date.ts';
import { addMonths, dateInMonth, monthOf } from './monthly-date.ts';
import { weekdayOf } from './working-days.ts';

const months = fc
  .tuple(fc.integer({ min: 1996, max: 2095 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);
const weekdays = fc.integer({ min: 1, max: 7 });

describe('a day that comes back every month', () => {
  test.each([
    ['the second Thursday', '2026-12', { week: 2, weekday: 4 }, '2026-12-10'],
    ['the third Thursday', '2026-12', { week: 3, weekday: 4 }, '2026-12-17'],
    ['the first Monday on the first', '2027-02', { week: 1, weekday: 1 }, '2027-02-01'],
    ['the first Sunday on the seventh', '2027-02', { week: 1, weekday: 7 }, '2027-02-07'],
    ['the last one, where there are five', '2026-12', { week: 5, weekday: 4 }, '2026-12-31'],
    ['the last one, where there are four', '2027-02', { week: 5, weekday: 4 }, '2027-02-25'],
    ['a leap day', '2028-02', { week: 5, weekday: 2 }, '2028-02-29'],
    ['the last day before a leap year without one', '2100-02', { week: 5, weekday: 7 }, '2100-02-28'],
  ])('%s', (_what, month, day, expected) => {
    expect(dateInMonth(month, day)).toBe(expected);
  });

  test('lies in its month, on its weekday, in its week', () => {
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 4 }), weekdays, (month, week, weekday) => {
        const date = dateInMonth(month, { week, weekday });
        expect(monthOf(date)).toBe(month);
        expect(weekdayOf(date)).toBe(weekday);
        expect(Math.ceil(Number(date.slice(8)) / 7)).toBe(week);
      }),
    );
  });

  test('the last one has none after it in its month', () => {
    fc.assert(
      fc.property(months, weekdays, (month, weekday) => {
        const date = dateInMonth(month, { week: 5, weekday });
        expect(monthOf(date)).toBe(month);
        expect(weekdayOf(date)).toBe(weekday);
        expect(monthOf(addDays(date, 7))).toBe(addMonths(month, 1));
      }),
    );
  });
});

test('months run on across years, both ways', () => {
  expect([addMonths('2026-12', 1), addMonths('2027-01', -1), addMonths('2026-11', 14)]).toEqual([
    '2027-01',
    '2026-12',
    '2028-01',
  ]);
});
