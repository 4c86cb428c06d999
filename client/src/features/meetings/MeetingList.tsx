import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Plural, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { MeetingState } from '@versnellingstafel/shared/meetings/agenda';
import type { MeetingList_MeetingFragment } from '../../generated/graphql.ts';
import { dayOf, today } from '../../lib/dates.ts';
import { useFormat } from '../../lib/format.ts';
import { List } from '../../ui/List.tsx';

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
  }
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
  const { i18n } = useLingui();
  const { day, distance, time } = useFormat();
  const { data } = useSuspenseFragment({ fragment: meetingListFragment, from: [...meetings] });
  return (
    <List dated label={label}>
      {data.map(({ id, state, startsAt, endsAt, location, items }) => (
        <li key={id}>
          <div>
            <time className="strong" dateTime={dayOf(startsAt)}>
              {day(startsAt)}
            </time>{' '}
            <span className="sub ask-when">{distance(startsAt)}</span>
          </div>
          <div>
            <Link className="quiet-link strong" to="/vergaderingen/$id" params={{ id }}>
              {time(startsAt)}–{time(endsAt)}, {location}
            </Link>
            <p className="sub">
              {i18n._(announced.includes(state) && dayOf(endsAt) < today() ? past : states[state])}
              {items.length > 0 && (
                <>
                  {' · '}
                  <Plural value={items.length} one="# punt" other="# punten" />
                </>
              )}
            </p>
          </div>
          <div />
        </li>
      ))}
    </List>
  );
}
