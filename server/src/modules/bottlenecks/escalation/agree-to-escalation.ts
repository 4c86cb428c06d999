import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { checkReason } from '../bottleneck-text.ts';
import { recordEscalationStep } from './escalation-steps.ts';
import { type EscalationVersion, escalationForVerb } from './open-escalation.ts';

type EscalationIds = { escalationId: string; bottleneckId: string };

/** The political owner agrees that the memo leaves, as it is written now. @throws Forbidden, Refusal. */
export async function agreeToEscalation(
  tx: Transaction,
  viewer: Viewer,
  input: EscalationVersion,
): Promise<EscalationIds> {
  const { open, escalation } = await escalationForVerb(tx, viewer, 'AGREE', input);
  const before = escalation.snapshot();
  escalation.agree(open.change);
  recordEscalationStep(open, escalation, 'AGREE', { before });
  await tx.em.flush();
  return { escalationId: escalation.id, bottleneckId: open.row.id };
}

/** The political owner does not agree yet, with a reason; the table writes again or gives up. @throws Forbidden, Refusal. */
export async function declineEscalation(
  tx: Transaction,
  viewer: Viewer,
  input: EscalationVersion & { readonly reason: string },
): Promise<EscalationIds> {
  const { open, escalation } = await escalationForVerb(tx, viewer, 'DECLINE', input);
  const check = new InputCheck();
  const reason = checkReason(check, 'reason', input.reason);
  check.done();
  const before = escalation.snapshot();
  escalation.decline(reason, open.change);
  recordEscalationStep(open, escalation, 'DECLINE', { before, remark: reason });
  await tx.em.flush();
  return { escalationId: escalation.id, bottleneckId: open.row.id };
}
