import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useToast } from '../../../ui/Toast.tsx';
import type { Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { undoMutation } from './escalation-documents.ts';

/** What every step's payload holds. */
interface Answered {
  bottleneck: { number: string; escalations: readonly { id: string; version: number }[] } | null;
}

/** Somebody was faster: the screen shows an earlier state. */
const stale: readonly string[] = ['CONFLICT', 'ESCALATION_WRONG_STATE', 'UNKNOWN_ESCALATION', 'INVALID_TRANSITION'];

export interface EscalationStep<TVariables> {
  /** Takes the step. @returns whether it was taken */
  take: (variables: Omit<TVariables, 'idempotencyKey'>) => Promise<boolean>;
  busy: boolean;
  problems: readonly Problem[];
}

/**
 * One step on an escalation: the server's refusals as sentences, and ten seconds to take it back.
 * @param escalationId the escalation; null for the step that begins one: the youngest of the case
 * @param done what the toast says
 */
export function useEscalationStep<TData, TVariables extends OperationVariables>(
  escalationId: string | null,
  document: TypedDocumentNode<TData, TVariables>,
  done: string,
): EscalationStep<TVariables> {
  const { t } = useLingui();
  const client = useApolloClient();
  const toast = useToast();
  const command = useCommand(document);
  const undo = useCommand(undoMutation);
  const [problems, setProblems] = useState<readonly Problem[]>([]);

  async function takeBack({ id, version }: { id: string; version: number }): Promise<void> {
    const outcome = await undo.run({ input: { escalationId: id, expectedVersion: version } });
    if (outcome.kind === 'done') toast({ text: t`Stap teruggedraaid` });
    if (outcome.kind === 'problems')
      toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Terugdraaien lukt niet meer` });
  }

  return {
    busy: command.busy,
    problems,
    async take(variables) {
      const outcome = await command.run(variables);
      setProblems(outcome.kind === 'problems' ? outcome.problems : []);
      if (outcome.kind === 'problems' && outcome.problems.some(({ code }) => stale.includes(code))) {
        void client.refetchQueries({ include: 'active' }).catch(() => undefined);
      }
      if (outcome.kind !== 'done') return false;
      const { bottleneck } = outcome.payload as Answered;
      // A step can take the case out of sight of who took it: no event will tell them.
      if (bottleneck === null) void client.refetchQueries({ include: 'active' }).catch(() => undefined);
      const escalations = bottleneck?.escalations ?? [];
      const taken = escalationId === null ? escalations.at(-1) : escalations.find(({ id }) => id === escalationId);
      toast({
        text: bottleneck ? `${bottleneck.number}: ${done}` : done,
        ...(taken && { onUndo: () => takeBack(taken) }),
      });
      return true;
    },
  };
}
