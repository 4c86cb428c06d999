import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi } from '@tanstack/react-router';
import { useTransition, type ReactElement } from 'react';
import { useArrivals } from '../../features/live/use-arrivals.ts';
import type { ProjectsSearch } from '../../features/projects/project-address.ts';
import { filterOf, orderOf, orderOfColumn, sortOf } from '../../features/projects/project-search.ts';
import { ProjectTable, projectTableFragment } from '../../features/projects/ProjectTable.tsx';
import type { ProjectsPageQuery, ProjectsPageQueryVariables } from '../../generated/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { usePageTitle } from '../page-title.ts';
import { usePageQuery } from '../use-page-query.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { ProjectFilters, projectFiltersFragment } from './projects/ProjectFilters.tsx';
import { ProjectsEmpty } from './projects/ProjectsEmpty.tsx';

const pageSize = 50;

export const projectsPageQuery: TypedDocumentNode<ProjectsPageQuery, ProjectsPageQueryVariables> = gql`
  query ProjectsPage($filter: ProjectFilter!, $orderBy: ProjectOrder!, $first: Int!, $after: String) {
    projects(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          ...ProjectTable_project
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    regions {
      id
      ...ProjectFilters_region @unmask
    }
  }
  ${projectTableFragment}
  ${projectFiltersFragment}
`;

/** Starts the page's query. */
export const loadProjectsPage = (
  { preload }: PageContext,
  search: ProjectsSearch,
): Promise<PreloadedQueryRef<ProjectsPageQuery, ProjectsPageQueryVariables>> =>
  preload(projectsPageQuery, { filter: filterOf(search), orderBy: orderOf(search), first: pageSize });

const route = getRouteApi('/app/projecten');

/** The register: which projects there are, and which of them wait. */
export function ProjectsPage(): ReactElement {
  const { t } = useLingui();
  usePageTitle(t`Projecten`);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const queryRef = route.useLoaderData();
  const { data, refetch, fetchMore } = usePageQuery(queryRef);
  const [loadingMore, startLoading] = useTransition();
  const { projects, regions } = data;
  const rows = projects.edges.map(({ node }) => node);
  const sort = sortOf(search);

  // A project's figures change with its bottlenecks; the server knows which rows belong and in which order.
  const { arrivedAt } = useArrivals(
    { subjectType: 'Project' },
    {
      refetch: () => refetch({ first: Math.min(100, Math.max(pageSize, rows.length)) }).catch(() => undefined),
      sentence: (count) => t`${plural(count, { one: '# project', other: '# projecten' })} bijgewerkt`,
    },
  );

  const more = (): void =>
    startLoading(async () => {
      await fetchMore({ variables: { first: pageSize, after: projects.pageInfo.endCursor ?? null } });
    });

  return (
    <>
      <PageHead
        title={t`Projecten`}
        meta={
          <p className="sub">
            <Plural value={projects.totalCount} _0="Geen projecten" one="# project" other="# projecten" />.{' '}
            <Trans>Wat wacht telt de open knelpunten die je mag zien, elke woning één keer.</Trans>
          </p>
        }
      />
      <ProjectFilters
        regions={regions}
        search={search}
        onChange={(change) =>
          void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false })
        }
      />
      {rows.length === 0 ? (
        <ProjectsEmpty search={search} />
      ) : (
        <>
          <ProjectTable
            label={t`Projecten`}
            projects={rows}
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
                {rows.length} van {projects.totalCount}. Eén dak is 50 woningen.
              </Trans>
            </p>
            {projects.pageInfo.hasNextPage && (
              <Button onPress={more} busy={loadingMore}>
                <Trans>Toon meer</Trans>
              </Button>
            )}
          </div>
        </>
      )}
    </>
  );
}
