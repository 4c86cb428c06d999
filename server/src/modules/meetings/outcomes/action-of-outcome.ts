import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { type ActionInput, type ActionText, checkAction } from '../../actions/actions.module.ts';
import type { Viewer } from '../../people/people.module.ts';
import { knownCase } from './links-of-outcome.ts';

export interface OutcomeAction extends ActionInput {
  readonly bottleneckId?: string | null | undefined;
}

/** What is agreed, as it will be kept. @throws Refusal with every problem. */
export async function checkActionOfOutcome(
  tx: Transaction,
  viewer: Viewer,
  input: OutcomeAction,
): Promise<{ text: ActionText; bottleneckId: string | null }> {
  const check = new InputCheck(['input', 'action']);
  const text = await checkAction(tx, check, input);
  const bottleneckId = await knownCase(tx, viewer, check, input.bottleneckId);
  check.done();
  return { text: text as ActionText, bottleneckId };
}
