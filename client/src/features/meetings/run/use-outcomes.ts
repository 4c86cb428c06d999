import { useLingui } from '@lingui/react/macro';
import type { AddOutcomeInput } from '../../../generated/graphql.ts';
import { useToast } from '../../../ui/Toast.tsx';
import type { Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { addOutcomeMutation, editOutcomeMutation, withdrawOutcomeMutation, type Outcome } from './outcome-documents.ts';

/** What is recorded, without the item it belongs to. */
export type NewOutcome = Omit<AddOutcomeInput, 'itemId'>;

export interface Outcomes {
  /** Records it, with ten seconds to take it back. @returns what stood in the way; null when the server could not be asked */
  add: (outcome: NewOutcome, done: string) => Promise<readonly Problem[] | null>;
  edit: (outcome: Outcome, text: string) => Promise<readonly Problem[] | null>;
  /** Takes it away, with ten seconds to have it back. */
  withdraw: (outcome: Outcome) => void;
  busy: boolean;
}

/** The same again, for who took away too much. An action comes back as a new one: its number was promised to nobody else. */
function again({ kind, text, action, bottleneck, note }: Outcome): NewOutcome {
  return {
    kind,
    ...(text && !action && { text }),
    ...(action && {
      action: {
        what: action.what,
        ownerId: action.owner.id,
        dueOn: action.dueOn,
        ...(bottleneck && { bottleneckId: bottleneck.id }),
      },
    }),
    ...(bottleneck && !action && { bottleneckId: bottleneck.id }),
    ...(note && { noteId: note.id }),
  };
}

/** Records what comes of an item, and takes it back. */
export function useOutcomes(itemId: string): Outcomes {
  const { t } = useLingui();
  const toast = useToast();
  const adding = useCommand(addOutcomeMutation);
  const editing = useCommand(editOutcomeMutation);
  const withdrawing = useCommand(withdrawOutcomeMutation);

  function refuse(problems: readonly Problem[]): void {
    toast({ kind: 'error', text: problems[0]?.message ?? t`Dat lukte niet.` });
  }

  async function takeBack(outcome: Pick<Outcome, 'id' | 'version'>): Promise<boolean> {
    const sent = await withdrawing.run({ input: { outcomeId: outcome.id, expectedVersion: outcome.version } });
    if (sent.kind === 'problems') refuse(sent.problems);
    return sent.kind === 'done';
  }

  async function add(outcome: NewOutcome, done: string): Promise<readonly Problem[] | null> {
    const sent = await adding.run({ input: { itemId, ...outcome } });
    if (sent.kind === 'failed') return null;
    if (sent.kind === 'problems') return sent.problems;
    const made = sent.payload.outcome;
    toast({ text: done, ...(made && { onUndo: () => void takeBack(made) }) });
    return [];
  }

  async function restore(outcome: Outcome): Promise<void> {
    const problems = await add(again(outcome), t`Weer vastgelegd`);
    if (problems && problems.length > 0) refuse(problems);
  }

  async function withdraw(outcome: Outcome): Promise<void> {
    if (await takeBack(outcome)) toast({ text: t`Ingetrokken`, onUndo: () => restore(outcome) });
  }

  return {
    busy: adding.busy || editing.busy || withdrawing.busy,
    add,
    edit: async (outcome, text) => {
      const sent = await editing.run({ input: { outcomeId: outcome.id, expectedVersion: outcome.version, text } });
      if (sent.kind === 'failed') return null;
      return sent.kind === 'problems' ? sent.problems : [];
    },
    withdraw: (outcome) => void withdraw(outcome),
  };
}
