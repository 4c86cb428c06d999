import type { EscalationVerb } from '@versnellingstafel/shared/bottlenecks/escalations';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { checkReason } from '../bottleneck-text.ts';
import { bottleneckForVerb, type OpenBottleneck, type WithReason } from '../open-bottleneck.ts';
import { Escalation } from './escalation.entity.ts';
import { recordMovingStep } from './escalation-steps.ts';

/** The receiving table sends an escalated case back to the table it came from, with a reason. @throws Forbidden, Refusal. */
export async function returnEscalation(
  tx: Transaction,
  viewer: Viewer,
  input: WithReason,
): Promise<{ bottleneckId: string }> {
  const open = await bottleneckForVerb(tx, viewer, 'RETURN_ESCALATION', input);
  const check = new InputCheck();
  const reason = checkReason(check, 'reason', input.reason);
  check.done();
  if (!open.escalationId) throw new Error('An escalated case has an open escalation.');
  const escalation = await tx.em.findOneOrFail(Escalation, open.escalationId);
  const before = escalation.snapshot();
  escalation.giveBack(reason, open.change);
  comeBack(open, escalation, 'RETURN', { before, remark: reason });
  await tx.em.flush();
  return { bottleneckId: open.row.id };
}

/** The case goes back one table, which takes it up again or has to answer a table itself. */
export function comeBack(
  open: OpenBottleneck,
  escalation: Escalation,
  verb: Extract<EscalationVerb, 'RETURN' | 'ANSWER' | 'WITHDRAW'>,
  told: { before: ReturnType<Escalation['snapshot']>; remark: string },
): void {
  open.row.returnTo(escalation.fromTableId, open.change, { waits: open.line.waiting > 1 });
  recordMovingStep(open, escalation, verb, 'RETURN_ESCALATION', told);
}
