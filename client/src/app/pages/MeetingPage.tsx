import { gql, type TypedDocumentNode } from '@apollo/client';
import type { PreloadedQueryRef } from '@apollo/client/react';
import { useLingui } from '@lingui/react/macro';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { useLiveEvents } from '../../features/live/live-bus.ts';
import { useLiveRefetch } from '../../features/live/use-live-refetch.ts';
import { agendaFragment, type AgendaItem } from '../../features/meetings/agenda-documents.ts';
import { abilityOf } from '../../features/meetings/agenda-facts.ts';
import { AgendaQuestionDialog } from '../../features/meetings/AgendaQuestionDialog.tsx';
import { EditItemDialog } from '../../features/meetings/EditItemDialog.tsx';
import { movableMeetingFragment } from '../../features/meetings/series/series-documents.ts';
import { useAgenda } from '../../features/meetings/use-agenda.ts';
import { useViewer } from '../../features/session/session.ts';
import type { MeetingPageQuery, MeetingPageQueryVariables } from '../../generated/graphql.ts';
import { announce } from '../../lib/announce.ts';
import { useFormat } from '../../lib/format.ts';
import { usePageTitle } from '../page-title.ts';
import { usePageQuery } from '../use-page-query.ts';
import type { PageContext } from '../routes/shell-route.ts';
import { CancelledMeeting } from './meeting/CancelledMeeting.tsx';
import { caseAtTableFragment } from './meeting/case-at-table-fragment.ts';
import type { MeetingShown } from './meeting/meeting-shown.ts';
import { LateItemAhead } from './meeting/prepare/late-item-ahead.tsx';
import { Preparation } from './meeting/prepare/Preparation.tsx';
import { Preview } from './meeting/prepare/Preview.tsx';
import { usePreparation } from './meeting/prepare/use-preparation.ts';
import { LateRunView } from './meeting/run/late-run-view.tsx';
import { NotTherePage } from './NotTherePage.tsx';
import '../../ui/css/meeting.css';

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
              version
              startsAt
              meetingState: state
            }
          }
        }
      }
      cancelledBy {
        id
        name
      }
      ...MovableMeeting_meeting @unmask
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
  ${movableMeetingFragment}
  ${agendaFragment}
  ${caseAtTableFragment}
`;

/** Starts the page's query. */
export const loadMeetingPage = (
  { preload }: PageContext,
  id: string,
): Promise<PreloadedQueryRef<MeetingPageQuery, MeetingPageQueryVariables>> => preload(meetingPageQuery, { id });

/** Fetches what an item of the agenda is shown with; without a network it comes later. */
export const fetchItem = (): Promise<void> => LateItemAhead.fetch().catch(() => undefined);

const route = getRouteApi('/app/vergaderingen/$id');

/** A meeting: while it is prepared, while it runs, and afterwards. */
export function MeetingPage(): ReactElement {
  const { t } = useLingui();
  const { data, refetch } = usePageQuery(route.useLoaderData());
  usePageTitle(data.meeting ? t`Agenda` : t`Niet gevonden`);
  if (!data.meeting) return <NotTherePage wayOut={<Link to="/">{t`Naar start`}</Link>} />;
  return <Meeting key={data.meeting.id} meeting={data.meeting} refetch={refetch} />;
}

function Meeting({ meeting, refetch }: { meeting: MeetingShown; refetch: () => Promise<unknown> }): ReactElement {
  const { t } = useLingui();
  const running = meeting.meetingState === 'IN_SESSION';
  // What happens in the meeting itself is followed by its own view.
  const filter = { subjectId: meeting.id, ...(running && { streamKind: 'table' as const }) };
  useLiveRefetch(filter, () => refetch());
  useLiveEvents(filter, ({ own }) => {
    if (!own && !running) announce(t`De agenda is zojuist bijgewerkt`);
  });
  if (meeting.meetingState === 'CANCELLED') return <CancelledMeeting meeting={meeting} />;
  if (running) return <LateRunView meetingId={meeting.id} />;
  return <MeetingAhead meeting={meeting} />;
}

/** A meeting to come: its agenda as a whole, one item of it, or what participants will see. */
function MeetingAhead({ meeting }: { meeting: MeetingShown }): ReactElement {
  const { t } = useLingui();
  const { longDay } = useFormat();
  const { person } = useViewer();
  const { punt, voorbeeld } = route.useSearch();
  const editing = useAgenda(meeting, meeting.table.id);
  const inPreparation = usePreparation(meeting.id);
  const [changing, setChanging] = useState<AgendaItem | null>(null);

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
        <LateItemAhead
          item={item}
          prepared={inPreparation.itemOf(item.id)}
          cases={cases}
          editing={editing}
          viewerId={person.id}
          onEdit={() => setChanging(item)}
        />
      ) : voorbeeld && abilityOf(agenda, 'EDIT_AGENDA').allowed ? (
        <Preview meeting={meeting} editing={editing} inPreparation={inPreparation} />
      ) : (
        <Preparation meeting={meeting} editing={editing} inPreparation={inPreparation} onEdit={setChanging} />
      )}
      {changing && (
        <EditItemDialog
          item={changing}
          tableId={meeting.table.id}
          annotation={inPreparation.itemOf(changing.id)?.annotation ?? null}
          editing={editing}
          onClose={() => setChanging(null)}
        />
      )}
      <AgendaQuestionDialog question={editing.question} />
    </>
  );
}
