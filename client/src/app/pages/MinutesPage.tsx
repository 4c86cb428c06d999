import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useLiveEvents } from '../../features/live/live-bus.ts';
import { useLiveRefetch } from '../../features/live/use-live-refetch.ts';
import { minutesFragment } from '../../features/minutes/minutes-documents.ts';
import { useMinutes } from '../../features/minutes/use-minutes.ts';
import type { MinutesPageQuery, MinutesPageQueryVariables } from '../../generated/graphql.ts';
import { announce } from '../../lib/announce.ts';
import { useFormat } from '../../lib/format.ts';
import { Crumbs } from '../../ui/Crumbs.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Split } from '../../ui/Split.tsx';
import { usePageTitle } from '../page-title.ts';
import { usePageQuery } from '../use-page-query.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { MinutesBody } from './minutes/MinutesBody.tsx';
import { MinutesHead } from './minutes/MinutesHead.tsx';
import { MinutesSide } from './minutes/MinutesSide.tsx';
import type { MinutesMeeting } from './minutes/minutes-shown.ts';
import { NotTherePage } from './NotTherePage.tsx';

export const minutesPageQuery: TypedDocumentNode<MinutesPageQuery, MinutesPageQueryVariables> = gql`
  query MinutesPage($id: ID!) {
    meeting(id: $id) {
      id
      meetingState: state
      startsAt
      endsAt
      location
      viewerCan {
        verb
        allowed
        reason
      }
      table {
        id
        slug
        name
        shortName
        meetings(first: 12) {
          edges {
            cursor
            node {
              id
              startsAt
              meetingState: state
            }
          }
        }
      }
      documents {
        kind
        format
        url
        urlWithClosedPart
      }
      feedback {
        id
        dueOn
        overdue
        doneAt
        note
        doneBy {
          id
          name
        }
        municipality {
          id
          name
        }
        bottleneck {
          id
          number
          title
        }
        viewerCan {
          verb
          allowed
          reason
        }
      }
      minutes {
        id
        ...Minutes_minutes @unmask
      }
    }
  }
  ${minutesFragment}
`;

/** Starts the page's query. */
export const loadMinutesPage = (
  { preload }: PageContext,
  id: string,
): Promise<PreloadedQueryRef<MinutesPageQuery, MinutesPageQueryVariables>> => preload(minutesPageQuery, { id });

const route = getRouteApi('/app/vergaderingen/$id/verslag');

/** What a meeting came to: its minutes from draft to adopted, its decisions and actions, and who is told. */
export function MinutesPage(): ReactElement {
  const { t } = useLingui();
  const { data, refetch } = usePageQuery(route.useLoaderData());
  usePageTitle(data.meeting ? t`Verslag` : t`Niet gevonden`);
  if (!data.meeting) return <NotTherePage wayOut={<Link to="/">{t`Naar start`}</Link>} />;
  return <Meeting key={data.meeting.id} meeting={data.meeting} refetch={refetch} />;
}

function Meeting({ meeting, refetch }: { meeting: MinutesMeeting; refetch: () => Promise<unknown> }): ReactElement {
  const { t } = useLingui();
  const { longDay } = useFormat();
  const { minutes } = meeting;
  usePageTitle(t`Verslag, ${longDay(meeting.startsAt)}`);
  useLiveRefetch({ subjectId: meeting.id }, () => refetch());
  useLiveEvents({ subjectId: meeting.id }, ({ own }) => {
    if (!own) announce(t`Het verslag is zojuist bijgewerkt`);
  });
  return (
    <>
      <Crumbs
        label={t`Agenda`}
        link={(content) => (
          <Link to="/vergaderingen/$id" params={{ id: meeting.id }} search={{}}>
            {content}
          </Link>
        )}
      />
      {minutes ? (
        <WithMinutes meeting={meeting} minutes={minutes} />
      ) : (
        <EmptyState
          level={2}
          title={t`Er is nog geen verslag`}
          action={
            <Link to="/vergaderingen/$id" params={{ id: meeting.id }} search={{}}>
              <Trans>Naar de agenda</Trans>
            </Link>
          }
        >
          <Trans>Het verslag wordt opgemaakt zodra de vergadering is gesloten.</Trans>
        </EmptyState>
      )}
    </>
  );
}

function WithMinutes({
  meeting,
  minutes,
}: {
  meeting: MinutesMeeting;
  minutes: NonNullable<MinutesMeeting['minutes']>;
}): ReactElement {
  const commands = useMinutes(minutes, meeting.id);
  return (
    <>
      <MinutesHead meeting={meeting} minutes={minutes} commands={commands} />
      <Split side={<MinutesSide meeting={meeting} minutes={minutes} />}>
        <MinutesBody meeting={meeting} minutes={minutes} commands={commands} />
      </Split>
    </>
  );
}
