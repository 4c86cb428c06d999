import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { undoImportMutation, type ImportView } from '../../../features/bottlenecks/import/import-documents.ts';
import { useCommand } from '../../../features/commands/use-command.ts';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { Note } from '../../../ui/Note.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useToast } from '../../../ui/Toast.tsx';

/** What came of an import, and the way back. */
export function ImportResult({ one }: { one: ImportView }): ReactElement {
  const { t } = useLingui();
  const { number, moment } = useFormat();
  const toast = useToast();
  const undoing = useCommand(undoImportMutation);
  const [refused, setRefused] = useState<string | null>(null);
  const countOf = (kind: string): number => one.counts.find((each) => each.kind === kind)?.count ?? 0;
  const may = one.viewerCan.some(({ verb, allowed }) => verb === 'UNDO' && allowed);
  const undone = one.importState === 'UNDONE';
  const added = number(countOf('NEW'));
  const changed = number(countOf('CHANGED'));
  const left = number(countOf('REFUSED'));

  async function undo(): Promise<void> {
    const outcome = await undoing.run({ input: { importId: one.id, expectedVersion: one.version } });
    setRefused(outcome.kind === 'problems' ? (outcome.problems[0]?.message ?? t`Dat lukte niet.`) : null);
    if (outcome.kind === 'done') toast({ text: t`De lijst is teruggedraaid` });
  }

  return (
    <div className="stack">
      <Note
        kind={undone ? 'info' : 'success'}
        live
        title={undone ? t`Teruggedraaid` : t`Overgenomen: ${added} nieuw, ${changed} gewijzigd`}
      >
        {!undone && countOf('REFUSED') > 0 && (
          <p>
            <Trans>{left} geweigerde rijen zijn niet overgenomen.</Trans>
          </p>
        )}
        {one.appliedAt && <p className="sub small">{moment(one.appliedAt)}</p>}
        <div className="row">
          <Link to="/knelpunten" search={{ weergave: 'alles', volgorde: 'gewijzigd', tafel: one.table.slug }}>
            <Trans>Bekijk ze in de lijst</Trans>
          </Link>
          {may && (
            <Button busy={undoing.busy} onPress={() => void undo()}>
              <Trans>Draai terug</Trans>
            </Button>
          )}
        </div>
        {refused !== null && <p role="alert">{refused}</p>}
      </Note>
      {one.keptChanges.length > 0 && (
        <Section title={t`Intussen door anderen gewijzigd, en zo gebleven`} aside={one.keptChanges.length}>
          <ul className="list">
            {one.keptChanges.map(({ id, number: caseNumber, title }) => (
              <li key={id}>
                <Link className="quiet-link strong" to="/knelpunten/$number" params={{ number: caseNumber }}>
                  {caseNumber} {title}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
