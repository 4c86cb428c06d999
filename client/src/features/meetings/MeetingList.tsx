import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { MeetingState } from '@versnellingstafel/shared/meetings/agenda';
import type { MeetingList_MeetingFragment } from '../../generated/graphql.ts';
import { dayOf, today } from '../../lib/dates.ts';
import { useFormat } from '../../lib/format.ts';
import { List } from '../../ui/List.tsx';
import { Row } from '../../ui/Row.tsx';
import { MeetingMenu } from './series/MeetingMenu.tsx';
import { movableMeetingFragment } from './series/series-documents.ts';

export const meetingListFragment: TypedDocumentNode<MeetingList_MeetingFragment> = gql`
  fragment MeetingList_meeting on Meeting {
    id
    state
    startsAt
    endsAt
    location
    items {
      id
    }
    ...MovableMeeting_meeting @unmask
  }
  ${movableMeetingFragment}
`;

const states: Record<MeetingState, MessageDescriptor> = {
  DRAFT: msg`agenda in voorbereiding`,
  PUBLISHED: msg`agenda gepubliceerd`,
  IN_SESSION: msg`nu bezig`,
  CLOSED: msg`voorbij, verslag volgt`,
  MINUTES_ADOPTED: msg`verslag vastgesteld`,
  CANCELLED: msg`gaat niet door`,
};

/** A meeting that was, whose agenda nobody closed. */
const past = msg`voorbij`;
const announced: readonly MeetingState[] = ['DRAFT', 'PUBLISHED'];

/** Meetings as a timetable: when, where, and how far the agenda is. */
export function MeetingList({
  meetings,
  label,
}: {
  meetings: readonly FragmentType<MeetingList_MeetingFragment>[];
  label: string;
}): ReactElement {
  const { data } = useSuspenseFragment({
    fragment: meetingListFragment,
    fragmentName: 'MeetingList_meeting',
    from: [...meetings],
  });
  return (
    <List dated label={label}>
      {data.map((meeting) => (
        <MeetingRow key={meeting.id} meeting={meeting} />
      ))}
    </List>
  );
}

/** When and where, how far the agenda is, and what happened to the date. */
function MeetingRow({ meeting }: { meeting: MeetingList_MeetingFragment }): ReactElement {
  const { i18n } = useLingui();
  const { day, distance, time } = useFormat();
  const { id, state, startsAt, endsAt, location, items, movedFrom, cancelReason } = meeting;
  const cancelled = state === 'CANCELLED';
  const when = (
    <>
      {time(startsAt)}–{time(endsAt)}, {location}
    </>
  );
  return (
    <li>
      <div>
        <time className="strong" dateTime={dayOf(startsAt)}>
          {cancelled ? <s>{day(startsAt)}</s> : day(startsAt)}
        </time>{' '}
        {!cancelled && <span className="sub ask-when">{distance(startsAt)}</span>}
      </div>
      <div>
        <Link className="quiet-link strong" to="/vergaderingen/$id" params={{ id }}>
          {cancelled ? <s>{when}</s> : when}
        </Link>
        <p className="sub">
          {i18n._(announced.includes(state) && dayOf(endsAt) < today() ? past : states[state])}
          {cancelled && cancelReason && <>: {cancelReason}</>}
          {!cancelled && items.length > 0 && (
            <>
              {' · '}
              <Plural value={items.length} one="# punt" other="# punten" />
            </>
          )}
          {!cancelled && movedFrom !== null && (
            <>
              {' · '}
              {dayOf(movedFrom) === dayOf(startsAt) ? (
                <Trans>was om {time(movedFrom)}</Trans>
              ) : (
                <Trans>verplaatst van {day(movedFrom)}</Trans>
              )}
            </>
          )}
        </p>
      </div>
      <Row end>
        <MeetingMenu meeting={meeting} />
      </Row>
    </li>
  );
}
