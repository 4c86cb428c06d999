import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { recordStep } from './bottleneck.events.ts';
import { type BottleneckVersion, bottleneckForVerb } from './open-bottleneck.ts';

/** Starts the work on a case. @throws Forbidden, Refusal. */
export async function startBottleneck(
  tx: Transaction,
  viewer: Viewer,
  input: BottleneckVersion,
): Promise<{ bottleneckId: string }> {
  const open = await bottleneckForVerb(tx, viewer, 'START', input);
  open.row.start(open.change);
  recordStep(open, 'START');
  return { bottleneckId: open.row.id };
}
