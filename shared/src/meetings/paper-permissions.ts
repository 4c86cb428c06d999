import { type MeetingFacts, mayWithMeeting, type MeetingDenial } from './permissions.ts';

export type PaperDenial = MeetingDenial | 'LEADERS_OR_PRESENTER_ONLY' | 'PAPER_OF_EARLIER_ITEM';
export type PaperDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: PaperDenial };

/** What is known when somebody adds or takes away a paper. */
export interface PaperFacts extends Pick<MeetingFacts, 'role' | 'state'> {
  /** Does this person present the item? */
  readonly isPresenter: boolean;
}

/** Who may add papers to an item: who prepares the meeting, and who presents the item, until the meeting is over. */
export function mayAddPaper({ role, state, isPresenter }: PaperFacts): PaperDecision {
  const decision = mayWithMeeting('EDIT_AGENDA', { role: isPresenter ? 'SECRETARY' : role, state });
  return decision.allowed || decision.reason !== 'CHAIR_OR_SECRETARY_ONLY'
    ? decision
    : { allowed: false, reason: 'LEADERS_OR_PRESENTER_ONLY' };
}

/** The same people take papers away, but for those that an item brought along from an earlier meeting. */
export function mayRemovePaper(facts: PaperFacts & { readonly inherited: boolean }): PaperDecision {
  const decision = mayAddPaper(facts);
  return decision.allowed && facts.inherited ? { allowed: false, reason: 'PAPER_OF_EARLIER_ITEM' } : decision;
}
