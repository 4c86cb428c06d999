import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { recordStep } from './bottleneck.events.ts';
import { themesOfCase } from './bottleneck-links.ts';
import { type BottleneckVersion, bottleneckForVerb } from './open-bottleneck.ts';

/**
 * Sends a draft to its table. From here on the people of its confidentiality see it.
 * @throws Forbidden, Refusal (also when it has no theme yet).
 */
export async function submitBottleneck(
  tx: Transaction,
  viewer: Viewer,
  input: BottleneckVersion,
): Promise<{ bottleneckId: string }> {
  const open = await bottleneckForVerb(tx, viewer, 'SUBMIT', input);
  const check = new InputCheck([]);
  if ((await themesOfCase(tx.em, open.row.id)).length === 0) check.refuse('themeCodes', 'REQUIRED');
  check.done();

  open.row.submit(open.change);
  recordStep(open, 'SUBMIT');
  return { bottleneckId: open.row.id };
}
