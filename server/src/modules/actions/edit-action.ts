import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { type ActionVersion, actionForChange } from './action-for-change.ts';
import type { ActionText } from './action.entity.ts';
import { type ActionChange, actionEvent } from './action.events.ts';
import { type ActionInput, checkAction } from './create-action.ts';

export interface EditAction extends ActionVersion {
  readonly what?: string | null | undefined;
  readonly ownerId?: string | null | undefined;
  readonly dueOn?: string | null | undefined;
}

/** Changes who does what by when; what is left out stays. Nothing happens when nothing differs. @throws Refusal, Forbidden. */
export async function editAction(tx: Transaction, viewer: Viewer, input: EditAction): Promise<{ actionId: string }> {
  const action = await actionForChange(tx, viewer, 'EDIT', input);

  const check = new InputCheck();
  const { what, ownerId, dueOn } = input;
  const given: Partial<ActionInput> = {
    ...(what != null && { what }),
    ...(ownerId != null && { ownerId }),
    ...(dueOn != null && { dueOn }),
  };
  const text = await checkAction(tx, check, given, action);
  check.done();

  const changes = await changesOf(tx, action, text);
  if (changes.length === 0) return { actionId: action.id };
  action.edit(text, { by: viewer.personId, at: tx.now });
  await tx.em.flush();
  tx.record(actionEvent('ACTION_EDITED', action, changes));
  return { actionId: action.id };
}

/** What differs, in words that people can read back: names, not ids. */
async function changesOf(tx: Transaction, before: ActionText, after: Partial<ActionText>): Promise<ActionChange[]> {
  const changes: ActionChange[] = [];
  for (const field of ['what', 'dueOn'] as const)
    if (after[field] !== undefined && after[field] !== before[field])
      changes.push({ field, before: before[field], after: after[field] });
  if (after.ownerId !== undefined && after.ownerId !== before.ownerId) {
    const rows = await tx.em.execute<{ id: string; name: string }[]>('select id, name from person where id in (?, ?)', [
      before.ownerId,
      after.ownerId,
    ]);
    const nameOf = (id: string) => rows.find((row) => row.id === id)?.name ?? null;
    changes.push({ field: 'owner', before: nameOf(before.ownerId), after: nameOf(after.ownerId) });
  }
  return changes;
}
