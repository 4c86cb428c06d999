import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import type { ListSearch } from '../../features/bottlenecks/bottleneck-address.ts';
import { filterOf, filterOfView, orderOf } from '../../features/bottlenecks/bottleneck-search.ts';
import { bottleneckTableFragment } from '../../features/bottlenecks/BottleneckTable.tsx';
import { selectedCaseFragment } from '../../features/bottlenecks/bulk/bulk-documents.ts';
import { rowsAPage } from '../../features/bottlenecks/list/list-pages.ts';
import type { Burst } from '../../features/bottlenecks/list/use-list-lines.ts';
import { useUnlisted } from '../../features/bottlenecks/use-unlisted.ts';
import { useArrivals } from '../../features/live/use-arrivals.ts';
import { useChosenTable } from '../../features/tables/chosen-table.ts';
import type { BottlenecksPageQuery, BottlenecksPageQueryVariables } from '../../generated/graphql.ts';
import { usePageTitle } from '../page-title.ts';
import { usePageQuery } from '../use-page-query.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { ListBody } from './bottlenecks/ListBody.tsx';
import { ListFilters, listFiltersFragment } from './bottlenecks/ListFilters.tsx';
import { ListHead } from './bottlenecks/ListHead.tsx';
import { ListShape } from './bottlenecks/ListShape.tsx';
import { ListSelection } from './bottlenecks/ListSelection.tsx';
import { ListTabs, loadListTabs } from './bottlenecks/ListTabs.tsx';
import { ViewActions } from './bottlenecks/ViewActions.tsx';
import { useSavedViews } from './bottlenecks/saved-views.ts';
import { useListSource } from './bottlenecks/use-list-source.ts';

export const bottlenecksPageQuery: TypedDocumentNode<BottlenecksPageQuery, BottlenecksPageQueryVariables> = gql`
  query BottlenecksPage(
    $filter: BottleneckFilter!
    $inView: BottleneckFilter!
    $orderBy: BottleneckOrder!
    $first: Int!
  ) {
    bottlenecks(filter: $filter, orderBy: $orderBy, first: $first) {
      totalCount
      totalCountIsExact
      homesWaiting
      edges {
        cursor
        node {
          id
          ...SelectedCase_bottleneck
          ...BottleneckTable_bottleneck
        }
      }
    }
    bottleneckFacets(filter: $inView) {
      ...ListFilters_facets @unmask
    }
  }
  ${selectedCaseFragment}
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
      first: rowsAPage,
    }),
    loadListTabs(preload, tableId),
  ]);
  return list;
}

/** The chosen rows, and the list that they were chosen from. */
interface Selection {
  listed: string;
  ids: ReadonlySet<string>;
}
const nothing: ReadonlySet<string> = new Set();

const route = getRouteApi('/app/knelpunten');

/** The list that secretary and participants work from: live, filtered and shaped by its address, walked by keys. */
export function BottlenecksPage(): ReactElement {
  const { t } = useLingui();
  usePageTitle(t`Knelpunten`);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const tableId = useChosenTable()?.id ?? null;
  const saved = useSavedViews(tableId);
  const { data, refetch } = usePageQuery(route.useLoaderData());
  const [cursor, setCursor] = useState<string | null>(null);
  const [burst, setBurst] = useState<Burst>({ count: 0, own: false });
  const { bottlenecks } = data;
  const filter = filterOf(search, tableId);
  const { source, failed, refetch: refetchGroups } = useListSource(search, tableId, bottlenecks);

  const unlisted = useUnlisted(
    bottlenecks.edges.map(({ node }) => node),
    filter,
  );
  async function renew(own = false): Promise<{ error?: unknown }> {
    const [list] = await Promise.all([refetch(), refetchGroups().catch(() => undefined)]);
    if (!list.error) setBurst(({ count }) => ({ count: count + 1, own }));
    return list;
  }
  const { arrivedAt } = useArrivals(
    { subjectType: 'Bottleneck' },
    {
      refetch: () => unlisted.fetching(renew),
      sentence: (count) => t`${plural(count, { one: '# knelpunt', other: '# knelpunten' })} nieuw of gewijzigd`,
    },
  );
  // What is chosen in one list must not be changed from another, where it is not seen.
  const listed = JSON.stringify(filter);
  const [selection, setSelection] = useState<Selection>({ listed, ids: nothing });
  const selected = selection.listed === listed ? selection.ids : nothing;
  const setSelected = (ids: ReadonlySet<string>): void => setSelection({ listed, ids });

  const change = (to: { [K in keyof ListSearch]: ListSearch[K] | undefined }): void =>
    void navigate({ search: (before) => ({ ...before, ...to }), replace: true, resetScroll: false });

  return (
    <>
      <ListHead bottlenecks={bottlenecks} search={search} tableId={tableId} />
      <ListTabs search={search} tableId={tableId} saved={saved} />
      <ListFilters facets={data.bottleneckFacets} search={search} tableId={tableId} onChange={change}>
        <span className="row end">
          <ViewActions search={search} tableId={tableId} saved={saved} />
          <ListShape search={search} onChange={change} />
        </span>
      </ListFilters>
      <ListSelection
        selected={selected}
        cursor={cursor}
        onClear={() => setSelected(nothing)}
        onChanged={() => renew(true)}
      />
      <ListBody
        search={search}
        tableId={tableId}
        source={source}
        failed={failed}
        total={bottlenecks}
        unlisted={unlisted.rows.map(({ id }) => id)}
        burst={burst}
        selected={selected}
        onSelect={setSelected}
        onCursor={setCursor}
        arrivedAt={arrivedAt}
        onChange={change}
        onRetry={() => void refetchGroups()}
      />
    </>
  );
}
