import { addDays } from '@versnellingstafel/shared/dates/local-date';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import type { OpenBottleneck, ParentTable } from '../open-bottleneck.ts';
import type { Escalation, EscalationSnapshot } from './escalation.entity.ts';
import { recordMovingStep } from './escalation-steps.ts';
import { type EscalationVersion, escalationForVerb } from './open-escalation.ts';

/** Sends a memo that may leave to the table above. @throws Forbidden, Refusal. */
export async function sendEscalation(
  tx: Transaction,
  viewer: Viewer,
  input: EscalationVersion,
): Promise<{ escalationId: string; bottleneckId: string }> {
  const { open, escalation } = await escalationForVerb(tx, viewer, 'SEND', input);
  const { parent } = open;
  if (!parent) throw new Error('What may leave has a table above it.');
  carry(open, escalation, parent, escalation.snapshot());
  await tx.em.flush();
  return { escalationId: escalation.id, bottleneckId: open.row.id };
}

/**
 * The memo leaves, and the case with it: the table above holds it from now on and the municipality stays owner.
 * @param before the escalation as it was; null when it is made and sent in one go.
 */
export function carry(
  open: OpenBottleneck,
  escalation: Escalation,
  parent: ParentTable,
  before: EscalationSnapshot | null,
): void {
  escalation.send(addDays(open.today, parent.answerTermDays), open.change);
  open.row.escalateTo(parent.id, open.change);
  recordMovingStep(open, escalation, 'SEND', 'ESCALATE', { before, remark: escalation.reason });
}
