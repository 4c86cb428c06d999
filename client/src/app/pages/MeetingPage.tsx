import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useLiveEvents } from '../../features/live/live-bus.ts';
import { useLiveRefetch } from '../../features/live/use-live-refetch.ts';
import { agendaFragment, type AgendaItem } from '../../features/meetings/agenda-documents.ts';
import { AgendaQuestionDialog } from '../../features/meetings/AgendaQuestionDialog.tsx';
import { EditItemDialog } from '../../features/meetings/EditItemDialog.tsx';
import { useAgenda } from '../../features/meetings/use-agenda.ts';
import { useViewer } from '../../features/session/session.ts';
import type { MeetingPageQuery, MeetingPageQueryVariables } from '../../generated/graphql.ts';
import { announce } from '../../lib/announce.ts';
import { useFormat } from '../../lib/format.ts';
import { usePageTitle } from '../page-title.ts';
import { usePageQuery } from '../use-page-query.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { AtTable } from './meeting/AtTable.tsx';
import { caseAtTableFragment } from './meeting/CaseAtTable.tsx';
import type { MeetingShown } from './meeting/meeting-shown.ts';
import { Preparation } from './meeting/Preparation.tsx';
import { NotTherePage } from './NotTherePage.tsx';

export const meetingPageQuery: TypedDocumentNode<MeetingPageQuery, MeetingPageQueryVariables> = gql`
  query MeetingPage($id: ID!) {
    meeting(id: $id) {
      id
      location
      submitBy
      papersBy
      minutesBy
      table {
        id
        slug
        name
        shortName
        members {
          table {
            id
          }
          person {
            id
          }
        }
        meetings(first: 8) {
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
      ...Agenda_meeting @unmask
      items {
        id
        subjects {
          ... on Bottleneck {
            id
            ...CaseAtTable_bottleneck @unmask
          }
        }
      }
    }
  }
  ${agendaFragment}
  ${caseAtTableFragment}
`;

/** Starts the page's query. */
export const loadMeetingPage = (
  { preload }: PageContext,
  id: string,
): Promise<PreloadedQueryRef<MeetingPageQuery, MeetingPageQueryVariables>> => preload(meetingPageQuery, { id });

const route = getRouteApi('/app/vergaderingen/$id');

/** A meeting: its agenda while it is prepared, and each item at the table. */
export function MeetingPage(): ReactElement {
  const { t } = useLingui();
  const { data, refetch } = usePageQuery(route.useLoaderData());
  usePageTitle(data.meeting ? t`Agenda` : t`Niet gevonden`);
  if (!data.meeting) return <NotTherePage wayOut={<Link to="/">{t`Naar start`}</Link>} />;
  return <Meeting key={data.meeting.id} meeting={data.meeting} refetch={refetch} />;
}

function Meeting({ meeting, refetch }: { meeting: MeetingShown; refetch: () => Promise<unknown> }): ReactElement {
  const { t } = useLingui();
  const { longDay } = useFormat();
  const { person } = useViewer();
  const { punt } = route.useSearch();
  const editing = useAgenda(meeting, meeting.table.id);
  const [changing, setChanging] = useState<AgendaItem | null>(null);
  useLiveRefetch({ subjectId: meeting.id }, () => refetch());
  useLiveEvents({ subjectId: meeting.id }, ({ own }) => {
    if (!own) announce(t`De agenda is zojuist bijgewerkt`);
  });

  const { agenda } = editing;
  const item = agenda.items.find(({ id }) => id === punt);
  const cases =
    meeting.items
      .find(({ id }) => id === punt)
      ?.subjects.flatMap((subject) => (subject.__typename === 'Bottleneck' ? [subject] : [])) ?? [];
  usePageTitle(item ? item.title : t`Agenda, ${longDay(meeting.startsAt)}`);

  return (
    <>
      {item ? (
        <AtTable item={item} cases={cases} editing={editing} viewerId={person.id} onEdit={() => setChanging(item)} />
      ) : (
        <Preparation meeting={meeting} editing={editing} onEdit={setChanging} />
      )}
      {changing && <EditItemDialog item={changing} editing={editing} onClose={() => setChanging(null)} />}
      <AgendaQuestionDialog question={editing.question} />
    </>
  );
}
