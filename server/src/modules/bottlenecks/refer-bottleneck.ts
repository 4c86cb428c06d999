import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { recordStep } from './bottleneck.events.ts';
import { checkReason } from './bottleneck-text.ts';
import { type BottleneckVersion, bottleneckForVerb } from './open-bottleneck.ts';

export interface ReferBottleneck extends BottleneckVersion {
  readonly referredTo: string;
  readonly reason: string;
  readonly feedbackBy: LocalDate;
}

/**
 * Hands a case to an organisation without a table, with a day for its feedback. The owner stays owner.
 * @throws Forbidden, Refusal.
 */
export async function referBottleneck(
  tx: Transaction,
  viewer: Viewer,
  input: ReferBottleneck,
): Promise<{ bottleneckId: string }> {
  const open = await bottleneckForVerb(tx, viewer, 'REFER', input);
  const check = new InputCheck();
  const referredTo = check.text('referredTo', input.referredTo, {
    min: 1,
    max: bottleneckLimits.lineMax,
    singleLine: true,
  });
  const reason = checkReason(check, 'reason', input.reason);
  const feedbackBy = check.date('feedbackBy', input.feedbackBy, { notBefore: open.today });
  check.done();

  open.row.refer(referredTo, feedbackBy, open.change);
  recordStep(open, 'REFER', { remark: reason });
  return { bottleneckId: open.row.id };
}
