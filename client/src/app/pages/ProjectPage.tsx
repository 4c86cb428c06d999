import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { LateHomeMonths } from '../../features/bottlenecks/at-risk/late-at-risk.tsx';
import { useArrivals } from '../../features/live/use-arrivals.ts';
import { keyProjectLabel, phaseLabels } from '../../features/projects/project-words.ts';
import { useAbility, useViewer } from '../../features/session/session.ts';
import type { ProjectPageQuery, ProjectPageQueryVariables } from '../../generated/graphql.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { Crumbs } from '../../ui/Crumbs.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { Meta } from '../../ui/Meta.tsx';
import { Note } from '../../ui/Note.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { usePageTitle } from '../page-title.ts';
import { usePageQuery } from '../use-page-query.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { NotTherePage } from './NotTherePage.tsx';
import { ProjectCases, projectCasesFragment } from './project/ProjectCases.tsx';
import { RegisterFacts, registerFactsFragment } from './project/RegisterFacts.tsx';
import { WaitingHomes } from './project/WaitingHomes.tsx';

export const projectPageQuery: TypedDocumentNode<ProjectPageQuery, ProjectPageQueryVariables> = gql`
  query ProjectPage($id: ID!, $openAfter: String, $closedAfter: String) {
    node(id: $id) {
      id
      ... on Project {
        name
        kind
        openBottleneckCount
        homesWaiting
        ...RegisterFacts_project @unmask
        open: bottlenecks(first: 20, after: $openAfter, open: true) {
          ...ProjectCases_connection @unmask
        }
        closed: bottlenecks(first: 20, after: $closedAfter, open: false) {
          ...ProjectCases_connection @unmask
        }
      }
    }
  }
  ${registerFactsFragment}
  ${projectCasesFragment}
`;

/** Starts the page's query. */
export const loadProjectPage = (
  { preload }: PageContext,
  id: string,
): Promise<PreloadedQueryRef<ProjectPageQuery, ProjectPageQueryVariables>> => preload(projectPageQuery, { id });

const route = getRouteApi('/app/projecten/$id');

/** A project: what holds it up and how many homes wait, then what the register says, then what was solved here. */
export function ProjectPage(): ReactElement {
  const { t, i18n } = useLingui();
  const queryRef = route.useLoaderData();
  const { data, refetch, fetchMore } = usePageQuery(queryRef);
  const { demo } = useViewer();
  const mayLog = useAbility('LOG_BOTTLENECK');
  const project = data.node?.__typename === 'Project' ? data.node : null;
  usePageTitle(project?.name ?? t`Niet gevonden`);
  const { arrivedAt } = useArrivals(
    { subjectType: 'Bottleneck', subjectId: project?.id ?? '' },
    {
      refetch: () => refetch().catch(() => undefined),
      sentence: (count) => t`${plural(count, { one: '# knelpunt', other: '# knelpunten' })} nieuw of gewijzigd`,
    },
  );
  if (!project) return <NotTherePage wayOut={<Link to="/projecten">{t`Naar de projecten`}</Link>} />;

  const { name, municipality, planNumber, phase, kind, keyProject, open, closed } = project;
  const mark = keyProjectLabel(keyProject);
  const register = kind === 'REAL_PUBLIC' && demo;

  return (
    <>
      <Crumbs label={t`Projecten`} link={(content) => <Link to="/projecten">{content}</Link>} />
      <PageHead
        title={name}
        meta={
          <Meta>
            {planNumber && <span className="strong">{planNumber}</span>}
            <span>{municipality.name}</span>
            {phase !== 'UNKNOWN' && <span>{i18n._(phaseLabels[phase])}</span>}
            {mark && <Tag>{i18n._(mark)}</Tag>}
          </Meta>
        }
        actions={
          !register && mayLog.allowed ? (
            <Link className={buttonClass('primary')} to="/knelpunten/nieuw" search={{ project: project.id }}>
              <PlusIcon /> <Trans>Nieuw knelpunt voor dit project</Trans>
            </Link>
          ) : undefined
        }
      />
      <Stack gap="3xl">
        {register ? (
          <Note kind="info" title={t`Alleen registerdata`}>
            <Trans>
              Dit project bestaat echt en staat hier zoals openbare bronnen het noemen. De knelpunten in deze demo zijn
              verzonnen en hangen daarom nooit aan een echt project.
            </Trans>
          </Note>
        ) : (
          <Section title={t`Wat houdt het tegen?`}>
            {open.edges.length === 0 ? (
              <EmptyState title={t`Geen open knelpunt dat je mag zien`}>
                {mayLog.allowed ? (
                  <Trans>Loopt het hier vast? Dien een knelpunt in, dan komt het bij de tafel.</Trans>
                ) : (
                  mayLog.reason
                )}
              </EmptyState>
            ) : (
              <>
                <WaitingHomes
                  key={`${project.homesWaiting} ${project.openBottleneckCount}`}
                  waiting={project.homesWaiting}
                  homes={project.homes ?? null}
                  count={project.openBottleneckCount}
                />
                <LateHomeMonths id={project.id} />
                <ProjectCases
                  label={t`Open knelpunten, op uiterste datum`}
                  cases={open}
                  arrivedAt={arrivedAt}
                  onMore={(openAfter) => fetchMore({ variables: { openAfter } })}
                />
              </>
            )}
          </Section>
        )}
        <RegisterFacts project={project} />
        {closed.edges.length > 0 && (
          <Section title={t`Hier al afgesloten`}>
            <ProjectCases
              label={t`Afgesloten knelpunten`}
              cases={closed}
              arrivedAt={arrivedAt}
              onMore={(closedAfter) => fetchMore({ variables: { closedAfter } })}
            />
          </Section>
        )}
      </Stack>
    </>
  );
}
