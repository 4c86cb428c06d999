import type { OperationVariables, TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useToast } from '../../../ui/Toast.tsx';
import type { Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';

interface PatternChange<TVariables> {
  /** @returns whether it was done */
  change: (variables: Omit<TVariables, 'idempotencyKey'>, done: string) => Promise<boolean>;
  busy: boolean;
  problems: readonly Problem[];
}

/** A change of a pattern: what the server refused as sentences; who was overtaken sees what others made of it. */
export function usePatternChange<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
): PatternChange<TVariables> {
  const client = useApolloClient();
  const toast = useToast();
  const command = useCommand(document);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  return {
    busy: command.busy,
    problems,
    async change(variables, done) {
      const outcome = await command.run(variables);
      setProblems(outcome.kind === 'problems' ? outcome.problems : []);
      if (outcome.kind === 'problems' && outcome.problems.some(({ code }) => code === 'CONFLICT'))
        void client.refetchQueries({ include: 'active' }).catch(() => undefined);
      if (outcome.kind !== 'done') return false;
      toast({ text: done });
      return true;
    },
  };
}
