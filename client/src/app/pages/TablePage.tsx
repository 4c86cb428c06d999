import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { LateHomeMonths } from '../../features/bottlenecks/at-risk/late-at-risk.tsx';
import { LateTablePatterns } from '../../features/bottlenecks/patterns/late-patterns.tsx';
import type { TablePageQuery, TablePageQueryVariables } from '../../generated/graphql.ts';
import { useLiveRefetch } from '../../features/live/use-live-refetch.ts';
import { useViewer } from '../../features/session/session.ts';
import { CalendarButton } from '../../features/meetings/CalendarButton.tsx';
import { MeetingList, meetingListFragment } from '../../features/meetings/MeetingList.tsx';
import { MeetingMenu } from '../../features/meetings/series/MeetingMenu.tsx';
import { movableMeetingFragment } from '../../features/meetings/series/series-documents.ts';
import { HandOverButton } from '../../features/bottlenecks/list/HandOverButton.tsx';
import { MemberList, memberListFragment } from '../../features/tables/MemberList.tsx';
import { NextMeeting, nextMeetingFragment } from '../../features/meetings/NextMeeting.tsx';
import { useRhythmWords } from '../../features/tables/rhythm-words.ts';
import { useFormat } from '../../lib/format.ts';
import { today } from '../../lib/dates.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Homes } from '../../ui/Homes.tsx';
import { levelLabels } from '../../ui/LevelMark.tsx';
import { Meta } from '../../ui/Meta.tsx';
import { PageHead } from '../../ui/PageHead.tsx';
import { Section } from '../../ui/Section.tsx';
import { Split } from '../../ui/Split.tsx';
import { Stack } from '../../ui/Stack.tsx';
import { usePageTitle } from '../page-title.ts';
import { usePageQuery } from '../use-page-query.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { NotTherePage } from './NotTherePage.tsx';
import { TableCases, tableCasesFragment } from './table/TableCases.tsx';

export const tablePageQuery: TypedDocumentNode<TablePageQuery, TablePageQueryVariables> = gql`
  query TablePage($slug: String!, $tableId: ID!, $known: Boolean!) {
    table(slug: $slug) {
      id
      name
      level
      region {
        id
        name
      }
      parent {
        id
        slug
        name
      }
      rhythm {
        week
        weekday
        starts
        ends
      }
      viewerCan {
        verb
        allowed
        reason
      }
      nextMeeting {
        id
        ...NextMeeting_meeting
        ...MovableMeeting_meeting @unmask
      }
      meetings(first: 24) {
        edges {
          cursor
          node {
            id
            startsAt
            ...MeetingList_meeting
          }
        }
      }
      ...MemberList_table
    }
    bottlenecks(filter: { tableId: $tableId, open: true }, orderBy: DUE_ON, first: 10) @include(if: $known) {
      totalCount
      homesWaiting
      edges {
        cursor
        node {
          id
          ...TableCases_bottleneck
        }
      }
    }
  }
  ${nextMeetingFragment}
  ${meetingListFragment}
  ${movableMeetingFragment}
  ${memberListFragment}
  ${tableCasesFragment}
`;

/** Starts the page's query. The session knows every table by its slug, so its cases need not wait for its id. */
export function loadTablePage(
  { preload, session }: PageContext,
  slug: string,
): Promise<PreloadedQueryRef<TablePageQuery, TablePageQueryVariables>> {
  const table = session.tables.find((one) => one.slug === slug);
  return preload(tablePageQuery, { slug, tableId: table?.id ?? '', known: table !== undefined });
}

const route = getRouteApi('/app/tafels/$slug');

/** A table: its next meeting, its open cases, who sits at it, and the meetings before and after. */
export function TablePage(): ReactElement {
  const { t, i18n } = useLingui();
  const { person } = useViewer();
  const { slug } = route.useParams();
  const queryRef = route.useLoaderData();
  const { data, refetch } = usePageQuery(queryRef);
  const { table, bottlenecks } = data;
  useLiveRefetch({ streamKind: 'table' }, refetch);
  const { day } = useFormat();
  const rhythmWords = useRhythmWords();
  usePageTitle(table?.name ?? t`Niet gevonden`);
  if (!table) return <NotTherePage />;

  const next = table.nextMeeting;
  const rhythm = rhythmWords(table.rhythm);
  const setsRhythm = table.viewerCan.some(({ verb, allowed }) => verb === 'CHANGE_RHYTHM' && allowed);

  const meetings = table.meetings.edges
    .map(({ node }) => node)
    .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
  const past = meetings.filter(({ startsAt }) => startsAt.slice(0, 10) < today()).toReversed();
  const later = meetings.filter(({ id, startsAt }) => startsAt.slice(0, 10) >= today() && id !== next?.id);

  return (
    <>
      <PageHead
        title={table.name}
        actions={<CalendarButton />}
        meta={
          <Meta>
            {i18n._(levelLabels[table.level])}
            {table.region?.name}
            {table.parent && (
              <Trans>
                escaleert naar{' '}
                <Link to="/tafels/$slug" params={{ slug: table.parent.slug }}>
                  {table.parent.name}
                </Link>
              </Trans>
            )}
            {(rhythm !== null || setsRhythm) && (
              <Link to="/tafels/$slug/ritme" params={{ slug }}>
                {rhythm ?? t`Leg het ritme vast`}
              </Link>
            )}
          </Meta>
        }
      />
      <Stack gap="3xl">
        <Split
          side={
            <Section title={t`Volgende tafel`} actions={next && <MeetingMenu meeting={next} />}>
              {next ? (
                <>
                  {next.movedFrom !== null && (
                    <p className="news">
                      <Trans>Verplaatst, was op {day(next.movedFrom)}</Trans>
                    </p>
                  )}
                  <NextMeeting meeting={next} viewerId={person.id} />
                </>
              ) : (
                <EmptyState
                  title={t`Nog niet gepland`}
                  action={
                    setsRhythm && (
                      <Link to="/tafels/$slug/ritme" params={{ slug }}>
                        {rhythm === null ? t`Leg het ritme vast` : t`Maak de vergaderingen van de reeks`}
                      </Link>
                    )
                  }
                >
                  {setsRhythm ? (
                    <Trans>Met een vast ritme staan de vergaderingen van de komende maanden er vanzelf.</Trans>
                  ) : (
                    <Trans>De secretaris plant de volgende vergadering.</Trans>
                  )}
                </EmptyState>
              )}
            </Section>
          }
        >
          {bottlenecks && (
            <Section
              title={t`Open knelpunten aan deze tafel`}
              actions={
                bottlenecks.homesWaiting > 0 ? (
                  <Homes count={bottlenecks.homesWaiting}>
                    <Plural value={bottlenecks.homesWaiting} one="woning wacht" other="woningen wachten" />
                  </Homes>
                ) : undefined
              }
            >
              <TableCases
                bottlenecks={bottlenecks.edges.map(({ node }) => node)}
                totalCount={bottlenecks.totalCount}
                allLink={(content) => (
                  <Link to="/knelpunten" search={{ tafel: slug }}>
                    {content}
                  </Link>
                )}
              />
              <LateHomeMonths id={table.id} />
            </Section>
          )}
          <LateTablePatterns tableId={table.id} />
          {later.length > 0 && (
            <Section title={t`Daarna`}>
              <MeetingList label={t`Latere vergaderingen`} meetings={later} />
            </Section>
          )}
          {past.length > 0 && (
            <Section title={t`Eerder`}>
              <MeetingList label={t`Eerdere vergaderingen`} meetings={past} />
            </Section>
          )}
        </Split>
        <Stack>
          <MemberList table={table} />
          <HandOverButton />
        </Stack>
      </Stack>
    </>
  );
}
