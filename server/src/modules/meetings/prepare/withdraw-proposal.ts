import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { proposalEvent } from './proposal-events.ts';
import { proposalForChange } from './proposal-for-change.ts';

/** Takes one's own proposal back, as long as nobody decided on it. @throws Forbidden, Refusal. */
export async function withdrawProposal(
  tx: Transaction,
  viewer: Viewer,
  input: { proposalId: string },
): Promise<{ meetingId: string; proposalId: string }> {
  const { meeting, proposal } = await proposalForChange(tx, viewer, input, 'WITHDRAW');
  proposal.withdraw({ by: viewer.personId, at: tx.now });
  await tx.em.flush();
  const change = { field: 'title', before: proposal.title, after: null };
  tx.record(proposalEvent('PROPOSAL_WITHDRAWN', meeting, proposal, [change]));
  return { meetingId: meeting.id, proposalId: proposal.id };
}
