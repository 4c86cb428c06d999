import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { recordStep } from './bottleneck.events.ts';
import { checkReason } from './bottleneck-text.ts';
import type { WithReason } from './escalate-bottleneck.ts';
import { Escalation } from './escalation.entity.ts';
import { bottleneckForVerb } from './open-bottleneck.ts';

/** The receiving table sends an escalated case back to the table it came from, with a reason. @throws Forbidden, Refusal. */
export async function returnEscalation(
  tx: Transaction,
  viewer: Viewer,
  input: WithReason,
): Promise<{ bottleneckId: string }> {
  const open = await bottleneckForVerb(tx, viewer, 'RETURN_ESCALATION', input);
  const { row, sender, escalationId } = open;
  const check = new InputCheck();
  const reason = checkReason(check, 'reason', input.reason);
  check.done();
  if (!sender || !escalationId) throw new Error('An escalated case has an open escalation.');

  row.returnTo(sender.id, open.change);
  const escalation = await tx.em.findOneOrFail(Escalation, escalationId);
  escalation.end(reason, tx.now);
  recordStep(open, 'RETURN_ESCALATION', { remark: reason, beside: { endedEscalationId: escalationId } });
  return { bottleneckId: row.id };
}
