import type { NewEvent } from '../../../platform/streams/event.ts';
import { type MeetingChange, meetingKind } from '../meeting-events.ts';
import type { Meeting } from '../meeting.entity.ts';
import type { AgendaProposal } from './agenda-proposal.entity.ts';

/** Name of proposals in events. */
export const proposalKind = 'agendaProposal';

export type ProposalEventType =
  | 'AGENDA_ITEM_PROPOSED'
  | 'PROPOSAL_ACCEPTED'
  | 'PROPOSAL_RETURNED'
  | 'PROPOSAL_WITHDRAWN';

/** Told to who may see the proposal: its proposer and who prepares the meeting. */
export function proposalEvent(
  type: ProposalEventType,
  meeting: Pick<Meeting, 'id' | 'tableId'>,
  proposal: Pick<AgendaProposal, 'id' | 'proposedById'>,
  changes: readonly MeetingChange[],
  remark?: string,
): NewEvent {
  return {
    stream: { kind: 'table', id: meeting.tableId },
    type,
    subjects: [
      { kind: meetingKind, id: meeting.id },
      { kind: proposalKind, id: proposal.id },
    ],
    payload: {
      meetingId: meeting.id,
      proposedById: proposal.proposedById,
      changes: changes.map(({ field, before, after }) => ({ field, before, after })),
      ...(remark !== undefined && { remark }),
    },
  };
}
