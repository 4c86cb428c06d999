import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from './local-date.ts';
import { addWorkingDays, type HolidayCalendar, isWorkingDay, nearestWorkingDay, weekdayOf } from './working-days.ts';

const christmas: HolidayCalendar = {
  on: (date) => {
    if (date.endsWith('-12-25')) return { holiday: 'CHRISTMAS_DAY', dayOff: true };
    if (date.endsWith('-12-26')) return { holiday: 'BOXING_DAY', dayOff: true };
    return date.endsWith('-05-05') ? { holiday: 'LIBERATION_DAY', dayOff: false } : null;
  },
};
const dates = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2060-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('Monday is 1 and Sunday is 7', () => {
  expect(['2026-11-23', '2026-11-28', '2026-11-29', '2028-02-29'].map(weekdayOf)).toEqual([1, 6, 7, 2]);
});

describe('a working day', () => {
  test('is no weekend and no day off', () => {
    expect(isWorkingDay('2026-12-24', christmas)).toBe(true);
    expect(isWorkingDay('2026-12-25', christmas)).toBe(false);
    expect(isWorkingDay('2026-12-27', christmas)).toBe(false);
  });
  test('can be a holiday on which people work', () => {
    expect(isWorkingDay('2027-05-05', christmas)).toBe(true);
  });
  test('before or after a long weekend', () => {
    expect(nearestWorkingDay('2026-12-26', -1, christmas)).toBe('2026-12-24');
    expect(nearestWorkingDay('2026-12-25', 1, christmas)).toBe('2026-12-28');
    expect(nearestWorkingDay('2026-12-23', -1, christmas)).toBe('2026-12-23');
  });
});

describe('adding working days', () => {
  test('counts neither weekends nor days off', () => {
    expect(addWorkingDays('2026-12-10', 5, christmas)).toBe('2026-12-17');
    expect(addWorkingDays('2026-12-22', 5, christmas)).toBe('2026-12-30');
  });
  test('zero is the day itself, or the working day after it', () => {
    expect(addWorkingDays('2026-12-24', 0, christmas)).toBe('2026-12-24');
    expect(addWorkingDays('2026-12-25', 0, christmas)).toBe('2026-12-28');
  });
  test('ends on a working day and lies exactly so many working days further', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 40 }), (date, days) => {
        const end = addWorkingDays(date, days, christmas);
        expect(isWorkingDay(end, christmas)).toBe(true);
        let count = 0;
        for (let day = addDays(date, 1); day <= end; day = addDays(day, 1))
          count += isWorkingDay(day, christmas) ? 1 : 0;
        expect(count).toBe(days);
      }),
    );
  });
});
