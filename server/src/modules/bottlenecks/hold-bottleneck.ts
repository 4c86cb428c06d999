import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { recordStep } from './bottleneck.events.ts';
import { checkReason } from './bottleneck-text.ts';
import { type BottleneckVersion, bottleneckForVerb } from './open-bottleneck.ts';

export interface HoldBottleneck extends BottleneckVersion {
  readonly reason: string;
  readonly returnOn: LocalDate;
}

/** Lets a case wait, with a reason and the day on which it comes back. @throws Forbidden, Refusal. */
export async function holdBottleneck(
  tx: Transaction,
  viewer: Viewer,
  input: HoldBottleneck,
): Promise<{ bottleneckId: string }> {
  const open = await bottleneckForVerb(tx, viewer, 'HOLD', input);
  const check = new InputCheck();
  const reason = checkReason(check, 'reason', input.reason);
  const returnOn = check.date('returnOn', input.returnOn, { notBefore: open.today });
  check.done();

  open.row.hold(reason, returnOn, open.change);
  recordStep(open, 'HOLD', { remark: reason });
  return { bottleneckId: open.row.id };
}
