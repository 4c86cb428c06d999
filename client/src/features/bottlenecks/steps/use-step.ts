import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import type { BottleneckVerb } from '@versnellingstafel/shared/bottlenecks/transitions';
import { useState } from 'react';
import { useToast } from '../../../ui/Toast.tsx';
import type { Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { useToDraft } from '../case-notes/use-to-draft.ts';
import { undoMutation, type StepTarget } from './step-documents.ts';
import { stepWords } from './step-words.ts';

/** What every step's payload holds. */
type Answered = {
  bottleneck: { id: string; number: string; version: number } | null;
  /** The draft that was made with it. */
  draftedNote?: { slug: string } | null;
  problems: readonly Problem[];
};

export interface Step<TVariables> {
  /** Takes the step. @returns whether it was taken */
  take: (variables: Omit<TVariables, 'idempotencyKey'>) => Promise<boolean>;
  busy: boolean;
  problems: readonly Problem[];
  clearProblems: () => void;
}

/** One step on a case: the server's refusals as sentences, and ten seconds to take it back. */
export function useStep<TData, TVariables extends OperationVariables>(
  verb: BottleneckVerb,
  target: StepTarget,
  document: TypedDocumentNode<TData, TVariables>,
): Step<TVariables> {
  const { t, i18n } = useLingui();
  const client = useApolloClient();
  const toast = useToast();
  const toDraft = useToDraft();
  const command = useCommand(document);
  const undo = useCommand(undoMutation);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  async function takeBack(version: number): Promise<void> {
    const outcome = await undo.run({ input: { bottleneckId: target.id, expectedVersion: version } });
    if (outcome.kind === 'done') {
      const draft = outcome.payload.draftedNote;
      toast({
        text: draft
          ? t`${target.number}: stap teruggedraaid. De conceptnotitie blijft staan.`
          : t`${target.number}: stap teruggedraaid`,
        ...toDraft(draft),
      });
    }
    if (outcome.kind === 'problems')
      toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Terugdraaien lukt niet meer` });
  }

  return {
    busy: command.busy,
    problems,
    clearProblems: () => setProblems([]),
    async take(variables) {
      const outcome = await command.run(variables);
      setProblems(outcome.kind === 'problems' ? outcome.problems : []);
      if (
        outcome.kind === 'problems' &&
        outcome.problems.some(({ code }) => code === 'CONFLICT' || code === 'INVALID_TRANSITION')
      ) {
        // Somebody was faster: what they made of it belongs on the screen before the person tries again.
        void client.refetchQueries({ include: 'active' }).catch(() => undefined);
      }
      if (outcome.kind !== 'done') return false;
      const { bottleneck, draftedNote } = outcome.payload as Answered;
      if (bottleneck)
        toast({
          text: `${bottleneck.number} ${i18n._(stepWords[verb].done)}`,
          onUndo: () => takeBack(bottleneck.version),
          ...toDraft(draftedNote),
        });
      return true;
    },
  };
}
