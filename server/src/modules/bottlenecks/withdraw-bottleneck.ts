import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { recordStep } from './bottleneck.events.ts';
import { checkReason } from './bottleneck-text.ts';
import type { WithReason } from './open-bottleneck.ts';
import { bottleneckForVerb } from './open-bottleneck.ts';

/** The owner takes a case back. What was a draft stays as private as it was. @throws Forbidden, Refusal. */
export async function withdrawBottleneck(
  tx: Transaction,
  viewer: Viewer,
  input: WithReason,
): Promise<{ bottleneckId: string }> {
  const open = await bottleneckForVerb(tx, viewer, 'WITHDRAW', input);
  const check = new InputCheck();
  const reason = checkReason(check, 'reason', input.reason);
  check.done();

  open.row.withdraw(open.change);
  recordStep(open, 'WITHDRAW', { remark: reason });
  return { bottleneckId: open.row.id };
}
