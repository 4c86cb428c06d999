import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { checkReason } from '../bottleneck-text.ts';
import { recordEscalationStep } from './escalation-steps.ts';
import { type EscalationVersion, escalationForVerb } from './open-escalation.ts';
import { comeBack } from './return-escalation.ts';

/**
 * The table takes its escalation back before it is accepted. One that was sent comes home, and the receiving table no longer sees it.
 * @throws Forbidden, Refusal.
 */
export async function withdrawEscalation(
  tx: Transaction,
  viewer: Viewer,
  input: EscalationVersion & { readonly reason: string },
): Promise<{ escalationId: string; bottleneckId: string }> {
  const { open, escalation } = await escalationForVerb(tx, viewer, 'WITHDRAW', input);
  const check = new InputCheck();
  const reason = checkReason(check, 'reason', input.reason);
  check.done();
  const before = escalation.snapshot();
  escalation.withdraw(reason, open.change);
  const told = { before, remark: reason };
  if (before.sentAt === null) recordEscalationStep(open, escalation, 'WITHDRAW', told);
  else comeBack(open, escalation, 'WITHDRAW', told);
  await tx.em.flush();
  return { escalationId: escalation.id, bottleneckId: open.row.id };
}
