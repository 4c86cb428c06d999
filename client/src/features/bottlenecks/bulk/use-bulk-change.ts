import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { BottleneckChangeInput, ChangeBottlenecksMutation } from '../../../generated/graphql.ts';
import { useToast } from '../../../ui/Toast.tsx';
import type { Problem } from '../../commands/problem.ts';
import { useCommand } from '../../commands/use-command.ts';
import { changeMutation, undoBulkMutation, type SelectedCase } from './bulk-documents.ts';

/** A case that stays as it is, and why. */
export type Refused = ChangeBottlenecksMutation['changeBottlenecks']['refused'][number];

interface BulkChange {
  /** Changes them all, or with `allowedOnly` those that may be changed. @returns whether it was done */
  change: (change: BottleneckChangeInput, allowedOnly?: boolean) => Promise<boolean>;
  busy: boolean;
  problems: readonly Problem[];
  /** Those that would stay as they are; nothing was changed yet. */
  refused: readonly Refused[];
  /** Back to what was asked. */
  reconsider: () => void;
}

/** One change of several cases: all or nothing, unless the person says that the others may go; and one way back for all of them. */
export function useBulkChange(cases: readonly SelectedCase[], onChanged: () => void): BulkChange {
  const { t } = useLingui();
  const toast = useToast();
  const command = useCommand(changeMutation);
  const undo = useCommand(undoBulkMutation);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [refused, setRefused] = useState<readonly Refused[]>([]);

  async function takeBack(bulkChangeId: string): Promise<void> {
    const outcome = await undo.run({ input: { bulkChangeId } });
    if (outcome.kind === 'failed') return;
    onChanged();
    if (outcome.kind === 'problems') {
      toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Terugdraaien lukt niet meer` });
      return;
    }
    const kept = outcome.payload.refused.map(({ bottleneck }) => bottleneck.number);
    toast({
      text:
        kept.length > 0
          ? t`Teruggedraaid. Deze zijn sindsdien door een ander gewijzigd en bleven zo: ${kept.join(', ')}`
          : t`Teruggedraaid`,
    });
  }

  return {
    busy: command.busy,
    problems,
    refused,
    reconsider: () => setRefused([]),
    async change(change, allowedOnly = false) {
      const outcome = await command.run({
        input: {
          bottlenecks: cases.map(({ id, version }) => ({ bottleneckId: id, expectedVersion: version })),
          change,
          allowedOnly,
        },
      });
      if (outcome.kind === 'failed') return false;
      const { payload } = outcome;
      if (payload.changed.length === 0) {
        setRefused(payload.refused);
        setProblems(outcome.kind === 'problems' && payload.refused.length === 0 ? outcome.problems : []);
        return false;
      }
      const { bulkChangeId } = payload;
      toast({
        text: t`${plural(payload.changed.length, { one: '# knelpunt gewijzigd', other: '# knelpunten gewijzigd' })}`,
        ...(bulkChangeId && { onUndo: () => takeBack(bulkChangeId) }),
      });
      onChanged();
      return true;
    },
  };
}
