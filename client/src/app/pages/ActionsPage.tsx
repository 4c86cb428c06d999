import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery, type PreloadedQueryRef } from '@apollo/client/react';
import { msg, plural } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, useTransition, type ReactElement } from 'react';
import { actionRowFragment } from '../../features/actions/action-documents.ts';
import type { ActionsSearch, ActionView } from '../../features/actions/action-address.ts';
import { filterOf, filterOfView, orderOf } from '../../features/actions/action-search.ts';
import { ActionDialog } from '../../features/actions/ActionDialog.tsx';
import { ActionTable } from '../../features/actions/ActionTable.tsx';
import { useActions } from '../../features/actions/use-actions.ts';
import { useArrivals } from '../../features/live/use-arrivals.ts';
import { useLiveRefetch } from '../../features/live/use-live-refetch.ts';
import { useChosenTable } from '../../features/tables/chosen-table.ts';
import type {
  ActionCountsQuery,
  ActionCountsQueryVariables,
  ActionsPageQuery,
  ActionsPageQueryVariables,
} from '../../generated/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { TabCount } from '../../ui/TabCount.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { useTypedText } from '../../lib/typed-text.ts';
import { usePageTitle } from '../page-title.ts';
import { usePageQuery } from '../use-page-query.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { Promises } from './actions/Promises.tsx';

const pageSize = 50;

export const actionsPageQuery: TypedDocumentNode<ActionsPageQuery, ActionsPageQueryVariables> = gql`
  query ActionsPage($filter: ActionFilter!, $orderBy: ActionOrder!, $first: Int!, $after: String) {
    actions(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          ...ActionRow_action @unmask
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${actionRowFragment}
`;

const actionCountsQuery: TypedDocumentNode<ActionCountsQuery, ActionCountsQueryVariables> = gql`
  query ActionCounts($mine: ActionFilter!, $open: ActionFilter!, $late: ActionFilter!, $done: ActionFilter!) {
    mine: actions(filter: $mine, first: 1) {
      totalCount
    }
    open: actions(filter: $open, first: 1) {
      totalCount
    }
    late: actions(filter: $late, first: 1) {
      totalCount
    }
    done: actions(filter: $done, first: 1) {
      totalCount
    }
  }
`;

const views: readonly { view: ActionView; count: 'mine' | 'open' | 'late' | 'done'; label: MessageDescriptor }[] = [
  { view: 'mijn', count: 'mine', label: msg`Van mij` },
  { view: 'open', count: 'open', label: msg`Open` },
  { view: 'te-laat', count: 'late', label: msg`Te laat` },
  { view: 'af', count: 'done', label: msg`Af` },
];

/** Starts the page's query. */
export const loadActionsPage = (
  { preload, chosenTable }: PageContext,
  search: ActionsSearch,
): Promise<PreloadedQueryRef<ActionsPageQuery, ActionsPageQueryVariables>> =>
  preload(actionsPageQuery, {
    filter: filterOf(search, chosenTable?.id ?? null),
    orderBy: orderOf(search),
    first: pageSize,
  });

const route = getRouteApi('/app/acties');

/** Who does what by when: one's own first, then those of the table one works at, and how promises are kept. */
export function ActionsPage(): ReactElement {
  const { t, i18n } = useLingui();
  usePageTitle(t`Acties`);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, refetch, fetchMore } = usePageQuery(route.useLoaderData());
  const table = useChosenTable();
  const commands = useActions();
  const [adding, setAdding] = useState(false);
  const [loadingMore, startLoading] = useTransition();
  const { actions } = data;
  const rows = actions.edges.map(({ node }) => node);
  const view = search.weergave ?? 'mijn';
  const tableId = table?.id ?? null;
  const counts = useQuery(actionCountsQuery, {
    variables: {
      mine: filterOfView('mijn', tableId),
      open: filterOfView('open', tableId),
      late: filterOfView('te-laat', tableId),
      done: filterOfView('af', tableId),
    },
    fetchPolicy: 'cache-and-network',
  });
  useLiveRefetch({ subjectType: 'Action' }, counts.refetch);
  const { arrivedAt } = useArrivals(
    { subjectType: 'Action' },
    {
      refetch: () => refetch({ first: Math.min(100, Math.max(pageSize, rows.length)) }).catch(() => undefined),
      sentence: (count) => t`${plural(count, { one: '# actie', other: '# acties' })} bijgewerkt`,
    },
  );
  const { text, type } = useTypedText(
    search.tekst ?? '',
    (tekst) =>
      void navigate({
        search: ({ tekst: _before, ...before }) => ({ ...before, ...(tekst && { tekst }) }),
        replace: true,
        resetScroll: false,
      }),
    200,
  );
  const more = (): void =>
    startLoading(async () => {
      await fetchMore({ variables: { first: pageSize, after: actions.pageInfo.endCursor ?? null } });
    });

  return (
    <>
      <PageHead
        title={t`Acties`}
        meta={
          <p className="sub">
            <Plural value={actions.totalCount} _0="Geen acties" one="# actie" other="# acties" />,{' '}
            <Trans>voor zover je ze mag zien.</Trans>
          </p>
        }
        {...(table && {
          actions: (
            <Button onPress={() => setAdding(true)}>
              <Trans>Nieuwe actie</Trans>
            </Button>
          ),
        })}
      />
      <Tabs label={t`Weergaven`}>
        {views.map(({ view: one, count, label }) => {
          const total = (counts.data ?? counts.previousData)?.[count]?.totalCount;
          return (
            <Link
              key={one}
              to="/acties"
              search={one === 'mijn' ? {} : { weergave: one }}
              activeOptions={{ includeSearch: true, exact: true }}
              aria-current={view === one ? 'page' : undefined}
            >
              {i18n._(label)} {total !== undefined && <TabCount>{total}</TabCount>}
            </Link>
          );
        })}
      </Tabs>
      <Toolbar label={t`Filters`}>
        <SearchField
          label={t`Zoek in acties`}
          placeholder={t`Actie, nummer of naam`}
          size="list"
          value={text}
          onChange={type}
        />
      </Toolbar>
      {rows.length === 0 ? (
        <ActionsEmpty view={view} searching={Boolean(search.tekst)} />
      ) : (
        <>
          <ActionTable label={t`Acties`} actions={rows} arrivedAt={arrivedAt} />
          {actions.pageInfo.hasNextPage && (
            <div className="row row-wide list-foot">
              <Button onPress={more} busy={loadingMore}>
                <Trans>Toon meer</Trans>
              </Button>
            </div>
          )}
        </>
      )}
      {table && view !== 'mijn' && <Promises slug={table.slug} />}
      {adding && table && (
        <ActionDialog
          title={t`Nieuwe actie voor ${table.shortName}`}
          confirm={t`Voeg toe`}
          start={{ what: '', owner: null, dueOn: null }}
          busy={commands.busy}
          onClose={() => setAdding(false)}
          onSend={async (entered) => {
            const problems = await commands.add(table.id, entered);
            if (problems === null) setAdding(false);
            return problems ?? [];
          }}
        />
      )}
    </>
  );
}

/** No actions: why, and one next step. */
function ActionsEmpty({ view, searching }: { view: ActionView; searching: boolean }): ReactElement {
  const { t } = useLingui();
  if (searching)
    return (
      <EmptyState level={2} title={t`Geen actie gevonden`}>
        <Trans>Zoek op een ander woord, of kijk in een andere weergave.</Trans>
      </EmptyState>
    );
  if (view === 'mijn')
    return (
      <EmptyState
        level={2}
        title={t`Je hebt geen open acties`}
        action={
          <Link to="/acties" search={{ weergave: 'open' }}>
            <Trans>Bekijk de acties van de tafel</Trans>
          </Link>
        }
      >
        <Trans>Een actie die in een vergadering voor je wordt vastgelegd, staat hier meteen.</Trans>
      </EmptyState>
    );
  return (
    <EmptyState level={2} title={view === 'te-laat' ? t`Niets is te laat` : t`Nog geen acties`}>
      <Trans>Acties ontstaan in een vergadering, of hier met “Nieuwe actie”.</Trans>
    </EmptyState>
  );
}
