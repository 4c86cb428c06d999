import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, type ReactElement } from 'react';
import type { ListSearch, ListView } from '../../../features/bottlenecks/bottleneck-address.ts';
import { filterOfView } from '../../../features/bottlenecks/bottleneck-search.ts';
import type { SavedView } from '../../../features/bottlenecks/list/view-documents.ts';
import { useLiveRefetch } from '../../../features/live/use-live-refetch.ts';
import type { ListTabsQuery, ListTabsQueryVariables } from '../../../generated/graphql.ts';
import { useFormat } from '../../../lib/format.ts';
import { useShortcut } from '../../../lib/shortcuts.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckIcon, ChevronDownIcon } from '../../../ui/icons.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { TabCount } from '../../../ui/TabCount.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import type { Preload } from '../../preload.ts';
import { addressOf } from './saved-views.ts';

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

interface ListTabsProps {
  search: ListSearch;
  tableId: string | null;
  saved: readonly SavedView[];
}

/** The views of the list, each a link with its count: the ready-made ones, then what people saved for themselves or for their table. */
export function ListTabs({ search, tableId, saved }: ListTabsProps): ReactElement {
  const { t, i18n } = useLingui();
  const { number } = useFormat();
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const { data, refetch } = useQuery(listTabsQuery, { variables: variablesOf(tableId) });
  useLiveRefetch({ subjectType: 'Bottleneck' }, refetch);
  useShortcut({
    keys: 'v',
    label: t`Naar de weergaven`,
    group: t`Lijst`,
    onPress: () =>
      [...(box.current?.querySelectorAll<HTMLElement>('[aria-current], button') ?? [])]
        .find((one) => one.offsetParent !== null)
        ?.focus(),
  });
  const opened = saved.find(({ id }) => id === search.bewaard);
  const views = [
    ...tabs.map(({ view, count, label }) => ({
      id: view as string,
      label: i18n._(label),
      count: data?.[count]?.totalCount,
      address: searchOf(view),
      current: !opened && (search.weergave ?? 'open') === view,
    })),
    ...saved.map((view) => ({
      id: view.id,
      label: view.table ? t`${view.name} (${view.table.shortName})` : view.name,
      count: view.count,
      address: addressOf(view),
      current: view === opened,
    })),
  ];
  const current = views.find((view) => view.current);
  const counted = (count: number | undefined): string => (count === undefined ? '' : number(count));
  const words = current ? [opened ? current.label : current.label.toLowerCase(), counted(current.count)] : [t`alles`];
  return (
    <div ref={box}>
      <Tabs label={t`Weergaven`}>
        {views.map(({ id, label, count, address, current: isCurrent }) => (
          <Link
            key={id}
            to="/knelpunten"
            search={address}
            activeOptions={{ includeSearch: true, exact: true }}
            aria-current={isCurrent ? 'page' : undefined}
          >
            {label} {count !== undefined && <TabCount>{counted(count)}</TabCount>}
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
          entries={views.map(({ id, label, count, address, current: isCurrent }) => ({
            id,
            label: [label, counted(count)].filter(Boolean).join(', '),
            ...(isCurrent && { icon: <CheckIcon /> }),
            onSelect: () => void navigate({ to: '/knelpunten', search: address }),
          }))}
        />
      </div>
    </div>
  );
}
