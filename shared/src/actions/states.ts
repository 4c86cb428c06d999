import { rungOf } from '../dates/ladder.ts';
import { daysBetween, type LocalDate } from '../dates/local-date.ts';

export const actionStates = ['OPEN', 'DONE', 'WITHDRAWN'] as const;
export type ActionState = (typeof actionStates)[number];

/** The steps of the ladder that an open action climbs as its day comes near and passes. */
export const actionUrgencies = ['LATER', 'SOON', 'LATE', 'CIVIL_OWNER'] as const;
export type ActionUrgency = (typeof actionUrgencies)[number];

/** Days that an open action is late; 0 while it is not, and for what is done or withdrawn. */
export function daysLate(action: { state: ActionState; dueOn: LocalDate }, today: LocalDate): number {
  return action.state === 'OPEN' ? Math.max(0, daysBetween(action.dueOn, today)) : 0;
}

/** Where an action stands on the ladder. */
export function urgencyOf(action: { state: ActionState; dueOn: LocalDate }, today: LocalDate): ActionUrgency {
  return action.state === 'OPEN' ? (rungOf(action.dueOn, today) ?? 'LATER') : 'LATER';
}

/** Sizes of texts, in characters. */
export const actionLimits = { whatMin: 3, whatMax: 500, noteMax: 2_000 } as const;

/** Writes a human number: `A-2026-013`. */
export function actionNumber(year: number, sequence: number): string {
  return `A-${year}-${String(sequence).padStart(3, '0')}`;
}

/** Is it the form of a number of an action? */
export function isActionNumber(text: string): boolean {
  return /^A-\d{4}-\d{3,6}$/.test(text);
}
