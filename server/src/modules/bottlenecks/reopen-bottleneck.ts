import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { recordStep } from './bottleneck.events.ts';
import { checkReason } from './bottleneck-text.ts';
import type { WithReason } from './open-bottleneck.ts';
import { bottleneckForVerb } from './open-bottleneck.ts';

/** Takes a closed case up again, with a new term. @throws Forbidden, Refusal. */
export async function reopenBottleneck(
  tx: Transaction,
  viewer: Viewer,
  input: WithReason,
): Promise<{ bottleneckId: string }> {
  const open = await bottleneckForVerb(tx, viewer, 'REOPEN', input);
  const check = new InputCheck();
  const reason = checkReason(check, 'reason', input.reason);
  check.done();

  open.row.reopen(open.change);
  recordStep(open, 'REOPEN', { remark: reason });
  return { bottleneckId: open.row.id };
}
