import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import type { Urgency } from './suggestion.ts';

/** What a suggestion is when nothing is known. */
export const plainSuggestion = {
  purpose: 'DISCUSS',
  minutes: 15,
  presenterId: null,
  presenterText: null,
  proposedDecision: '',
  closedPart: false,
  subjects: [],
  continuesId: null,
  proposalIds: [],
} as const;

/** An urgency that is a matter of the kind of thing alone. */
export function rankOnly(rank: number): Urgency {
  return { rank, on: null, homes: 0 };
}

/** As the title of an item, which may be shorter than where it comes from. */
export function titled(title: string): string {
  return title.slice(0, agendaLimits.titleMax).trim();
}
