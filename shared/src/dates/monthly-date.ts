import { addDays, daysBetween, type LocalDate } from './local-date.ts';
import { weekdayOf } from './working-days.ts';

/** A month as `YYYY-MM`; compares as text. */
export type Month = string;

/** A day that comes back every month: the second Thursday, or with week 5 the last one. */
export interface MonthlyDay {
  /** 1 to 4; 5 is the last of the month, whether that is the fourth or the fifth. */
  readonly week: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
}

/** The month of a date. */
export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7);
}

/** The month so many months later (earlier when negative). */
export function addMonths(month: Month, months: number): Month {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

/** The date of a monthly day in one month. Every month has one. */
export function dateInMonth(month: Month, { week, weekday }: MonthlyDay): LocalDate {
  const first = `${month}-01`;
  const earliest = addDays(first, (weekday - weekdayOf(first) + 7) % 7);
  if (week < 5) return addDays(earliest, (week - 1) * 7);
  const next = `${addMonths(month, 1)}-01`;
  return addDays(earliest, Math.floor((daysBetween(earliest, next) - 1) / 7) * 7);
}
