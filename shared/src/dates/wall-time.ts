import { type LocalDate, momentIn } from './local-date.ts';

/** What a clock on the wall shows, as `HH:MM`; compares as text. */
export type WallTime = string;

const pattern = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Is this a time from 00:00 to 23:59, written `HH:MM`? */
export function isWallTime(value: string): boolean {
  return pattern.test(value);
}

const asTyped = /^(\d{1,2})\s*(?:[:.uh]\s*)?(\d{2})?$/i;

/** The time that somebody meant: `9`, `9:30`, `09.30`, `930` and `9u30` are all fine; null when it is no time. */
export function wallTimeFrom(typed: string): WallTime | null {
  const text = typed.trim();
  const run = /^(\d{1,2})(\d{2})$/.exec(text);
  const match = /^\d{3,4}$/.test(text) ? run : asTyped.exec(text);
  if (!match) return null;
  const time = `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? '00'}`;
  return isWallTime(time) ? time : null;
}

/** Minutes from one time to another on one day; negative when it lies before. */
export function minutesBetween(from: WallTime, to: WallTime): number {
  const minutes = (time: WallTime) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return minutes(to) - minutes(from);
}

/**
 * From when to when a meeting on this day takes, in Amsterdam. In the night that the clock is put forward an hour is
 * missing: what would begin in it begins an hour later and keeps its length, so that no meeting ends before it begins.
 */
export function momentsOn(date: LocalDate, starts: WallTime, ends: WallTime): { startsAt: Date; endsAt: Date } {
  const startsAt = momentIn(date, starts);
  const endsAt = momentIn(date, ends);
  if (endsAt > startsAt) return { startsAt, endsAt };
  return { startsAt, endsAt: new Date(startsAt.getTime() + minutesBetween(starts, ends) * 60_000) };
}
