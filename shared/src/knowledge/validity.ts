import { daysBetween, type LocalDate } from '../dates/local-date.ts';

export const noteStatuses = ['DRAFT', 'VALIDATED', 'REVIEW_DUE', 'ARCHIVED'] as const;
export type NoteStatus = (typeof noteStatuses)[number];

export const validities = ['USABLE', 'CHECK_FIRST', 'EXPIRED'] as const;
export type Validity = (typeof validities)[number];

/** Days before `reviewBy` from which a reader is told to check first. */
export const checkFirstDays = 30;

/**
 * Is a note safe to use on `today`? Past its review date or archived: expired. Not validated, marked for
 * review, or within thirty days of its review date: check first.
 */
export function validityOf(note: { status: NoteStatus; reviewBy: LocalDate }, today: LocalDate): Validity {
  const left = daysBetween(today, note.reviewBy);
  if (note.status === 'ARCHIVED' || left < 0) return 'EXPIRED';
  if (note.status !== 'VALIDATED' || left <= checkFirstDays) return 'CHECK_FIRST';
  return 'USABLE';
}

export const applicationResults = ['WORKED', 'PARTLY', 'FAILED', 'NOT_YET'] as const;
export type ApplicationResult = (typeof applicationResults)[number];
