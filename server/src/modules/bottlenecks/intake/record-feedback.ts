import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { mayAct } from '@versnellingstafel/shared/bottlenecks/permissions';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { recordStep } from '../bottleneck.events.ts';
import { type BottleneckVersion, checkVersion, openBottleneck } from '../open-bottleneck.ts';

export interface ReferralFeedback extends BottleneckVersion {
  readonly feedback: string;
  readonly solved: boolean;
}

/**
 * What came back of a referral, written down by who answers for the case: it was solved there, or it comes back to the table.
 * @throws Forbidden, Refusal.
 */
export async function recordReferralFeedback(
  tx: Transaction,
  viewer: Viewer,
  input: ReferralFeedback,
): Promise<{ bottleneckId: string }> {
  const open = await openBottleneck(tx, viewer, input.bottleneckId);
  const decision = mayAct('RECORD_FEEDBACK', open.facts);
  if (!decision.allowed && decision.reason !== 'WRONG_STATE') throw new Forbidden(decision.reason);
  checkVersion(open, input.expectedVersion);
  if (!decision.allowed) refuse(fieldProblem(decision.reason, ['input', 'bottleneckId']));
  const check = new InputCheck();
  const max = input.solved ? bottleneckLimits.textMax : bottleneckLimits.reasonMax;
  const feedback = check.text('feedback', input.feedback, { min: 1, max });
  check.done();

  if (input.solved) open.row.resolve(feedback, null, open.change);
  else open.row.reopen(open.change);
  recordStep(open, input.solved ? 'RESOLVE' : 'REOPEN', {
    beside: { feedback: true },
    ...(!input.solved && { remark: feedback }),
  });
  return { bottleneckId: open.row.id };
}
