import { mayWithProposal, type ProposalDenial, type ProposalVerb } from '@versnellingstafel/shared/meetings/proposals';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { conflictProblem, fieldProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { Meeting } from '../meeting.entity.ts';
import { loadMeetingFacts } from '../meeting.policy.ts';
import { AgendaProposal } from './agenda-proposal.entity.ts';
import { visibleProposals } from './proposal.policy.ts';

/** The person has not the right, whatever became of the proposal. */
const personal: readonly ProposalDenial[] = ['CHAIR_OR_SECRETARY_ONLY', 'PROPOSER_ONLY'];

/**
 * A proposal with its meeting, both locked, for a viewer who may do this with it.
 * @throws Refusal (not there or not theirs, decided on already, started), Forbidden.
 */
export async function proposalForChange(
  tx: Transaction,
  viewer: Viewer,
  input: { proposalId: string; expectedVersion?: number },
  verb: ProposalVerb,
): Promise<{ meeting: Meeting; proposal: AgendaProposal }> {
  const id = uuidOf('AgendaProposal', input.proposalId);
  const visible = visibleProposals(viewer, 'p', 'm');
  // The meeting is locked before the proposal, as in every other change of an agenda.
  const [row] =
    id === null
      ? []
      : await tx.em.execute<object[]>(
          `select m.* from meeting m join agenda_proposal p on p.meeting_id = m.id where p.id = ? and ${visible.sql} for update of m`,
          [id, ...visible.params],
        );
  const proposal = row ? await tx.em.findOne(AgendaProposal, { id: id ?? '' }) : null;
  if (!row || !proposal) return refuse(notFoundProblem(['input', 'proposalId'], 'UNKNOWN_PROPOSAL'));
  const meeting = tx.em.map(Meeting, row);
  const facts = (await loadMeetingFacts(tx.em, viewer, [meeting.id])).get(meeting.id);
  const decision = mayWithProposal(verb, {
    leads: facts?.leads ?? false,
    isProposer: proposal.proposedById === viewer.personId,
    state: proposal.state,
    meetingState: meeting.state,
  });
  if (!decision.allowed && personal.includes(decision.reason)) throw new Forbidden(decision.reason);
  if (!decision.allowed) refuse(fieldProblem(decision.reason, ['input', 'proposalId']));
  if (input.expectedVersion !== undefined && input.expectedVersion !== meeting.version)
    refuse(
      conflictProblem({
        current: { type: 'Meeting', id: meeting.id },
        currentVersion: meeting.version,
        changedById: meeting.updatedById,
        changedAt: meeting.updatedAt,
      }),
    );
  return { meeting, proposal };
}
