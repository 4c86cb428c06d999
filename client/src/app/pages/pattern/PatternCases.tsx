import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  addMutation,
  type PatternFacts,
  removeMutation,
} from '../../../features/bottlenecks/patterns/pattern-documents.ts';
import { useCommand } from '../../../features/commands/use-command.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Homes } from '../../../ui/Homes.tsx';
import { IconButton } from '../../../ui/IconButton.tsx';
import { CloseIcon } from '../../../ui/toast-icons.ts';
import { List } from '../../../ui/List.tsx';
import { StateMark } from '../../../ui/StateMark.tsx';
import { useToast } from '../../../ui/Toast.tsx';

type Case = PatternFacts['bottlenecks'][number];

interface PatternCasesProps {
  pattern: PatternFacts;
  mayRemove: boolean;
}

/** The cases that are this problem, as far as the viewer may see them. One that is another problem leaves with a press. */
export function PatternCases({ pattern, mayRemove }: PatternCasesProps): ReactElement {
  const { t } = useLingui();
  const toast = useToast();
  const remove = useCommand(removeMutation);
  const add = useCommand(addMutation);

  async function putBack({ id, number }: Case, version: number): Promise<void> {
    const input = { patternId: pattern.id, expectedVersion: version, bottleneckIds: [id] };
    const outcome = await add.run({ input });
    if (outcome.kind === 'done') toast({ text: t`${number} hoort er weer bij` });
    if (outcome.kind === 'problems')
      toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Terugdraaien lukt niet meer` });
  }

  async function takeOut(one: Case): Promise<void> {
    const input = { patternId: pattern.id, expectedVersion: pattern.version, bottleneckIds: [one.id] };
    const outcome = await remove.run({ input });
    if (outcome.kind === 'problems') {
      toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Dat lukte niet.` });
      return;
    }
    if (outcome.kind !== 'done') return;
    const version = outcome.payload.pattern?.version;
    toast({
      text: t`${one.number} hoort er niet meer bij`,
      ...(version !== undefined && { onUndo: () => putBack(one, version) }),
    });
  }

  if (pattern.bottlenecks.length === 0) {
    return (
      <EmptyState title={t`Geen knelpunt dat je mag zien`}>
        <Trans>Voeg een knelpunt van deze tafel toe dat hetzelfde probleem heeft, of ontbind het patroon.</Trans>
      </EmptyState>
    );
  }
  return (
    <List label={t`Knelpunten in dit patroon`}>
      {pattern.bottlenecks.map((one) => (
        <li key={one.id} className="beside">
          <div className="stack stack-xs">
            <p>
              <Link to="/knelpunten/$number" params={{ number: one.number }}>
                {one.title}
              </Link>
            </p>
            <p className="sub small">
              {[one.number, one.projects[0]?.project.name, one.municipality.name].filter(Boolean).join(', ')}
            </p>
            <p className="row small">
              <StateMark state={one.state} /> <Homes count={one.homesBlocked} />
            </p>
          </div>
          {mayRemove && (
            <IconButton
              label={t`Haal ${one.number} uit het patroon`}
              icon={<CloseIcon />}
              onPress={() => void takeOut(one)}
            />
          )}
        </li>
      ))}
    </List>
  );
}
