import type { Transaction } from '../../../platform/streams/transaction.ts';
import { takeBackAction } from '../../actions/actions.module.ts';
import type { Viewer } from '../../people/people.module.ts';
import { outcomeWithdrawn, tellDecision } from './outcome-events.ts';
import { outcomeForChange } from './outcome-for-change.ts';

/**
 * Takes back what was written down by mistake. An action that is still open goes with it; a case or a note stays as it is, since
 * those have steps of their own. The number of a decision is not given again.
 * @throws Refusal, Forbidden.
 */
export async function withdrawOutcome(
  tx: Transaction,
  viewer: Viewer,
  input: { outcomeId: string; expectedVersion: number },
): Promise<{ itemId: string; meetingId: string }> {
  const { meeting, item, outcome } = await outcomeForChange(tx, viewer, input);
  outcome.withdraw({ by: viewer.personId, at: tx.now });
  await tx.em.flush();
  if (outcome.actionId !== null) await takeBackAction(tx, viewer, outcome.actionId);
  tx.record(outcomeWithdrawn(meeting, outcome));
  await tellDecision(tx, meeting, outcome, { before: outcome.text, after: null });
  return { itemId: item.id, meetingId: meeting.id };
}
