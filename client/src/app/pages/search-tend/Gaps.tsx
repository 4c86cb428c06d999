import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useEffect, type ReactElement } from 'react';
import { useCommand } from '../../../features/commands/use-command.ts';
import { settleGapMutation } from '../../../features/search/tend/tend-documents.ts';
import type { SearchTendPageQuery } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useToast } from '../../../ui/Toast.tsx';

type Gap = SearchTendPageQuery['searchGaps']['edges'][number]['node'];

interface GapsProps {
  gaps: readonly Gap[];
  /** Are there more than are shown? */
  more: boolean;
  /** The question of which a synonym was just made. */
  synonymMadeOf: string | null;
  onSynonym: (gap: Gap) => void;
  onChanged: () => void;
}

/** Questions that led nowhere, as work: a synonym, a note that is asked for, or nothing. */
export function Gaps({ gaps, more, synonymMadeOf, onSynonym, onChanged }: GapsProps): ReactElement {
  const { t } = useLingui();
  const { date } = useFormat();
  const toast = useToast();
  const command = useCommand(settleGapMutation);
  const { run } = command;

  async function settle(gap: Gap, state: 'OPEN' | 'SYNONYM' | 'NOTE_ASKED' | 'IGNORED', text?: string): Promise<void> {
    const outcome = await run({ input: { searchGapId: gap.id, state } });
    if (outcome.kind === 'problems') toast({ kind: 'error', text: outcome.problems[0]?.message ?? t`Dat lukte niet.` });
    if (outcome.kind !== 'done') return;
    if (text) toast({ text, onUndo: () => settle(gap, gap.gapState) });
    onChanged();
  }

  useEffect(() => {
    const gap = gaps.find(({ id, gapState }) => id === synonymMadeOf && gapState !== 'SYNONYM');
    if (gap) void settle(gap, 'SYNONYM');
    // Once for each synonym that was made.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [synonymMadeOf]);

  return (
    <Section title={t`Zoekvragen die nergens heen leidden`}>
      <p className="sub small">
        <Trans>Niemand ziet wie iets zocht: alleen hoe vaak, en wanneer voor het laatst.</Trans>
      </p>
      {gaps.length === 0 ? (
        <EmptyState level={3} title={t`Niets te doen`}>
          <Trans>Zodra iemand niets vindt, of niets opent van wat er was, staat de vraag hier.</Trans>
        </EmptyState>
      ) : (
        <ul className="hits">
          {gaps.map((gap) => (
            <li key={gap.id}>
              <h3>
                <Link to="/zoeken" search={{ q: gap.question }}>
                  {gap.question}
                </Link>
              </h3>
              <p className="meta small">
                <span>{gap.gapKind === 'NO_HIT' ? <Trans>niets gevonden</Trans> : <Trans>niets geopend</Trans>}</span>
                <span>
                  <Plural value={gap.times} one="# keer" other="# keer" />
                </span>
                <span>
                  <Trans>laatst {date(gap.lastOn)}</Trans>
                </span>
                {gap.gapState === 'NOTE_ASKED' && (
                  <span className="soon">
                    <Trans>notitie gevraagd</Trans>
                  </span>
                )}
              </p>
              <div className="row">
                <Button onPress={() => onSynonym(gap)}>
                  <Trans>Maak een synoniem</Trans> <span className="vh">{gap.question}</span>
                </Button>
                {gap.gapState === 'OPEN' && (
                  <Button
                    onPress={() =>
                      void settle(
                        gap,
                        'NOTE_ASKED',
                        t`Op de kennispagina staat nu dat hier een notitie over gevraagd wordt`,
                      )
                    }
                  >
                    <Trans>Vraag om een notitie</Trans> <span className="vh">{gap.question}</span>
                  </Button>
                )}
                <Button variant="quiet" onPress={() => void settle(gap, 'IGNORED', t`Van de lijst gehaald`)}>
                  <Trans>Niet nodig</Trans> <span className="vh">{gap.question}</span>
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {more && (
        <p className="sub small">
          <Trans>Er zijn er meer: ze komen zodra deze klaar zijn.</Trans>
        </p>
      )}
    </Section>
  );
}
