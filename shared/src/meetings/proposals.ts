import type { MeetingState } from './agenda.ts';

export const agendaProposalStates = ['OPEN', 'ACCEPTED', 'RETURNED', 'WITHDRAWN'] as const;
export type AgendaProposalState = (typeof agendaProposalStates)[number];

/** What can be done with a proposal. */
export const proposalVerbs = ['ACCEPT', 'RETURN', 'WITHDRAW'] as const;
export type ProposalVerb = (typeof proposalVerbs)[number];

export type ProposalDenial =
  | 'CHAIR_OR_SECRETARY_ONLY'
  | 'PROPOSER_ONLY'
  | 'PROPOSAL_DECIDED'
  | 'MEETING_STARTED'
  | 'MEETING_OVER';
export type ProposalDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: ProposalDenial };

/** Texts of a proposal, in characters. */
export const proposalLimits = {
  motivationMin: 3,
  motivationMax: 2_000,
  reasonMin: 3,
  reasonMax: 1_000,
  openMax: 20,
} as const;

/** What is known of the person, the proposal and the meeting that it is for. */
export interface ProposalFacts {
  readonly leads: boolean;
  readonly isProposer: boolean;
  readonly state: AgendaProposalState;
  readonly meetingState: MeetingState;
}

/** Who prepares the meeting accepts and returns; who proposed withdraws. Each once, and until the meeting starts. */
export function mayWithProposal(verb: ProposalVerb, facts: ProposalFacts): ProposalDecision {
  const reason = whyNot(verb, facts);
  return reason === null ? { allowed: true } : { allowed: false, reason };
}

function whyNot(verb: ProposalVerb, { leads, isProposer, state, meetingState }: ProposalFacts): ProposalDenial | null {
  if (verb === 'WITHDRAW' ? !isProposer : !leads)
    return verb === 'WITHDRAW' ? 'PROPOSER_ONLY' : 'CHAIR_OR_SECRETARY_ONLY';
  if (state !== 'OPEN') return 'PROPOSAL_DECIDED';
  if (verb !== 'ACCEPT') return null;
  if (meetingState === 'IN_SESSION') return 'MEETING_STARTED';
  return meetingState === 'DRAFT' || meetingState === 'PUBLISHED' ? null : 'MEETING_OVER';
}
