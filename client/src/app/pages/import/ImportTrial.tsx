import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  applyImportMutation,
  confirmGuessesMutation,
  importRowFragment,
  type ImportView,
} from '../../../features/bottlenecks/import/import-documents.ts';
import { rowKindNames } from '../../../features/bottlenecks/import/import-words.ts';
import { rowKinds, rowKindWords, type RowKindWord } from '../../../features/bottlenecks/import/row-kinds.ts';
import { useCommand } from '../../../features/commands/use-command.ts';
import type {
  ImportPageQuery,
  ImportRowKind,
  ImportRowsQuery,
  ImportRowsQueryVariables,
} from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { Note } from '../../../ui/Note.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TabCount } from '../../../ui/TabCount.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { ImportColumns } from './ImportColumns.tsx';
import { ImportRows } from './ImportRows.tsx';

const importRowsQuery: TypedDocumentNode<ImportRowsQuery, ImportRowsQueryVariables> = gql`
  query ImportRows($id: ID!, $kind: ImportRowKind, $guessed: Boolean, $after: String) {
    import(id: $id) {
      id
      rows(kind: $kind, guessed: $guessed, first: 50, after: $after) {
        totalCount
        edges {
          cursor
          node {
            id
            ...ImportRow_row @unmask
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
  ${importRowFragment}
`;

const route = getRouteApi('/app/knelpunten/importeer/$id');

interface ImportTrialProps {
  one: ImportView;
  fields: ImportPageQuery['importFields'];
}

const countOf = (one: ImportView, kind: ImportRowKind): number =>
  one.counts.find((each) => each.kind === kind)?.count ?? 0;

/** The trial run: what would become of every row, and what a person has to look at before it is applied. */
export function ImportTrial({ one, fields }: ImportTrialProps): ReactElement {
  const { t, i18n } = useLingui();
  const { number } = useFormat();
  const { rijen } = route.useSearch();
  const [columns, setColumns] = useState(false);
  const [onlyGuesses, setOnlyGuesses] = useState(false);
  const first = rowKindWords.find((word) => countOf(one, rowKinds[word]) > 0) ?? 'nieuw';
  const word: RowKindWord = rijen ?? (countOf(one, 'REFUSED') > 0 ? 'geweigerd' : first);
  const kind = rowKinds[word];
  const variables = onlyGuesses ? { id: one.id, guessed: true } : { id: one.id, kind };
  const { data, previousData, refetch, fetchMore, loading } = useQuery(importRowsQuery, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const rows = (data ?? (loading ? previousData : undefined))?.import?.rows;
  const again = (): Promise<unknown> => refetch().catch(() => undefined);

  if (columns) {
    return (
      <>
        <ImportColumns one={one} fields={fields} />
        <Button variant="quiet" onPress={() => setColumns(false)}>
          <Trans>Terug naar de proef</Trans>
        </Button>
      </>
    );
  }
  return (
    <>
      <Apply one={one} onRefused={again} />
      {one.guessCount > 0 && (
        <Guesses one={one} shown={onlyGuesses} onShow={() => setOnlyGuesses((before) => !before)} />
      )}
      <Section
        title={t`Proef`}
        actions={
          <Button variant="quiet" onPress={() => setColumns(true)}>
            <Trans>Andere kolommen</Trans>
          </Button>
        }
      >
        {!onlyGuesses && (
          <Tabs label={t`Rijen van de proef`}>
            {rowKindWords.map((each) => (
              <Link
                key={each}
                to="/knelpunten/importeer/$id"
                params={{ id: one.id }}
                search={(before) => ({ ...before, rijen: each })}
                aria-current={each === word ? 'page' : undefined}
                resetScroll={false}
              >
                {i18n._(rowKindNames[rowKinds[each]])} <TabCount>{number(countOf(one, rowKinds[each]))}</TabCount>
              </Link>
            ))}
          </Tabs>
        )}
        {rows && (
          <ImportRows
            key={onlyGuesses ? 'guesses' : kind}
            rows={rows.edges.map(({ node }) => node)}
            fields={fields}
            onChanged={again}
            {...(rows.pageInfo.hasNextPage && {
              onMore: () => fetchMore({ variables: { ...variables, after: rows.pageInfo.endCursor } }),
            })}
          />
        )}
      </Section>
    </>
  );
}

interface GuessesProps {
  one: ImportView;
  shown: boolean;
  onShow: () => void;
}

function Guesses({ one, shown, onShow }: GuessesProps): ReactElement {
  const { t } = useLingui();
  const confirming = useCommand(confirmGuessesMutation);
  const [refused, setRefused] = useState<string | null>(null);
  async function confirm(): Promise<void> {
    const outcome = await confirming.run({ input: { importId: one.id, expectedVersion: one.version } });
    setRefused(outcome.kind === 'problems' ? (outcome.problems[0]?.message ?? t`Dat lukte niet.`) : null);
  }
  return (
    <Note
      kind={one.guessesConfirmed ? 'success' : 'warning'}
      title={
        one.guessesConfirmed
          ? t`De schattingen zijn bevestigd`
          : plural(one.guessCount, {
              one: 'In # rij is iets geschat: kijk het na',
              other: 'In # rijen is iets geschat: kijk ze na',
            })
      }
    >
      {refused !== null && <p role="alert">{refused}</p>}
      <div className="row">
        <Button pressed={shown} onPress={onShow}>
          <Trans>Toon alleen de schattingen</Trans>
        </Button>
        {!one.guessesConfirmed && (
          <Button busy={confirming.busy} onPress={() => void confirm()}>
            <Trans>Ze kloppen</Trans>
          </Button>
        )}
      </div>
    </Note>
  );
}

function Apply({ one, onRefused }: { one: ImportView; onRefused: () => Promise<unknown> }): ReactElement {
  const { t } = useLingui();
  const { number } = useFormat();
  const applying = useCommand(applyImportMutation);
  const [refused, setRefused] = useState<string | null>(null);
  const added = countOf(one, 'NEW');
  const changed = countOf(one, 'CHANGED');
  const left = countOf(one, 'REFUSED');
  const may = one.viewerCan.find(({ verb }) => verb === 'APPLY');
  const why =
    added + changed === 0
      ? t`Er is niets om over te nemen: geen rij is nieuw of anders.`
      : one.guessCount > 0 && !one.guessesConfirmed
        ? t`Kijk eerst de schattingen na.`
        : may?.allowed
          ? undefined
          : (may?.reason ?? t`Dat mag je nu niet.`);
  async function apply(): Promise<void> {
    const outcome = await applying.run({ input: { importId: one.id, expectedVersion: one.version } });
    setRefused(outcome.kind === 'problems' ? (outcome.problems[0]?.message ?? t`Dat lukte niet.`) : null);
    if (outcome.kind === 'problems') await onRefused();
  }
  return (
    <div className="stack">
      {refused !== null && (
        <Note kind="error" live title={t`Er is nog niets overgenomen`}>
          <p>{refused}</p>
        </Note>
      )}
      <p className="lead">
        {t`${number(added)} nieuw, ${number(changed)} gewijzigd`}
        {left > 0 && t`, ${number(left)} geweigerd blijven achter`}
      </p>
      <div className="row">
        <Button
          variant="primary"
          busy={applying.busy}
          {...(why !== undefined && { disabledReason: why })}
          onPress={() => void apply()}
        >
          <Trans>Neem over</Trans>
        </Button>
      </div>
    </div>
  );
}
