import { describe, expect, test } from 'vitest';
import { momentIn } from '../dates/local-date.ts';
import type { HolidayCalendar } from '../dates/working-days.ts';
import { deadlinesOf, type Rhythm, seriesDateIn, seriesDates } from './rhythm.ts';

const off: Record<string, 'ASCENSION_DAY' | 'CHRISTMAS_DAY' | 'NEW_YEAR'> = {
  '2027-05-06': 'ASCENSION_DAY',
  '2025-12-25': 'CHRISTMAS_DAY',
  '2026-01-01': 'NEW_YEAR',
};
const holidays: HolidayCalendar = {
  on: (date) => {
    const holiday = off[date];
    if (holiday) return { holiday, dayOff: true };
    return date === '2027-03-26' ? { holiday: 'GOOD_FRIDAY', dayOff: false } : null;
  },
};
const rhythm: Rhythm = {
  day: { week: 2, weekday: 4 },
  starts: '13:30',
  ends: '16:00',
  location: 'Provinciehuis',
  submitDaysBefore: 14,
  papersDaysBefore: 7,
  minutesDaysAfter: 7,
  feedbackWorkingDays: 5,
  monthsWithout: [],
  monthsAhead: 3,
  keepFilled: true,
};

describe('the series', () => {
  test('runs from now on, so many months ahead', () => {
    const dates = seriesDates(rhythm, momentIn('2026-11-12', '13:29'), holidays);
    expect(dates.map(({ meeting }) => meeting?.day)).toEqual(['2026-11-12', '2026-12-10', '2027-01-14', '2027-02-11']);
  });
  test('what has begun is no longer to come', () => {
    const dates = seriesDates(rhythm, momentIn('2026-11-12', '13:30'), holidays);
    expect(dates[0]?.meeting?.day).toBe('2026-12-10');
  });
  test('keeps its hour when the clock changes', () => {
    const dates = seriesDates(rhythm, momentIn('2027-03-01', '09:00'), holidays, 1);
    expect(dates.map(({ meeting }) => meeting?.startsAt.toISOString())).toEqual([
      '2027-03-11T12:30:00.000Z',
      '2027-04-08T11:30:00.000Z',
    ]);
  });
  test('on a day off it is a week later, and says why', () => {
    const date = seriesDateIn('2027-05', { ...rhythm, day: { week: 1, weekday: 4 } }, holidays);
    expect(date).toMatchObject({
      ruleDay: '2027-05-06',
      holiday: { holiday: 'ASCENSION_DAY', dayOff: true },
      meeting: { day: '2027-05-13' },
    });
  });
  test('two weeks later when the week after is off too, even in the next year, and then still to come', () => {
    const last = { ...rhythm, day: { week: 5, weekday: 4 } };
    expect(seriesDateIn('2025-12', last, holidays).meeting?.day).toBe('2026-01-08');
    const dates = seriesDates(last, momentIn('2026-01-02', '09:00'), holidays, 0);
    expect(dates.map(({ month, meeting }) => [month, meeting?.day])).toEqual([
      ['2025-12', '2026-01-08'],
      ['2026-01', '2026-01-29'],
    ]);
  });
  test('a holiday on which people work is told and changes nothing', () => {
    const date = seriesDateIn('2027-03', { ...rhythm, day: { week: 4, weekday: 5 } }, holidays);
    expect(date).toMatchObject({ holiday: { holiday: 'GOOD_FRIDAY', dayOff: false }, meeting: { day: '2027-03-26' } });
  });
  test('a month without a meeting stands there without one, until its day has passed', () => {
    const without = { ...rhythm, monthsWithout: [12] };
    const at = (date: string) =>
      seriesDates(without, momentIn(date, '09:00'), holidays, 1).map(({ month, meeting }) => [month, meeting?.day]);
    expect(at('2026-11-20')).toEqual([['2026-12', undefined]]);
    expect(at('2026-12-11')).toEqual([['2027-01', '2027-01-14']]);
  });
  test('without a day there is none', () => {
    expect(seriesDates({ ...rhythm, day: null }, new Date(), holidays)).toEqual([]);
    expect(() => seriesDateIn('2026-12', { ...rhythm, day: null }, holidays)).toThrow('no series');
  });
});

describe('deadlines', () => {
  test('lie so many days from the meeting', () => {
    expect(deadlinesOf('2026-12-10', rhythm, holidays)).toEqual({
      submitBy: '2026-11-26',
      papersBy: '2026-12-03',
      minutesBy: '2026-12-17',
      feedbackBy: '2026-12-17',
    });
  });
  test('never ask for work on a day off or in a weekend: before it what is due before, after it what is due after', () => {
    // Thursday 20 May: fourteen days before is Ascension Day.
    expect(deadlinesOf('2027-05-20', rhythm, holidays).submitBy).toBe('2027-05-05');
    // Monday: nine days before and five after is a Saturday.
    expect(
      deadlinesOf(
        '2027-06-14',
        { ...rhythm, papersDaysBefore: 9, minutesDaysAfter: 5, feedbackWorkingDays: 0 },
        holidays,
      ),
    ).toMatchObject({ papersBy: '2027-06-04', minutesBy: '2027-06-21', feedbackBy: '2027-06-14' });
  });
  test('feedback counts working days alone', () => {
    expect(deadlinesOf('2027-04-30', rhythm, holidays).feedbackBy).toBe('2027-05-10');
  });
});
