import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, isLocalDate, localDateOf, momentIn } from './local-date.ts';

const dates = fc
  .date({ min: new Date('1995-01-01T00:00:00Z'), max: new Date('2095-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const times = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  hour: '2-digit',
  minute: '2-digit',
});

/** The last Sunday of a month: the day on which the clock changes. */
function lastSunday(year: number, month: '03' | '10'): string {
  const last = `${year}-${month}-31`;
  return addDays(last, -new Date(`${last}T00:00:00Z`).getUTCDay());
}

describe('isLocalDate', () => {
  test('takes every date that exists', () => {
    fc.assert(fc.property(dates, (date) => isLocalDate(date)));
  });
  test.each([
    '2026-02-29',
    '2026-02-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '20260101',
    '2026-01-01T00:00:00Z',
    ' 2026-01-01',
    '2026-01-01\n',
    '',
    '0050-01-01',
  ])('refuses %j', (value) => {
    expect(isLocalDate(value)).toBe(false);
  });
  test('knows leap days', () => {
    expect(isLocalDate('2028-02-29')).toBe(true);
    expect(isLocalDate('2100-02-29')).toBe(false);
  });
});

describe('addDays and daysBetween', () => {
  test('undo each other, also across a change of the clock', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        const later = addDays(date, days);
        expect(isLocalDate(later)).toBe(true);
        expect(daysBetween(date, later)).toBe(days);
        expect(addDays(later, -days)).toBe(date);
      }),
    );
  });
  test('order as text is order in time', () => {
    fc.assert(
      fc.property(
        dates,
        dates,
        (one, other) => Math.sign(daysBetween(one, other)) === (one < other ? 1 : one > other ? -1 : 0),
      ),
    );
  });
  test('fourteen days before a meeting in December lie in November', () => {
    expect(addDays('2026-12-10', -14)).toBe('2026-11-26');
  });
});

describe('momentIn', () => {
  test('is the same date and time back in Amsterdam, unless the clock skips that hour', () => {
    fc.assert(
      fc.property(dates, times, (date, time) => {
        const skipped = date === lastSunday(Number(date.slice(0, 4)), '03') && time.startsWith('02');
        fc.pre(!skipped);
        const moment = momentIn(date, time);
        expect(localDateOf(moment)).toBe(date);
        expect(wallClock.format(moment)).toBe(time);
      }),
      { numRuns: 1000 },
    );
  });
  test('holds for every minute around both changes of the clock', () => {
    const years = fc.integer({ min: 1996, max: 2095 });
    fc.assert(
      fc.property(years, fc.constantFrom('03' as const, '10' as const), times, (year, month, time) => {
        const date = lastSunday(year, month);
        fc.pre(!(month === '03' && time.startsWith('02')));
        const moment = momentIn(date, time);
        expect(localDateOf(moment)).toBe(date);
        expect(wallClock.format(moment)).toBe(time);
      }),
      { numRuns: 1000 },
    );
  });
  test('an hour that the clock skips comes out one hour later', () => {
    expect(momentIn('2026-03-29', '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
  });
  test('summer and winter differ by an hour', () => {
    expect(momentIn('2026-07-09', '13:30').toISOString()).toBe('2026-07-09T11:30:00.000Z');
    expect(momentIn('2026-12-10', '13:30').toISOString()).toBe('2026-12-10T12:30:00.000Z');
  });
  test('a day lasts 23, 24 or 25 hours', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const hours = (momentIn(addDays(date, 1), '00:00').getTime() - momentIn(date, '00:00').getTime()) / 3_600_000;
        const year = Number(date.slice(0, 4));
        const expected =
          date === lastSunday(year, '03') ? 23 : date === lastSunday(year, '10') && year >= 1996 ? 25 : undefined;
        if (expected === undefined) expect([23, 24, 25]).toContain(hours);
        else expect(hours).toBe(expected);
      }),
    );
  });
});

describe('localDateOf', () => {
  test('the day begins at midnight in Amsterdam, not in Greenwich', () => {
    expect(localDateOf(new Date('2026-11-23T22:59:59Z'))).toBe('2026-11-23');
    expect(localDateOf(new Date('2026-11-23T23:00:00Z'))).toBe('2026-11-24');
    expect(localDateOf(new Date('2026-07-01T21:59:59Z'))).toBe('2026-07-01');
    expect(localDateOf(new Date('2026-07-01T22:00:00Z'))).toBe('2026-07-02');
  });
});
