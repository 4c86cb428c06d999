/** A calendar date as `YYYY-MM-DD`; compares as text. */
export type LocalDate = string;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Is this a date that exists, written `YYYY-MM-DD`? 2026-02-31 is not. */
export function isLocalDate(value: string): boolean {
  const match = pattern.exec(value);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const toDays = (date: LocalDate) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toDays(to) - toDays(from);
}

/** The date `days` later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date((toDays(date) + days) * 86_400_000).toISOString().slice(0, 10);
}

const amsterdam = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar date in Europe/Amsterdam at a moment. */
export function localDateOf(moment: Date): LocalDate {
  return amsterdam.format(moment);
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  hourCycle: 'h23',
  hour: '2-digit',
  minute: '2-digit',
});

/** The time (`HH:MM`) that the clock shows in Europe/Amsterdam at a moment. */
export function localTimeOf(moment: Date): string {
  return clock.format(moment);
}

/** Milliseconds by which Amsterdam runs ahead of UTC at a moment. */
function aheadOfUtc(moment: number): number {
  const shown = new Date(moment);
  return Date.parse(`${localDateOf(shown)}T${localTimeOf(shown)}:00Z`) - moment;
}

/**
 * The moment at which it is `time` (`HH:MM`) on `date` in Europe/Amsterdam, summer or winter.
 * A time that the clock skips in March comes out an hour later; of one that comes twice in October, the second.
 */
export function momentIn(date: LocalDate, time: string): Date {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const guess = asUtc - aheadOfUtc(asUtc);
  return new Date(asUtc - aheadOfUtc(guess));
}
