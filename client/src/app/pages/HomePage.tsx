import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { HomePageQuery, HomePageQueryVariables } from '../../generated/graphql.ts';
import { inboxRowFragment } from '../../features/notifications/InboxRow.tsx';
import { useArrivals } from '../../features/live/use-arrivals.ts';
import { useLiveRefetch } from '../../features/live/use-live-refetch.ts';
import { useAbility, useSession } from '../../features/session/session.ts';
import { useVisit } from '../../features/session/visit.ts';
import { useChosenTable } from '../../features/tables/chosen-table.ts';
import { NextMeeting, nextMeetingFragment } from '../../features/meetings/NextMeeting.tsx';
import { capital } from '../../lib/capital.ts';
import { today } from '../../lib/dates.ts';
import { useFormat } from '../../lib/format.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';
import { Split } from '../../ui/Split.tsx';
import { usePageTitle } from '../page-title.ts';
import { usePageQuery } from '../use-page-query.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { AskedOfMe, askedOfMeFragment } from './home/AskedOfMe.tsx';
import { aroundOf, filterOf } from './home/around.ts';
import { AroundMe } from './home/AroundMe.tsx';
import { caseTableFragment } from './home/CaseTable.tsx';
import { MyBottlenecks } from './home/MyBottlenecks.tsx';
import { NextMeetingSentence, nextMeetingSentenceFragment } from './home/NextMeetingSentence.tsx';
import { SinceLastVisit } from './home/SinceLastVisit.tsx';

export const homePageQuery: TypedDocumentNode<HomePageQuery, HomePageQueryVariables> = gql`
  query HomePage($around: BottleneckFilter!) {
    askedOfMe {
      ...AskedOfMe_asked @unmask
    }
    bottlenecks(filter: { mine: true, open: true }, orderBy: DUE_ON, first: 25) {
      totalCount
      homesWaiting
      edges {
        cursor
        node {
          id
          ...CaseTable_bottleneck
        }
      }
    }
    around: bottlenecks(filter: $around, orderBy: DUE_ON, first: 8) {
      edges {
        cursor
        node {
          id
          ...CaseTable_bottleneck
        }
      }
    }
    tables {
      edges {
        cursor
        node {
          id
          nextMeeting {
            id
            startsAt
            ...NextMeeting_meeting
            ...NextMeetingSentence_meeting
          }
        }
      }
    }
    inbox(first: 20) {
      unreadCount
      edges {
        cursor
        node {
          id
          event {
            id
            occurredAt
          }
          ...InboxRow_item
        }
      }
    }
  }
  ${askedOfMeFragment}
  ${caseTableFragment}
  ${nextMeetingFragment}
  ${nextMeetingSentenceFragment}
  ${inboxRowFragment}
`;

/** Starts the page's query. */
export const loadHomePage = ({
  preload,
  session,
  chosenTable,
}: PageContext): Promise<PreloadedQueryRef<HomePageQuery, HomePageQueryVariables>> =>
  preload(homePageQuery, { around: filterOf(aroundOf(session, chosenTable)) });

const route = getRouteApi('/app/');

type Meeting = NonNullable<HomePageQuery['tables']['edges'][number]['node']['nextMeeting']>;

/** The next meeting of the chosen table; without one, the first of one's own tables, and else of any. */
function nextMeetingOf(
  { tables }: HomePageQuery,
  chosenId: string | undefined,
  ownIds: ReadonlySet<string>,
): Meeting | null {
  const nodes = tables.edges.map(({ node }) => node);
  const chosen = chosenId ? nodes.filter(({ id }) => id === chosenId) : nodes.filter(({ id }) => ownIds.has(id));
  const candidates = chosen.length > 0 ? chosen : nodes;
  return (
    candidates
      .flatMap(({ nextMeeting }) => nextMeeting ?? [])
      .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt))[0] ?? null
  );
}

/** Start: what is asked of you, what is yours, and what happened since you were here. */
export function HomePage(): ReactElement {
  const { t } = useLingui();
  const { longDay } = useFormat();
  const session = useSession();
  const { viewer } = session;
  const chosen = useChosenTable();
  const mayLog = useAbility('LOG_BOTTLENECK');
  const since = useVisit();
  const { data, refetch } = usePageQuery(route.useLoaderData());
  const { arrivedAt } = useArrivals(
    { subjectType: 'Bottleneck', streamKind: 'inbox' },
    {
      refetch: () => undefined,
      sentence: (count) => t`${plural(count, { one: '# wijziging', other: '# wijzigingen' })} aan je knelpunten`,
    },
  );
  useLiveRefetch({}, refetch);
  usePageTitle(t`Start`);
  const meeting = nextMeetingOf(data, chosen?.id, new Set(viewer.memberships.map(({ table }) => table.id)));

  const mine = data.bottlenecks.edges.map(({ node }) => node);
  const around = data.around.edges
    .map(({ node }) => node)
    .filter(({ id }) => mine.every((other) => other.id !== id))
    .slice(0, 5);
  const own = (
    <MyBottlenecks
      bottlenecks={mine}
      totalCount={data.bottlenecks.totalCount}
      homesWaiting={data.bottlenecks.homesWaiting}
      arrivedAt={arrivedAt}
    />
  );

  return (
    <>
      <PageHead
        title={capital(longDay(today()))}
        meta={
          meeting ? (
            <NextMeetingSentence meeting={meeting} />
          ) : (
            <p className="sub">
              <Trans>Er is nog geen volgende tafel gepland.</Trans>
            </p>
          )
        }
        actions={
          mayLog.allowed && (
            <Link className={buttonClass('primary')} to="/knelpunten/nieuw">
              <PlusIcon /> <Trans>Nieuw knelpunt</Trans> <Kbd>n</Kbd>
            </Link>
          )
        }
      />
      <Split
        side={
          <>
            {meeting && (
              <Section
                title={t`Volgende tafel`}
                actions={
                  <Link to="/vergaderingen/$id" params={{ id: meeting.id }}>
                    <Trans>Agenda</Trans>
                  </Link>
                }
              >
                <NextMeeting meeting={meeting} viewerId={viewer.person.id} withTable={!chosen} />
              </Section>
            )}
            <SinceLastVisit since={since} items={data.inbox.edges.map(({ node }) => node)} />
          </>
        }
      >
        <AskedOfMe
          asked={data.askedOfMe}
          link={
            data.askedOfMe.some(({ kind }) => kind.includes('ESCALATION')) && (
              <Link to="/gevraagd">
                <Trans>Lees en beslis</Trans>
              </Link>
            )
          }
        />
        {mine.length > 0 && own}
        <AroundMe around={aroundOf(session, chosen)} bottlenecks={around} arrivedAt={arrivedAt} />
        {mine.length === 0 && own}
      </Split>
    </>
  );
}
