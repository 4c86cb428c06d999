import { useApolloClient } from '@apollo/client/react';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ResolvePatternInput, ResolvePatternMutation } from '../../../generated/graphql.ts';
import { useToast } from '../../../ui/Toast.tsx';
import type { Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { type PatternFacts, resolveMutation, undoMutation } from './pattern-documents.ts';

type LeftOut = ResolvePatternMutation['resolvePattern']['leftOut'][number];

interface ResolvesPattern {
  /** @returns whether it was done */
  resolve: (ruling: Omit<ResolvePatternInput, 'patternId' | 'expectedVersion'>) => Promise<boolean>;
  busy: boolean;
  problems: readonly Problem[];
  /** Those that may not be resolved now; nothing was changed yet. */
  refused: readonly LeftOut[];
  /** Back to the ruling. */
  reconsider: () => void;
}

/** One ruling for all: refused as a whole while a case cannot follow, and ten seconds to take it back. */
export function useResolvePattern(pattern: PatternFacts): ResolvesPattern {
  const { t } = useLingui();
  const client = useApolloClient();
  const toast = useToast();
  const command = useCommand(resolveMutation);
  const undo = useUndoResolve();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<readonly LeftOut[]>([]);
  return {
    busy: command.busy,
    problems,
    refused,
    reconsider: () => setRefused([]),
    async resolve(ruling) {
      const input = { patternId: pattern.id, expectedVersion: pattern.version, ...ruling };
      const outcome = await command.run({ input });
      if (outcome.kind === 'failed') return false;
      const waiting = outcome.kind === 'problems' ? outcome.payload.leftOut : [];
      setRefused(waiting);
      setProblems(outcome.kind === 'problems' && waiting.length === 0 ? outcome.problems : []);
      if (outcome.kind === 'problems') {
        if (outcome.problems.some(({ code }) => code === 'CONFLICT'))
          void client.refetchQueries({ include: 'active' }).catch(() => undefined);
        return false;
      }
      const made = outcome.payload.pattern;
      const stayed = outcome.payload.leftOut.length;
      toast({
        text:
          stayed > 0
            ? t`${pattern.number} is opgelost, ${plural(stayed, { one: '# knelpunt blijft open', other: '# knelpunten blijven open' })}`
            : t`${pattern.number} is opgelost`,
        ...(made && { onUndo: () => undo(made) }),
      });
      return true;
    },
  };
}

/** Takes the resolving back, and says which cases stayed as others made them. */
export function useUndoResolve(): (pattern: { id: string; number: string; version: number }) => Promise<void> {
  const { t } = useLingui();
  const toast = useToast();
  const command = useCommand(undoMutation);
  return async ({ id, number, version }) => {
    const outcome = await command.run({ input: { patternId: id, expectedVersion: version } });
    if (outcome.kind === 'failed') return;
    if (outcome.kind === 'problems') {
      toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Terugdraaien lukt niet meer` });
      return;
    }
    const kept = outcome.payload.leftOut.map(({ bottleneck }) => bottleneck.number).join(', ');
    toast({
      text: kept
        ? t`${number} is weer open. Sindsdien door een ander gewijzigd, en zo gebleven: ${kept}`
        : t`${number} is weer open`,
    });
  };
}
