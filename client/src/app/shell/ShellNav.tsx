import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, type ReactElement } from 'react';
import { useLiveEvents } from '../../features/live/live-bus.ts';
import { useSession } from '../../features/session/session.ts';
import { useChosenTable } from '../../features/tables/chosen-table.ts';
import type { ShellCountsQuery, ShellCountsQueryVariables } from '../../generated/graphql.ts';
import { ActionIcon, AgendaIcon, BottleneckIcon, HomeIcon, KnowledgeIcon, ProjectIcon } from '../../ui/icons.tsx';
import { MainNav } from '../../ui/MainNav.tsx';
import { NavItem } from '../../ui/NavItem.tsx';

const shellCountsQuery: TypedDocumentNode<ShellCountsQuery, ShellCountsQueryVariables> = gql`
  query ShellCounts($open: BottleneckFilter!, $mine: ActionFilter!) {
    bottlenecks(filter: $open, first: 1) {
      totalCount
    }
    actions(filter: $mine, first: 1) {
      totalCount
    }
  }
`;

const settle = 800;
const options = { includeSearch: false };

/** How many open bottlenecks the chosen table has, as far as one may see, and how many open actions one has; follows what happens. */
function useCounts(tableId: string | null): { open: number | undefined; mine: number | undefined } {
  const { data, refetch } = useQuery(shellCountsQuery, {
    variables: { open: { open: true, tableId }, mine: { mine: true, states: ['OPEN'] } },
    fetchPolicy: 'cache-and-network',
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const countAgain = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void refetch().catch(() => undefined), settle);
  };
  useLiveEvents({ subjectType: 'Bottleneck' }, countAgain);
  useLiveEvents({ subjectType: 'Action' }, countAgain);
  return { open: data?.bottlenecks?.totalCount, mine: data?.actions?.totalCount };
}

/** The main menu. The agenda is that of the chosen table; for the whole province the provincial one. */
export function ShellNav(): ReactElement {
  const { t } = useLingui();
  const { pathname } = useLocation();
  const { tables } = useSession();
  const chosen = useChosenTable();
  const { open, mine } = useCounts(chosen?.id ?? null);
  const agenda = chosen ?? tables.find(({ level }) => level === 'PROVINCIAL') ?? tables[0];
  const atAgenda = pathname.startsWith('/vergaderingen/') || pathname.endsWith('/agenda');
  return (
    <MainNav>
      <NavItem
        icon={<HomeIcon />}
        label={t`Start`}
        link={(content) => (
          <Link to="/" activeOptions={{ exact: true, ...options }}>
            {content}
          </Link>
        )}
      />
      {agenda && (
        <NavItem
          icon={<AgendaIcon />}
          label={t`Agenda`}
          link={(content) => (
            <Link
              to="/tafels/$slug/agenda"
              params={{ slug: agenda.slug }}
              preload={false}
              aria-current={atAgenda ? 'page' : undefined}
            >
              {content}
            </Link>
          )}
        />
      )}
      <NavItem
        icon={<BottleneckIcon />}
        label={t`Knelpunten`}
        {...(open !== undefined && { count: open })}
        link={(content) => (
          <Link to="/knelpunten" activeOptions={options}>
            {content}
          </Link>
        )}
      />
      <NavItem
        icon={<ActionIcon />}
        label={t`Acties`}
        {...(mine !== undefined && mine > 0 && { count: mine })}
        link={(content) => (
          <Link to="/acties" activeOptions={options}>
            {content}
          </Link>
        )}
      />
      <NavItem
        icon={<KnowledgeIcon />}
        label={t`Kennis`}
        link={(content) => (
          <Link to="/kennis" activeOptions={options}>
            {content}
          </Link>
        )}
      />
      <NavItem
        icon={<ProjectIcon />}
        label={t`Projecten`}
        link={(content) => (
          <Link to="/projecten" activeOptions={options}>
            {content}
          </Link>
        )}
      />
    </MainNav>
  );
}
