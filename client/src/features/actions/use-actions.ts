import { useLingui } from '@lingui/react/macro';
import { useToast } from '../../ui/Toast.tsx';
import type { Problem } from '../commands/problem.ts';
import { useCommand, type Outcome } from '../commands/use-command.ts';
import {
  addActionMutation,
  completeActionMutation,
  editActionMutation,
  reopenActionMutation,
  withdrawActionMutation,
  type ActionRow,
} from './action-documents.ts';
import type { ActionText } from './ActionDialog.tsx';

/** What stood in the way; null when it went through, or when the page has told already that nobody could be asked. */
type Refused = readonly Problem[] | null;

export interface ActionCommands {
  busy: boolean;
  add: (tableId: string, text: ActionText) => Promise<Refused>;
  edit: (base: ActionRow, text: ActionText) => Promise<Refused>;
  /** Done, with ten seconds to take it back. */
  complete: (action: ActionRow, note: string) => Promise<Refused>;
  withdraw: (action: ActionRow, reason: string) => Promise<Refused>;
  reopen: (action: ActionRow) => Promise<Refused>;
}

/** Everything that people do with an action. */
export function useActions(): ActionCommands {
  const { t } = useLingui();
  const toast = useToast();
  const addCommand = useCommand(addActionMutation);
  const editCommand = useCommand(editActionMutation);
  const completeCommand = useCommand(completeActionMutation);
  const reopenCommand = useCommand(reopenActionMutation);
  const withdrawCommand = useCommand(withdrawActionMutation);

  const refused = <TData>(outcome: Outcome<TData>): Refused => (outcome.kind === 'problems' ? outcome.problems : null);

  async function reopen(action: Pick<ActionRow, 'id' | 'version' | 'number'>): Promise<Refused> {
    const outcome = await reopenCommand.run({ input: { actionId: action.id, expectedVersion: action.version } });
    if (outcome.kind === 'done') toast({ text: t`${action.number} staat weer open` });
    return refused(outcome);
  }

  async function backAgain(action: ActionRow | null | undefined): Promise<void> {
    const problems = action ? await reopen(action) : null;
    if (problems?.[0]) toast({ kind: 'error', text: problems[0].message });
  }

  return {
    busy: [addCommand, editCommand, completeCommand, reopenCommand, withdrawCommand].some(({ busy }) => busy),
    async add(tableId, { what, owner, dueOn }) {
      if (!owner || !dueOn) return null;
      const outcome = await addCommand.run({ input: { tableId, what: what.trim(), ownerId: owner.id, dueOn } });
      if (outcome.kind === 'done') toast({ text: t`Actie toegevoegd, ${owner.name} ziet haar meteen` });
      return refused(outcome);
    },
    async edit(base, { what, owner, dueOn }) {
      const outcome = await editCommand.run({
        input: {
          actionId: base.id,
          expectedVersion: base.version,
          ...(what.trim() !== base.what && { what: what.trim() }),
          ...(owner && owner.id !== base.owner.id && { ownerId: owner.id }),
          ...(dueOn && dueOn !== base.dueOn && { dueOn }),
        },
      });
      if (outcome.kind === 'done') toast({ text: t`${base.number} bijgewerkt` });
      return refused(outcome);
    },
    async complete(action, note) {
      const outcome = await completeCommand.run({
        input: { actionId: action.id, expectedVersion: action.version, ...(note && { note }) },
      });
      if (outcome.kind === 'done')
        toast({ text: t`${action.number} is af`, onUndo: () => backAgain(outcome.payload.action) });
      return refused(outcome);
    },
    async withdraw(action, reason) {
      const outcome = await withdrawCommand.run({
        input: { actionId: action.id, expectedVersion: action.version, reason },
      });
      if (outcome.kind === 'done')
        toast({ text: t`${action.number} ingetrokken`, onUndo: () => backAgain(outcome.payload.action) });
      return refused(outcome);
    },
    reopen,
  };
}
