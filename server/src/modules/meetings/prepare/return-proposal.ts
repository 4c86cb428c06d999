import { proposalLimits } from '@versnellingstafel/shared/meetings/proposals';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { proposalEvent } from './proposal-events.ts';
import { proposalForChange } from './proposal-for-change.ts';

export interface ReturnProposal {
  proposalId: string;
  reason: string;
}

/** Gives a proposal back with a reason, which its proposer gets to read. @throws Forbidden, Refusal. */
export async function returnProposal(
  tx: Transaction,
  viewer: Viewer,
  input: ReturnProposal,
): Promise<{ meetingId: string; proposalId: string }> {
  const { meeting, proposal } = await proposalForChange(tx, viewer, input, 'RETURN');

  const check = new InputCheck();
  const { reasonMin, reasonMax } = proposalLimits;
  const reason = check.text('reason', input.reason, { min: reasonMin, max: reasonMax });
  check.done();

  proposal.return(reason, { by: viewer.personId, at: tx.now });
  await tx.em.flush();
  const change = { field: 'title', before: proposal.title, after: null };
  tx.record(proposalEvent('PROPOSAL_RETURNED', meeting, proposal, [change], reason));
  return { meetingId: meeting.id, proposalId: proposal.id };
}
