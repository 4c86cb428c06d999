import { addDays, type LocalDate } from '../dates/local-date.ts';
import { type BottleneckState, defaultTermDays, isOpen } from './states.ts';

/** What a due date depends on when a case enters a state. */
export interface DueDateFacts {
  /** The state that the case leaves, and the day on which it had entered it. */
  readonly from: BottleneckState;
  readonly since: LocalDate;
  readonly dueOn: LocalDate | null;
}

/** The date a case gets by itself on entering a state on `today`. */
export function defaultDueOn(state: BottleneckState, today: LocalDate): LocalDate {
  return addDays(today, defaultTermDays[state]);
}

/**
 * The due date of a case that enters `to` on `today`. A date that somebody chose stays, late or not; a date that came
 * by itself makes way for the term of the new state. What closes a case keeps its date as a fact, and what was closed
 * starts a new term.
 */
export function dueOnEntering(to: BottleneckState, today: LocalDate, facts: DueDateFacts): LocalDate | null {
  if (to === 'RESOLVED' || to === 'WITHDRAWN') return facts.dueOn;
  const cameByItself = facts.dueOn === null || facts.dueOn === defaultDueOn(facts.from, facts.since);
  if (cameByItself || !isOpen(facts.from) || facts.from === 'ON_HOLD') return defaultDueOn(to, today);
  return facts.dueOn;
}

/** Is the case late on `today`? Closed cases are not; a referred one still owes its feedback but waits elsewhere. */
export function isOverdue(state: BottleneckState, dueOn: LocalDate | null, today: LocalDate): boolean {
  return isOpen(state) && dueOn !== null && dueOn < today;
}
