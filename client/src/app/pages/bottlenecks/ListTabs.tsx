import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { filterOfView, type ListSearch, type ListView } from '../../../features/bottlenecks/bottleneck-search.ts';
import { useLiveRefetch } from '../../../features/live/use-live-refetch.ts';
import type { ListTabsQuery, ListTabsQueryVariables } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { TabCount } from '../../../ui/TabCount.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';

const listTabsQuery: TypedDocumentNode<ListTabsQuery, ListTabsQueryVariables> = gql`
  query ListTabs(
    $open: BottleneckFilter!
    $late: BottleneckFilter!
    $national: BottleneckFilter!
    $triage: BottleneckFilter!
    $mine: BottleneckFilter!
    $resolved: BottleneckFilter!
  ) {
    open: bottlenecks(filter: $open, first: 1) {
      totalCount
    }
    late: bottlenecks(filter: $late, first: 1) {
      totalCount
    }
    national: bottlenecks(filter: $national, first: 1) {
      totalCount
    }
    triage: bottlenecks(filter: $triage, first: 1) {
      totalCount
    }
    mine: bottlenecks(filter: $mine, first: 1) {
      totalCount
    }
    resolved: bottlenecks(filter: $resolved, first: 1) {
      totalCount
    }
  }
`;

type Counted = 'open' | 'late' | 'national' | 'triage' | 'mine' | 'resolved';

const tabs: readonly { view: ListView; count: Counted; label: MessageDescriptor }[] = [
  { view: 'open', count: 'open', label: msg`Open` },
  { view: 'te-laat', count: 'late', label: msg`Te laat` },
  { view: 'naar-den-haag', count: 'national', label: msg`Naar Den Haag` },
  { view: 'triage', count: 'triage', label: msg`Wacht op triage` },
  { view: 'mijn', count: 'mine', label: msg`Van mij` },
  { view: 'opgelost', count: 'resolved', label: msg`Opgelost` },
];

/** The ready-made views of the list, each a link with its count for the table one works at. */
export function ListTabs({ search, tableId }: { search: ListSearch; tableId: string | null }): ReactElement {
  const { t, i18n } = useLingui();
  const { number } = useFormat();
  const { data, refetch } = useQuery(listTabsQuery, {
    variables: {
      open: filterOfView('open', tableId),
      late: filterOfView('te-laat', tableId),
      national: filterOfView('naar-den-haag', tableId),
      triage: filterOfView('triage', tableId),
      mine: filterOfView('mijn', tableId),
      resolved: filterOfView('opgelost', tableId),
    },
    fetchPolicy: 'cache-and-network',
  });
  useLiveRefetch({ subjectType: 'Bottleneck' }, refetch);
  const current = search.weergave ?? 'open';
  return (
    <Tabs label={t`Weergaven`}>
      {tabs.map(({ view, count, label }) => (
        <Link
          key={view}
          to="/knelpunten"
          search={{ ...(view !== 'open' && { weergave: view }) }}
          activeOptions={{ includeSearch: true, exact: true }}
          aria-current={current === view ? 'page' : undefined}
        >
          {i18n._(label)} {data?.[count] && <TabCount>{number(data[count].totalCount)}</TabCount>}
        </Link>
      ))}
    </Tabs>
  );
}
