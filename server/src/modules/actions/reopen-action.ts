import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { type ActionVersion, actionForChange } from './action-for-change.ts';
import { actionEvent } from './action.events.ts';

/** Opens an action again that was done or withdrawn; also the way to undo either. @throws Refusal, Forbidden. */
export async function reopenAction(
  tx: Transaction,
  viewer: Viewer,
  input: ActionVersion,
): Promise<{ actionId: string }> {
  const action = await actionForChange(tx, viewer, 'REOPEN', input);
  const before = action.state;
  action.reopen({ by: viewer.personId, at: tx.now });
  await tx.em.flush();
  tx.record(actionEvent('ACTION_REOPENED', action, [{ field: 'state', before, after: 'OPEN' }]));
  return { actionId: action.id };
}
