import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, useTransition, type ReactElement } from 'react';
import type { ListSearch } from '../../features/bottlenecks/bottleneck-address.ts';
import {
  filterOf,
  filterOfView,
  orderOf,
  orderOfColumn,
  sortOf,
} from '../../features/bottlenecks/bottleneck-search.ts';
import { BottleneckTable, bottleneckTableFragment } from '../../features/bottlenecks/BottleneckTable.tsx';
import { useUnlisted } from '../../features/bottlenecks/use-unlisted.ts';
import { useArrivals } from '../../features/live/use-arrivals.ts';
import { useAbility } from '../../features/session/session.ts';
import { useChosenTable } from '../../features/tables/chosen-table.ts';
import type { BottlenecksPageQuery, BottlenecksPageQueryVariables } from '../../generated/graphql.ts';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { Homes } from '../../ui/Homes.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePageTitle } from '../page-title.ts';
import { usePageQuery } from '../use-page-query.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { ListEmpty } from './bottlenecks/ListEmpty.tsx';
import { ListFilters, listFiltersFragment } from './bottlenecks/ListFilters.tsx';
import { ListKeys } from './bottlenecks/ListKeys.tsx';
import { ListSelection } from './bottlenecks/ListSelection.tsx';
import { ListTabs, loadListTabs } from './bottlenecks/ListTabs.tsx';

const pageSize = 50;

export const bottlenecksPageQuery: TypedDocumentNode<BottlenecksPageQuery, BottlenecksPageQueryVariables> = gql`
  query BottlenecksPage(
    $filter: BottleneckFilter!
    $inView: BottleneckFilter!
    $orderBy: BottleneckOrder!
    $first: Int!
    $after: String
  ) {
    bottlenecks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      totalCountIsExact
      homesWaiting
      edges {
        cursor
        node {
          id
          number
          homesBlocked
          ...BottleneckTable_bottleneck
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    bottleneckFacets(filter: $inView) {
      ...ListFilters_facets @unmask
    }
  }
  ${bottleneckTableFragment}
  ${listFiltersFragment}
`;

/** Starts the page's query, and the counts of its views beside it. */
export async function loadBottlenecksPage(
  { preload, chosenTable }: PageContext,
  search: ListSearch,
): Promise<PreloadedQueryRef<BottlenecksPageQuery, BottlenecksPageQueryVariables>> {
  const tableId = chosenTable?.id ?? null;
  const [list] = await Promise.all([
    preload(bottlenecksPageQuery, {
      filter: filterOf(search, tableId),
      inView: filterOfView(search.weergave ?? 'open', tableId),
      orderBy: orderOf(search),
      first: pageSize,
    }),
    loadListTabs(preload, tableId),
  ]);
  return list;
}

const route = getRouteApi('/app/knelpunten');

/** The list that secretary and participants work from: live, filtered by its address, walked by keys. */
export function BottlenecksPage(): ReactElement {
  const { t } = useLingui();
  usePageTitle(t`Knelpunten`);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const table = useChosenTable();
  const mayLog = useAbility('LOG_BOTTLENECK');
  const queryRef = route.useLoaderData();
  const { data, refetch, fetchMore } = usePageQuery(queryRef);
  const [loadingMore, startLoading] = useTransition();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const { bottlenecks } = data;
  const listed = bottlenecks.edges.map(({ node }) => node);
  const sort = sortOf(search);

  const unlisted = useUnlisted(listed, filterOf(search, table?.id ?? null));
  const rows = [...unlisted.rows, ...listed];
  const { arrivedAt } = useArrivals(
    { subjectType: 'Bottleneck' },
    {
      // As many rows as stand there now, so that nobody loses their place.
      refetch: () => unlisted.fetching(() => refetch({ first: Math.min(100, Math.max(pageSize, listed.length)) })),
      sentence: (count) => t`${plural(count, { one: '# knelpunt', other: '# knelpunten' })} nieuw of gewijzigd`,
    },
  );

  const { totalCount, totalCountIsExact, homesWaiting } = bottlenecks;
  const shown = listed.filter(({ id }) => selected.has(id));
  const more = (): void =>
    startLoading(async () => {
      await fetchMore({ variables: { first: pageSize, after: bottlenecks.pageInfo.endCursor ?? null } });
    });

  return (
    <>
      <PageHead
        title={t`Knelpunten`}
        meta={
          homesWaiting > 0 ? (
            <Homes count={homesWaiting}>
              <Plural value={homesWaiting} one="woning wacht" other="woningen wachten" />{' '}
              <span className="sub">
                <Plural
                  value={totalCount}
                  one="op # knelpunt dat je mag zien"
                  other="op # knelpunten die je mag zien"
                />
              </span>
            </Homes>
          ) : (
            <p className="sub">
              <Plural
                value={totalCount}
                _0="Geen knelpunten die je mag zien"
                one="# knelpunt dat je mag zien"
                other="# knelpunten die je mag zien"
              />
            </p>
          )
        }
        actions={
          mayLog.allowed ? (
            <Link className={buttonClass('primary')} to="/knelpunten/nieuw">
              <PlusIcon /> <Trans>Nieuw knelpunt</Trans> <Kbd>n</Kbd>
            </Link>
          ) : undefined
        }
      />
      <ListTabs search={search} tableId={table?.id ?? null} />
      <ListFilters
        facets={data.bottleneckFacets}
        search={search}
        onChange={(change) =>
          void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false })
        }
      />
      <ListSelection rows={shown} onClear={() => setSelected(new Set())} />
      {rows.length === 0 ? (
        <ListEmpty search={search} />
      ) : (
        <>
          <BottleneckTable
            label={t`Knelpunten`}
            bottlenecks={rows}
            selected={selected}
            onSelect={setSelected}
            arrivedAt={arrivedAt}
            onSort={({ column }) =>
              void navigate({
                search: (before) => ({ ...before, volgorde: orderOfColumn(column) }),
                replace: true,
                resetScroll: false,
              })
            }
            {...(sort && { sort })}
          />
          <div className="row row-wide list-foot">
            <p className="sub small">
              <Trans>
                {listed.length} van {totalCount}
                {totalCountIsExact ? '' : '+'}. Eén dak is 50 woningen.
              </Trans>
            </p>
            {bottlenecks.pageInfo.hasNextPage && (
              <Button onPress={more} busy={loadingMore}>
                <Trans>Toon meer</Trans>
              </Button>
            )}
            <ListKeys />
          </div>
        </>
      )}
    </>
  );
}
