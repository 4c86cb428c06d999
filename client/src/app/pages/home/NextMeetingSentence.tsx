import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { NextMeetingSentence_MeetingFragment } from '../../../generated/graphql.ts';
import { distanceInDays, dueTone, today } from '../../../lib/dates.ts';
import { useFormat } from '../../../lib/format.ts';

export const nextMeetingSentenceFragment: TypedDocumentNode<NextMeetingSentence_MeetingFragment> = gql`
  fragment NextMeetingSentence_meeting on Meeting {
    id
    meetingState: state
    startsAt
    submitBy
  }
`;

/** Under the date: when the table meets, and how long one can still submit. */
export function NextMeetingSentence({
  meeting,
}: {
  meeting: FragmentType<NextMeetingSentence_MeetingFragment>;
}): ReactElement {
  const { distance, longDay, time } = useFormat();
  const { data } = useSuspenseFragment({ fragment: nextMeetingSentenceFragment, from: meeting });
  if (data.meetingState === 'IN_SESSION')
    return (
      <p className="sub" role="status">
        <span className="news">
          <Trans>De tafel vergadert nu.</Trans>
        </span>{' '}
        <Link to="/vergaderingen/$id" params={{ id: data.id }} search={{}}>
          <Trans>Doe mee</Trans>
        </Link>
      </p>
    );
  const left = distanceInDays(data.submitBy, today());
  return (
    <p className="sub">
      <Trans>
        Volgende tafel {distance(data.startsAt)}: {longDay(data.startsAt)}, {time(data.startsAt)}.
      </Trans>{' '}
      {left > 1 && (
        <span className={dueTone(left) === 'soon' ? 'soon' : undefined}>
          <Trans>Indienen kan nog {left} dagen.</Trans>
        </span>
      )}
      {left === 1 && (
        <span className="soon">
          <Trans>Indienen kan nog tot en met morgen.</Trans>
        </span>
      )}
      {left === 0 && (
        <span className="soon">
          <Trans>Indienen kan nog vandaag.</Trans>
        </span>
      )}
      {left < 0 && <Trans>Indienen voor deze tafel is gesloten.</Trans>}
    </p>
  );
}
