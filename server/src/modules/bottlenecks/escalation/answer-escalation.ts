import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { type EscalationVersion, escalationForVerb } from './open-escalation.ts';
import { recordMovingStep } from './escalation-steps.ts';
import { comeBack } from './return-escalation.ts';

export interface AnswerEscalation extends EscalationVersion {
  readonly answer: string;
  readonly resolves: boolean;
}

/**
 * The receiving table answers, and the answer goes back one table. At home the case goes on with it, or is resolved by it; on the way a table
 * that has to answer another one passes it on in its own words.
 * @throws Forbidden, Refusal.
 */
export async function answerEscalation(
  tx: Transaction,
  viewer: Viewer,
  input: AnswerEscalation,
): Promise<{ escalationId: string; bottleneckId: string }> {
  const { open, escalation } = await escalationForVerb(tx, viewer, 'ANSWER', input);
  const check = new InputCheck();
  const answer = check.text('answer', input.answer, { min: 1, max: bottleneckLimits.textMax });
  check.done();
  const before = escalation.snapshot();
  const reachesHome = open.line.waiting === 1;
  escalation.answer(answer, input.resolves, open.change);
  if (input.resolves && reachesHome) {
    open.row.resolve(answer, escalation.fromTableId, open.change);
    recordMovingStep(open, escalation, 'ANSWER', 'RESOLVE', { before });
  } else comeBack(open, escalation, 'ANSWER', { before, remark: answer });
  await tx.em.flush();
  return { escalationId: escalation.id, bottleneckId: open.row.id };
}
