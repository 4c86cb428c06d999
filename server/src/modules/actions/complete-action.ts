import { actionLimits } from '@versnellingstafel/shared/actions/states';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { type ActionVersion, actionForChange } from './action-for-change.ts';
import { actionEvent } from './action.events.ts';

/** Reports an action done, with a word on what came of it. @throws Refusal, Forbidden. */
export async function completeAction(
  tx: Transaction,
  viewer: Viewer,
  input: ActionVersion & { readonly note?: string | null | undefined },
): Promise<{ actionId: string }> {
  const action = await actionForChange(tx, viewer, 'COMPLETE', input);
  const check = new InputCheck();
  const note = check.text('note', input.note ?? '', { max: actionLimits.noteMax });
  check.done();
  action.complete(note, localDateOf(tx.now), { by: viewer.personId, at: tx.now });
  await tx.em.flush();
  tx.record(actionEvent('ACTION_DONE', action, [{ field: 'state', before: 'OPEN', after: 'DONE' }], note));
  return { actionId: action.id };
}
