import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { ListSearch, ListView } from '../../../features/bottlenecks/bottleneck-address.ts';
import { filterOfView } from '../../../features/bottlenecks/bottleneck-search.ts';
import { useLiveRefetch } from '../../../features/live/use-live-refetch.ts';
import type { ListTabsQuery, ListTabsQueryVariables } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckIcon, ChevronDownIcon } from '../../../ui/icons.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { TabCount } from '../../../ui/TabCount.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import type { Preload } from '../../preload.ts';

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

const searchOf = (view: ListView): ListSearch => ({ ...(view !== 'open' && { weergave: view }) });

const variablesOf = (tableId: string | null): ListTabsQueryVariables => ({
  open: filterOfView('open', tableId),
  late: filterOfView('te-laat', tableId),
  national: filterOfView('naar-den-haag', tableId),
  triage: filterOfView('triage', tableId),
  mine: filterOfView('mijn', tableId),
  resolved: filterOfView('opgelost', tableId),
});

/** Fetches the counts beside the list, so that they stand there with it. Without them the views still work. */
export const loadListTabs = async (preload: Preload, tableId: string | null): Promise<void> =>
  void (await preload(listTabsQuery, variablesOf(tableId)).catch(() => undefined));

/** The ready-made views of the list, each a link with its count for the table one works at. */
export function ListTabs({ search, tableId }: { search: ListSearch; tableId: string | null }): ReactElement {
  const { t, i18n } = useLingui();
  const { number } = useFormat();
  const navigate = useNavigate();
  const { data, refetch } = useQuery(listTabsQuery, { variables: variablesOf(tableId) });
  useLiveRefetch({ subjectType: 'Bottleneck' }, refetch);
  const current = search.weergave ?? 'open';
  const currentTab = tabs.find(({ view }) => view === current);
  const counted = (count: Counted): string => (data?.[count] ? number(data[count].totalCount) : '');
  const words = currentTab ? [i18n._(currentTab.label).toLowerCase(), counted(currentTab.count)] : [t`alles`];
  return (
    <>
      <Tabs label={t`Weergaven`}>
        {tabs.map(({ view, count, label }) => (
          <Link
            key={view}
            to="/knelpunten"
            search={searchOf(view)}
            activeOptions={{ includeSearch: true, exact: true }}
            aria-current={current === view ? 'page' : undefined}
          >
            {i18n._(label)} {data?.[count] && <TabCount>{counted(count)}</TabCount>}
          </Link>
        ))}
      </Tabs>
      {/* The same views where there is no room for a row of links. */}
      <div className="narrow">
        <Menu
          label={t`Weergaven`}
          trigger={
            <Button iconEnd={<ChevronDownIcon />}>
              <Trans>Weergave: {words.filter(Boolean).join(', ')}</Trans>
            </Button>
          }
          entries={tabs.map(({ view, count, label }) => ({
            id: view,
            label: [i18n._(label), counted(count)].filter(Boolean).join(', '),
            ...(view === current && { icon: <CheckIcon /> }),
            onSelect: () => void navigate({ to: '/knelpunten', search: searchOf(view) }),
          }))}
        />
      </div>
    </>
  );
}
