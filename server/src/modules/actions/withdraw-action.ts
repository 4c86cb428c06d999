import { actionLimits } from '@versnellingstafel/shared/actions/states';
import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { type ActionVersion, actionForChange } from './action-for-change.ts';
import { actionEvent } from './action.events.ts';

/** Ends an action that is no longer needed, with the reason. For chair and secretary. @throws Refusal, Forbidden. */
export async function withdrawAction(
  tx: Transaction,
  viewer: Viewer,
  input: ActionVersion & { readonly reason: string },
): Promise<{ actionId: string }> {
  const action = await actionForChange(tx, viewer, 'WITHDRAW', input);
  const check = new InputCheck();
  const reason = check.text('reason', input.reason, { min: 1, max: actionLimits.noteMax });
  check.done();
  action.withdraw(reason, { by: viewer.personId, at: tx.now });
  await tx.em.flush();
  tx.record(actionEvent('ACTION_WITHDRAWN', action, [{ field: 'state', before: 'OPEN', after: 'WITHDRAWN' }], reason));
  return { actionId: action.id };
}
