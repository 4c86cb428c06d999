import type { Transaction } from '../../../platform/streams/transaction.ts';
import { Escalation } from './escalation.entity.ts';
import type { EscalationStep } from './escalation-steps.ts';

/** What undoing a step of the case puts back of its escalation, or removes when the step made it. */
export async function restoreEscalation(
  tx: Transaction,
  by: string,
  { id, before }: Pick<EscalationStep, 'id' | 'before'>,
): Promise<void> {
  const escalation = await tx.em.findOneOrFail(Escalation, id);
  if (before === null) tx.em.remove(escalation);
  else escalation.restore(before, { by, at: tx.now });
}
