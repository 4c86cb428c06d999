import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useTransition, type ReactElement } from 'react';
import { useLiveRefetch } from '../../features/live/use-live-refetch.ts';
import type { OutboxPageQuery, OutboxPageQueryVariables } from '../../generated/graphql.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Table } from '../../ui/Table.tsx';
import type { Column } from '../../ui/table-column.ts';
import { TableTitle } from '../../ui/TableTitle.tsx';
import { usePageTitle } from '../page-title.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { usePageQuery } from '../use-page-query.ts';
import { NotTherePage } from './NotTherePage.tsx';
import { mailStates } from './outbox/mail-words.ts';

const pageSize = 50;
/** Nothing is told when a mail is written: while one waits, the page looks again by itself. */
const lookAgainEvery = 10_000;

export const outboxPageQuery: TypedDocumentNode<OutboxPageQuery, OutboxPageQueryVariables> = gql`
  query OutboxPage($first: Int!, $after: String) {
    outbox(first: $first, after: $after) {
      edges {
        cursor
        node {
          id
          mailState: state
          receiver
          subject
          createdAt
          dueAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

type OutboxRef = PreloadedQueryRef<OutboxPageQuery, OutboxPageQueryVariables>;
type MailRow = OutboxPageQuery['outbox']['edges'][number]['node'];

/** Starts the page's query, for who may look into the outbox; null for others. */
export async function loadOutboxPage({ preload, session }: PageContext): Promise<OutboxRef | null> {
  const allowed = session.viewer.viewerCan.some((ability) => ability.verb === 'SEE_OUTBOX' && ability.allowed);
  return allowed ? preload(outboxPageQuery, { first: pageSize }) : null;
}

const route = getRouteApi('/app/postvak-uit');

/** In the demo: the mail that would have been sent. Not there for who has nothing to do with it. */
export function OutboxPage(): ReactElement {
  const queryRef = route.useLoaderData();
  return queryRef ? <Outbox queryRef={queryRef} /> : <NotTherePage />;
}

function Outbox({ queryRef }: { queryRef: OutboxRef }): ReactElement {
  const { t, i18n } = useLingui();
  const { moment } = useFormat();
  const { data, refetch, fetchMore } = usePageQuery(queryRef);
  const [loadingMore, startLoading] = useTransition();
  usePageTitle(t`Postvak uit`);
  const { edges, pageInfo } = data.outbox;
  const rows = edges.map(({ node }) => node);
  const again = (): Promise<unknown> =>
    refetch({ first: Math.min(100, Math.max(pageSize, rows.length)) }).catch(() => undefined);
  useLiveRefetch({ streamKind: 'table' }, again);
  const waiting = rows.some(({ mailState }) => mailState === 'WAITING');
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setInterval(() => void refetch().catch(() => undefined), lookAgainEvery);
    return () => clearInterval(timer);
  }, [waiting, refetch]);
  const more = (): void =>
    startLoading(async () => {
      await fetchMore({ variables: { first: pageSize, after: pageInfo.endCursor ?? null } });
    });

  const columns: readonly Column<MailRow>[] = [
    {
      id: 'subject',
      header: t`Bericht`,
      rowHeader: true,
      width: 'grow',
      render: ({ id, subject, receiver }) => (
        <TableTitle
          link={
            <Link className="quiet-link strong" to="/postvak-uit/$id" params={{ id }}>
              {subject || t`Wordt zo geschreven`}
            </Link>
          }
          meta={[t`aan ${receiver}`]}
        />
      ),
    },
    { id: 'state', header: t`Staat`, width: 'state', render: ({ mailState }) => i18n._(mailStates[mailState]) },
    { id: 'when', header: t`Wanneer`, width: 'due', render: ({ createdAt }) => moment(createdAt) },
  ];

  return (
    <>
      <PageHead
        title={t`Postvak uit`}
        meta={
          <p className="sub">
            <Trans>Dit is de demo: er wordt niets verstuurd. Hier lees je de mail die deelnemers zouden krijgen.</Trans>
          </p>
        }
      />
      {rows.length === 0 ? (
        <EmptyState
          level={2}
          title={t`Er is nog geen mail`}
          action={
            <Link to="/">
              <Trans>Naar start</Trans>
            </Link>
          }
        >
          <Trans>Publiceer een agenda, of verzet een vergadering: een minuut later staat de mail hier.</Trans>
        </EmptyState>
      ) : (
        <>
          {waiting && (
            <p className="sub" role="status">
              <Plural
                value={rows.filter(({ mailState }) => mailState === 'WAITING').length}
                one="# bericht wacht nog: tot die tijd kan wie publiceerde het terugnemen."
                other="# berichten wachten nog: tot die tijd kan wie publiceerde ze terugnemen."
              />
            </p>
          )}
          <Table label={t`Mail, de nieuwste boven`} columns={columns} rows={rows} rowKey={({ id }) => id} keys />
          {pageInfo.hasNextPage && (
            <div className="row row-wide list-foot">
              <Button onPress={more} busy={loadingMore}>
                <Trans>Toon meer</Trans>
              </Button>
            </div>
          )}
        </>
      )}
    </>
  );
}
