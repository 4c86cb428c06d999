import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, useTransition, type ReactElement } from 'react';
import { LateHomeMonths } from '../../features/bottlenecks/at-risk/late-at-risk.tsx';
import { AddCasesDialog } from '../../features/bottlenecks/patterns/AddCasesDialog.tsx';
import { patternFragment } from '../../features/bottlenecks/patterns/pattern-documents.ts';
import { DissolvePatternDialog, EditPatternDialog } from '../../features/bottlenecks/patterns/PatternDialogs.tsx';
import { patternStateWords } from '../../features/bottlenecks/patterns/pattern-words.ts';
import { ResolvePatternDialog } from '../../features/bottlenecks/patterns/ResolvePatternDialog.tsx';
import { Timeline, timelineFragment } from '../../features/bottlenecks/Timeline.tsx';
import { useLiveRefetch } from '../../features/live/use-live-refetch.ts';
import type { PatternPageQuery, PatternPageQueryVariables } from '../../generated/graphql.ts';
import { useFormat } from '../../lib/format.ts';
import { Button } from '../../ui/Button.tsx';
import { Crumbs } from '../../ui/Crumbs.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { Meta } from '../../ui/Meta.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { usePageTitle } from '../page-title.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { usePageQuery } from '../use-page-query.ts';
import { NotTherePage } from './NotTherePage.tsx';
import { PatternActions, type PatternDialog } from './pattern/PatternActions.tsx';
import { PatternCases } from './pattern/PatternCases.tsx';

export const patternPageQuery: TypedDocumentNode<PatternPageQuery, PatternPageQueryVariables> = gql`
  query PatternPage($number: String!, $after: String) {
    pattern(number: $number) {
      id
      ...PatternView_pattern @unmask
      timeline(first: 20, after: $after) {
        edges {
          cursor
          node {
            id
            about
            ...Timeline_event
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
  ${patternFragment}
  ${timelineFragment}
`;

/** Starts the page's query. */
export const loadPatternPage = (
  { preload }: PageContext,
  number: string,
): Promise<PreloadedQueryRef<PatternPageQuery, PatternPageQueryVariables>> => preload(patternPageQuery, { number });

const route = getRouteApi('/app/patronen/$number');

/** One problem across projects: what it is, which cases it holds up, what resolved them all, and what happened. */
export function PatternPage(): ReactElement {
  const { t, i18n } = useLingui();
  const { longDay } = useFormat();
  const { data, refetch, fetchMore } = usePageQuery(route.useLoaderData());
  const [open, setOpen] = useState<PatternDialog | null>(null);
  const [loadingMore, startLoading] = useTransition();
  const { pattern } = data;
  usePageTitle(pattern ? `${pattern.number} ${pattern.title}` : t`Niet gevonden`);
  useLiveRefetch({ streamKind: 'table' }, () => refetch());
  if (!pattern) return <NotTherePage wayOut={<Link to="/knelpunten">{t`Naar de knelpunten`}</Link>} />;

  const { table, madeBy, madeOn, resolvedOn, resolution, note, timeline } = pattern;
  const can = (verb: string): boolean => pattern.viewerCan.some((one) => one.verb === verb && one.allowed);
  const close = (): void => setOpen(null);

  return (
    <>
      <Crumbs
        label={table.shortName}
        link={(content) => (
          <Link to="/tafels/$slug" params={{ slug: table.slug }}>
            {content}
          </Link>
        )}
      />
      <PageHead
        title={pattern.title}
        meta={
          <Meta>
            <span className="strong">{pattern.number}</span>
            <span>
              <Trans>patroon, {i18n._(patternStateWords[pattern.state])}</Trans>
            </span>
            <span>
              <Trans>
                gevormd door {madeBy.name}, {longDay(madeOn)}
              </Trans>
            </span>
          </Meta>
        }
        actions={<PatternActions pattern={pattern} onOpen={setOpen} />}
      />
      <Stack gap="3xl">
        {pattern.state === 'RESOLVED' && resolvedOn && (
          <Section title={t`Opgelost op ${longDay(resolvedOn)}`}>
            <p className="prose">{resolution}</p>
            {note && (
              <p>
                <Link to="/kennis/$slug" params={{ slug: note.slug }}>
                  {note.title}
                </Link>
              </p>
            )}
          </Section>
        )}
        <Section title={t`Het probleem`}>
          <p className="prose">{pattern.problem}</p>
        </Section>
        <Section
          title={t`Knelpunten in dit patroon`}
          aside={pattern.bottlenecks.length || undefined}
          actions={
            can('ADD') && (
              <Button variant="quiet" icon={<PlusIcon />} onPress={() => setOpen('add')}>
                <Trans>Voeg toe</Trans>
              </Button>
            )
          }
        >
          <PatternCases pattern={pattern} mayRemove={can('REMOVE')} />
          <LateHomeMonths id={pattern.id} />
        </Section>
        <Section title={t`Tijdlijn`}>
          <Timeline events={timeline.edges.map(({ node }) => node)} />
          {timeline.pageInfo.hasNextPage && (
            <Button
              busy={loadingMore}
              onPress={() =>
                startLoading(async () => {
                  await fetchMore({ variables: { after: timeline.pageInfo.endCursor ?? null } });
                })
              }
            >
              <Trans>Toon ouder</Trans>
            </Button>
          )}
        </Section>
      </Stack>
      {open === 'resolve' && <ResolvePatternDialog pattern={pattern} onClose={close} />}
      {open === 'edit' && <EditPatternDialog pattern={pattern} onClose={close} />}
      {open === 'dissolve' && <DissolvePatternDialog pattern={pattern} onClose={close} />}
      {open === 'add' && <AddCasesDialog pattern={pattern} onClose={close} />}
    </>
  );
}
