import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import { useCommand } from '../../../features/commands/use-command.ts';
import {
  addSynonymsMutation,
  removeSynonymsMutation,
  type SynonymRow,
} from '../../../features/search/tend/tend-documents.ts';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PlusIcon } from '../../../ui/icons.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useToast } from '../../../ui/Toast.tsx';

interface SynonymsProps {
  groups: readonly SynonymRow[];
  /** Opens the dialog, for a group or for a new one. */
  onOpen: (group: SynonymRow | null) => void;
  onChanged: () => void;
}

/** The words that the province says mean the same, beside those that come with the program. */
export function Synonyms({ groups, onOpen, onChanged }: SynonymsProps): ReactElement {
  const { t } = useLingui();
  const { date } = useFormat();
  const toast = useToast();
  const remove = useCommand(removeSynonymsMutation);
  const add = useCommand(addSynonymsMutation);

  async function putBack({ terms, oneWay, theme, validFrom, validUntil, remark }: SynonymRow): Promise<void> {
    const outcome = await add.run({
      input: { terms, oneWay, themeCode: theme?.code ?? null, validFrom, validUntil, remark },
    });
    if (outcome.kind === 'done') onChanged();
  }

  async function takeAway(group: SynonymRow): Promise<void> {
    const outcome = await remove.run({ input: { synonymGroupId: group.id } });
    if (outcome.kind === 'problems') toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Dat lukte niet.` });
    if (outcome.kind === 'failed') return;
    if (outcome.kind === 'done') toast({ text: t`Synoniemen weggehaald`, onUndo: () => putBack(group) });
    onChanged();
  }

  const button = (
    <Button icon={<PlusIcon />} onPress={() => onOpen(null)}>
      <Trans>Voeg synoniemen toe</Trans>
    </Button>
  );
  return (
    <Section title={t`Synoniemen van de provincie`} actions={groups.length > 0 && button}>
      {groups.length === 0 ? (
        <EmptyState level={3} title={t`Nog geen eigen synoniemen`} action={button}>
          <Trans>Zoeken kent de woorden van het vak al. Voeg toe hoe mensen het hier noemen.</Trans>
        </EmptyState>
      ) : (
        <ul className="hits">
          {groups.map((group) => (
            <li key={group.id}>
              <h3>{group.terms.join(', ')}</h3>
              <p className="meta small">
                {group.oneWay.length > 0 && (
                  <span>
                    <Trans>ook gevonden met: {group.oneWay.join(', ')}</Trans>
                  </span>
                )}
                {group.theme && <span>{group.theme.name}</span>}
                {group.validFrom && (
                  <span>
                    <Trans>vanaf {date(group.validFrom)}</Trans>
                  </span>
                )}
                {group.validUntil && (
                  <span>
                    <Trans>tot en met {date(group.validUntil)}</Trans>
                  </span>
                )}
                <span>{group.updatedBy.name}</span>
              </p>
              {group.remark && <p className="small">{group.remark}</p>}
              <div className="row">
                <Button onPress={() => onOpen(group)}>
                  <Trans>Wijzig</Trans> <span className="vh">{group.terms[0]}</span>
                </Button>
                <Button variant="quiet" onPress={() => void takeAway(group)}>
                  <Trans>Haal weg</Trans> <span className="vh">{group.terms[0]}</span>
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
