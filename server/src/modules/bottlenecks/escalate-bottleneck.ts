import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { recordStep } from './bottleneck.events.ts';
import { checkReason } from './bottleneck-text.ts';
import { Escalation } from './escalation.entity.ts';
import { type BottleneckVersion, bottleneckForVerb } from './open-bottleneck.ts';

export interface WithReason extends BottleneckVersion {
  readonly reason: string;
}

/**
 * Sends a case to the table above the one that holds it. That table holds it from now on; the municipality stays owner,
 * and the lineage is kept.
 * @throws Forbidden, Refusal (also NO_PARENT_TABLE).
 */
export async function escalateBottleneck(
  tx: Transaction,
  viewer: Viewer,
  input: WithReason,
): Promise<{ bottleneckId: string }> {
  const open = await bottleneckForVerb(tx, viewer, 'ESCALATE', input);
  const { row, holder, parent } = open;
  const check = new InputCheck();
  const reason = checkReason(check, 'reason', input.reason);
  check.done();
  if (!holder || !parent) throw new Error('A case that may be escalated is held by a table with one above it.');

  row.escalateTo(parent.id, open.change);
  const escalationId = tx.newId();
  tx.em.create(Escalation, {
    id: escalationId,
    bottleneckId: row.id,
    fromTableId: holder.id,
    toTableId: parent.id,
    reason,
    sentAt: tx.now,
    endedAt: null,
    outcome: null,
  });
  recordStep(open, 'ESCALATE', { remark: reason, beside: { escalationId } });
  return { bottleneckId: row.id };
}
