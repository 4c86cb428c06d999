import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { recordStep } from './bottleneck.events.ts';
import { type BottleneckVersion, bottleneckForVerb } from './open-bottleneck.ts';

/** Goes on with a case that was on hold. @throws Forbidden, Refusal. */
export async function resumeBottleneck(
  tx: Transaction,
  viewer: Viewer,
  input: BottleneckVersion,
): Promise<{ bottleneckId: string }> {
  const open = await bottleneckForVerb(tx, viewer, 'RESUME', input);
  open.row.resume(open.change);
  recordStep(open, 'RESUME');
  return { bottleneckId: open.row.id };
}
