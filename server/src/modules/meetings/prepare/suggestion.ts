import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { AgendaPurpose } from '@versnellingstafel/shared/meetings/agenda';
import type { Reference } from '../../../platform/streams/event.ts';
import type { AgendaReason } from './agenda-reason.ts';

/** Something that an agenda proposes for itself. It is kept nowhere: it follows from what is the case now. */
export interface Suggestion {
  /** The same for the same thing. */
  readonly key: string;
  readonly reasons: readonly AgendaReason[];
  readonly title: string;
  readonly purpose: AgendaPurpose;
  readonly minutes: number;
  readonly presenterId: string | null;
  readonly presenterText: string | null;
  readonly proposedDecision: string;
  readonly closedPart: boolean;
  readonly subjects: readonly Reference[];
  /** The item of an earlier meeting that it goes on with. */
  readonly continuesId: string | null;
  readonly proposalIds: readonly string[];
}

/** Where a suggestion comes in the list: the kind of thing, then the day, then the homes that wait. */
export interface Urgency {
  readonly rank: number;
  readonly on: LocalDate | null;
  readonly homes: number;
}

export type RankedSuggestion = Suggestion & { readonly urgency: Urgency };

/** Kinds of things in the order in which a table takes them. */
export const ranks = {
  opening: 0,
  minutes: 1,
  promises: 2,
  carriedOver: 3,
  proposal: 4,
  escalation: 5,
  decision: 6,
  overdue: 7,
  law: 8,
  ready: 9,
  feedback: 10,
  note: 11,
  closing: 12,
} as const;

function before(one: Urgency, other: Urgency): number {
  const never = '9999-12-31';
  if (one.rank !== other.rank) return one.rank - other.rank;
  const days = (one.on ?? never).localeCompare(other.on ?? never);
  return days === 0 ? other.homes - one.homes : days;
}

/**
 * One thing is suggested once: what is about the same goes along with the more urgent of the two, with its reasons.
 * @returns them in the order of urgency
 */
export function inOneListEach(found: readonly RankedSuggestion[]): Suggestion[] {
  const kept: RankedSuggestion[] = [];
  for (const suggestion of found.toSorted((one, other) => before(one.urgency, other.urgency))) {
    const same = kept.findIndex((other) => sharesSubject(other, suggestion));
    const into = kept[same];
    if (into) kept[same] = merged(into, suggestion);
    else kept.push(suggestion);
  }
  return kept.map(({ urgency: _urgency, ...suggestion }) => suggestion);
}

function sharesSubject(one: Suggestion, other: Suggestion): boolean {
  return one.subjects.some(({ kind, id }) =>
    other.subjects.some((subject) => subject.kind === kind && subject.id === id),
  );
}

function merged(into: RankedSuggestion, other: Suggestion): RankedSuggestion {
  const known = new Set(into.subjects.map(({ id }) => id));
  return {
    ...into,
    reasons: [...into.reasons, ...other.reasons],
    subjects: [...into.subjects, ...other.subjects.filter(({ id }) => !known.has(id))],
    closedPart: into.closedPart || other.closedPart,
    proposedDecision: into.proposedDecision || other.proposedDecision,
    proposalIds: [...into.proposalIds, ...other.proposalIds],
  };
}

/** Items that every meeting has come first: what they take is taken. Then each that still fits, in the order of the list. */
export function whichFit(suggestions: readonly Suggestion[], minutesLeft: number): boolean[] {
  const fixed = suggestions.filter(isFixed).reduce((sum, { minutes }) => sum + minutes, 0);
  let left = minutesLeft - fixed;
  return suggestions.map((suggestion) => {
    if (isFixed(suggestion)) return minutesLeft >= fixed;
    if (suggestion.minutes > left) return false;
    left -= suggestion.minutes;
    return true;
  });
}

function isFixed({ reasons }: Suggestion): boolean {
  return reasons.some(({ kind }) => kind === 'FIXED');
}
