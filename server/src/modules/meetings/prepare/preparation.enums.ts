import type { AgendaProposalState } from '@versnellingstafel/shared/meetings/proposals';
import { graphEnum } from '../../../platform/graphql/graph-enum.ts';
import type { AgendaReasonKind } from './agenda-reason.ts';

export const AgendaReasonKindEnum = graphEnum<AgendaReasonKind>(
  'AgendaReasonKind',
  'Why something is proposed for an agenda.',
  {
    FIXED: 'Every meeting has it.',
    TEMPLATE: 'It comes from a template of the table.',
    MINUTES_TO_ADOPT: 'The minutes of an earlier meeting are to be adopted.',
    PROMISES: 'There are promises that are open or late.',
    CARRIED_OVER: 'An earlier meeting did not come to it, or left it unfinished.',
    PROPOSED: 'A participant proposed it.',
    ESCALATION_WAITING: 'It was escalated to this table and waits for an answer.',
    DECISION_NEEDED: 'Its decision is needed before the next meeting.',
    CONSTRUCTION_STARTS: 'Construction starts before the next meeting.',
    CASE_OVERDUE: 'Its date has passed.',
    LAW_CHANGED: 'The law changed under a note that it rests on, and nobody has looked at that note again yet.',
    NOTE_REVIEW: 'A note that was used in cases of the table is due for review before the next meeting.',
    FEEDBACK_OVERDUE: 'Municipalities wait longer than agreed for an answer.',
    READY: 'It was submitted, and stands on no agenda yet.',
  },
);

export const AgendaProposalStateEnum = graphEnum<AgendaProposalState>(
  'AgendaProposalState',
  'What became of a proposal for an agenda.',
  {
    OPEN: 'Nobody decided on it yet.',
    ACCEPTED: 'It is an item of the agenda.',
    RETURNED: 'It went back to its proposer, with a reason.',
    WITHDRAWN: 'Its proposer took it back.',
  },
);
