import { addDays, daysBetween, type LocalDate } from '../dates/local-date.ts';

/** The mean length of a month, in days. */
export const daysPerMonth = 30.4375;

/** A case as far as homes at one project wait for it. */
export interface CaseAtProject {
  /** The first day that counts. */
  readonly filedOn: LocalDate;
  /** The day on which it was closed, which no longer counts; null while it is open. */
  readonly closedOn: LocalDate | null;
  readonly homes: number;
}

/** What waits at one project. */
export interface ProjectAtRiskTotals {
  /** Homes that wait now. */
  readonly homes: number;
  /** Homes times days, not yet rounded to months. */
  readonly homeDays: number;
  /** The first day of the spell that runs, or of the last one when none runs. */
  readonly since: LocalDate | null;
}

/** Homes times days as homes times months, rounded once. */
export function homeMonths(homeDays: number): number {
  return Math.round(homeDays / daysPerMonth);
}

/**
 * Homes at risk at one project, counted once however many cases overlap: each day counts the most homes that one of the
 * cases open on that day blocks. Today itself counts from tomorrow on.
 */
export function homesAtRisk(cases: readonly CaseAtProject[], today: LocalDate): ProjectAtRiskTotals {
  const spans = cases.map(({ filedOn, closedOn, homes }) => {
    const until = closedOn ?? today;
    return { from: filedOn, until: until < filedOn ? filedOn : until, homes };
  });
  const homes = Math.max(0, ...cases.filter((each) => each.closedOn === null).map((each) => each.homes));
  const first = spans.map((span) => span.from).toSorted()[0];
  const last = spans
    .map((span) => span.until)
    .toSorted()
    .at(-1);
  if (first === undefined || last === undefined) return { homes, homeDays: 0, since: null };
  let homeDays = 0;
  let since = first;
  for (let day = first; daysBetween(day, last) > 0; day = addDays(day, 1)) {
    const open = spans.filter((span) => span.from <= day && day < span.until);
    homeDays += Math.max(0, ...open.map((span) => span.homes));
    if (open.length === 0) since = addDays(day, 1);
  }
  return { homes, homeDays, since };
}
