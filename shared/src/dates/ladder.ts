import { daysBetween, type LocalDate } from './local-date.ts';

/** The steps that something with a day climbs as that day comes near and passes: who has it, and in the end the civil owner. */
export const rungs = ['SOON', 'LATE', 'CIVIL_OWNER'] as const;
export type Rung = (typeof rungs)[number];

/** Days before its day that something is soon, and after it that the civil owner is told too. The one ladder of actions and cases. */
export const ladder = { soonDays: 3, civilOwnerDays: 7 } as const;

/** Where something that is still open stands on the ladder; null while its day is far. */
export function rungOf(dueOn: LocalDate, today: LocalDate): Rung | null {
  const late = daysBetween(dueOn, today);
  if (late >= ladder.civilOwnerDays) return 'CIVIL_OWNER';
  if (late > 0) return 'LATE';
  return late >= -ladder.soonDays ? 'SOON' : null;
}
