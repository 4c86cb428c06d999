import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { BottleneckPicker, type ChosenBottleneck } from '../../../../features/bottlenecks/BottleneckPicker.tsx';
import type { Problem } from '../../../../features/commands/problem.ts';
import { useFirstFocus } from '../../../../features/meetings/run/use-first-focus.ts';
import { useOutcomes } from '../../../../features/meetings/run/use-outcomes.ts';
import { Button } from '../../../../ui/Button.tsx';
import { Row } from '../../../../ui/Row.tsx';
import { CaseAtTable } from '../CaseAtTable.tsx';
import type { RunSubject } from './run-view-query.ts';

interface CaseStepsProps {
  itemId: string;
  cases: readonly Extract<RunSubject, { __typename: 'Bottleneck' }>[];
  onDone: () => void;
}

/** What the key K opens: each case with its steps, and any other case, or a new one, that comes up. */
export function CaseSteps({ itemId, cases, onDone }: CaseStepsProps): ReactElement {
  const { t } = useLingui();
  const outcomes = useOutcomes(itemId);
  const box = useFirstFocus<HTMLDivElement>();
  const [other, setOther] = useState<ChosenBottleneck | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const error = problems[0]?.message;

  async function link(): Promise<void> {
    if (!other) return;
    const sent = await outcomes.add({ kind: 'BOTTLENECK', bottleneckId: other.id }, t`Knelpunt gekoppeld`);
    if (sent === null) return;
    setProblems(sent);
    if (sent.length === 0) onDone();
  }

  return (
    <div className="stack stack-xl" ref={box}>
      {cases.map((bottleneck) => (
        <CaseAtTable key={bottleneck.id} bottleneck={bottleneck} />
      ))}
      <div className="stack stack-md">
        <BottleneckPicker
          value={other}
          onChange={setOther}
          hint={t`Kwam er een ander knelpunt ter sprake? Koppel het aan dit punt.`}
          {...(error && { error })}
        />
        <Row>
          <Button
            busy={outcomes.busy}
            onPress={() => void link()}
            {...(!other && { disabledReason: t`Kies eerst een knelpunt.` })}
          >
            <Trans>Koppel het knelpunt</Trans>
          </Button>
          <Link to="/knelpunten/nieuw" target="_blank">
            <Trans>Schrijf een nieuw (nieuw tabblad)</Trans>
          </Link>
          <Button variant="quiet" shortcut="Esc" onPress={onDone}>
            <Trans>Sluit</Trans>
          </Button>
        </Row>
      </div>
    </div>
  );
}
