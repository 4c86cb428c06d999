import { addDays, type LocalDate } from './local-date.ts';

/** Days off and days to know of in the Netherlands. */
export const publicHolidays = [
  'NEW_YEAR',
  'GOOD_FRIDAY',
  'EASTER_SUNDAY',
  'EASTER_MONDAY',
  'KINGS_DAY',
  'LIBERATION_DAY',
  'ASCENSION_DAY',
  'WHIT_SUNDAY',
  'WHIT_MONDAY',
  'CHRISTMAS_DAY',
  'BOXING_DAY',
] as const;
export type PublicHoliday = (typeof publicHolidays)[number];

/** A holiday, and whether people are off: on Good Friday, and on Liberation Day outside a lustrum year, they are not. */
export interface HolidayFacts {
  readonly holiday: PublicHoliday;
  readonly dayOff: boolean;
}

/** Knows the holidays by date. */
export interface HolidayCalendar {
  on(date: LocalDate): HolidayFacts | null;
}

/** The day of the week, 1 is Monday and 7 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** Neither a weekend nor a day off. */
export function isWorkingDay(date: LocalDate, holidays: HolidayCalendar): boolean {
  return weekdayOf(date) <= 5 && holidays.on(date)?.dayOff !== true;
}

/** The date itself when it is a working day, else the working day before (-1) or after (1) it. */
export function nearestWorkingDay(date: LocalDate, direction: -1 | 1, holidays: HolidayCalendar): LocalDate {
  let day = date;
  while (!isWorkingDay(day, holidays)) day = addDays(day, direction);
  return day;
}

/** The date so many working days later; weekends and days off do not count. Zero: the date, or the working day after it. */
export function addWorkingDays(date: LocalDate, days: number, holidays: HolidayCalendar): LocalDate {
  let day = days === 0 ? nearestWorkingDay(date, 1, holidays) : date;
  for (let left = days; left > 0; left -= 1) day = nearestWorkingDay(addDays(day, 1), 1, holidays);
  return day;
}
