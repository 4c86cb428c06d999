import { addDays, type LocalDate, localDateOf } from '../dates/local-date.ts';
import { addMonths, dateInMonth, type Month, type MonthlyDay, monthOf } from '../dates/monthly-date.ts';
import { momentsOn, type WallTime } from '../dates/wall-time.ts';
import { addWorkingDays, type HolidayCalendar, type HolidayFacts, nearestWorkingDay } from '../dates/working-days.ts';

/** Bounds of what can be set; days in whole ones. */
export const rhythmLimits = {
  locationMax: 200,
  daysMin: 1,
  daysMax: 60,
  workingDaysMax: 40,
  monthsAheadMin: 1,
  monthsAheadMax: 18,
  hoursMax: 8,
  reasonMin: 3,
  reasonMax: 500,
} as const;

/** Days from a meeting to what is due around it. */
export interface DeadlineDays {
  /** Days before the meeting. */
  readonly submitDaysBefore: number;
  readonly papersDaysBefore: number;
  /** Days after it. */
  readonly minutesDaysAfter: number;
  /** Working days after it. */
  readonly feedbackWorkingDays: number;
}

/** When a table meets, and by when what is due. */
export interface Rhythm extends DeadlineDays {
  /** Null: there is no fixed day, and no series. */
  readonly day: MonthlyDay | null;
  /** In Amsterdam, summer and winter alike. */
  readonly starts: WallTime;
  readonly ends: WallTime;
  readonly location: string;
  /** Months in which the table does not meet, 1 is January. */
  readonly monthsWithout: readonly number[];
  /** So far ahead the meetings of the series are made. */
  readonly monthsAhead: number;
  /** Are they made by themselves as time goes on? */
  readonly keepFilled: boolean;
}

/** The last days for what is due around a meeting; all of them working days. */
export interface Deadlines {
  readonly submitBy: LocalDate;
  readonly papersBy: LocalDate;
  readonly minutesBy: LocalDate;
  readonly feedbackBy: LocalDate;
}

/**
 * The last days around a meeting. What is due before it moves from a weekend or a day off to the working day before, what
 * is due after it to the working day after: nobody has to work on a day off.
 */
export function deadlinesOf(day: LocalDate, days: DeadlineDays, holidays: HolidayCalendar): Deadlines {
  return {
    submitBy: nearestWorkingDay(addDays(day, -days.submitDaysBefore), -1, holidays),
    papersBy: nearestWorkingDay(addDays(day, -days.papersDaysBefore), -1, holidays),
    minutesBy: nearestWorkingDay(addDays(day, days.minutesDaysAfter), 1, holidays),
    feedbackBy: addWorkingDays(day, days.feedbackWorkingDays, holidays),
  };
}

/** A month of the series: the day by the rule and the day on which the table meets, or that it does not. */
export interface SeriesDate {
  readonly month: Month;
  /** The day by the rule. */
  readonly ruleDay: LocalDate;
  /** Null in a month without a meeting. */
  readonly meeting: { readonly day: LocalDate; readonly startsAt: Date; readonly endsAt: Date } | null;
  /** Of the day by the rule. */
  readonly holiday: HolidayFacts | null;
}

/** The day itself, or a week later for as long as it is a day off. */
export function clearOfDaysOff(day: LocalDate, holidays: HolidayCalendar): LocalDate {
  let clear = day;
  while (holidays.on(clear)?.dayOff === true) clear = addDays(clear, 7);
  return clear;
}

/** The series in one month. @throws Error for a rhythm without a day. */
export function seriesDateIn(month: Month, rhythm: Rhythm, holidays: HolidayCalendar): SeriesDate {
  if (rhythm.day === null) throw new Error('A rhythm without a day has no series.');
  const ruleDay = dateInMonth(month, rhythm.day);
  const holiday = holidays.on(ruleDay);
  if (rhythm.monthsWithout.includes(Number(month.slice(5)))) return { month, ruleDay, meeting: null, holiday };
  const day = clearOfDaysOff(ruleDay, holidays);
  return { month, ruleDay, meeting: { day, ...momentsOn(day, rhythm.starts, rhythm.ends) }, holiday };
}

/**
 * The series from a moment on: every month whose meeting is still to come, up to `months` months after the one of that
 * moment. Nothing for a rhythm without a day.
 */
export function seriesDates(
  rhythm: Rhythm,
  from: Date,
  holidays: HolidayCalendar,
  months = rhythm.monthsAhead,
): SeriesDate[] {
  if (rhythm.day === null) return [];
  // A meeting that was moved out of the month before may still be to come.
  const first = addMonths(monthOf(localDateOf(from)), -1);
  return Array.from({ length: months + 2 }, (_, index) =>
    seriesDateIn(addMonths(first, index), rhythm, holidays),
  ).filter(({ ruleDay, meeting }) => (meeting === null ? ruleDay >= localDateOf(from) : meeting.startsAt > from));
}
