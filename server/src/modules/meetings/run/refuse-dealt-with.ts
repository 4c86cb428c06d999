import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';

/** @throws Refusal (ITEM_RUNNING) when the meeting is at this item now. */
export async function refuseCurrent(tx: Transaction, itemId: string, field: string): Promise<void> {
  const [current] = await tx.em.execute<object[]>('select meeting_id from meeting_run where current_item_id = ?', [
    itemId,
  ]);
  if (current) refuse(fieldProblem('ITEM_RUNNING', ['input', field]));
}

/**
 * An item that the meeting is at, or of which something came, stays on the agenda. What was recorded and withdrawn goes with it.
 * @throws Refusal (ITEM_RUNNING, ITEM_HAS_OUTCOMES).
 */
export async function refuseDealtWith(tx: Transaction, itemId: string, field: string): Promise<void> {
  await refuseCurrent(tx, itemId, field);
  const [outcome] = await tx.em.execute<object[]>(
    'select id from agenda_outcome where agenda_item_id = ? and withdrawn_at is null limit 1',
    [itemId],
  );
  if (outcome) refuse(fieldProblem('ITEM_HAS_OUTCOMES', ['input', field]));
}
