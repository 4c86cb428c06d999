import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import type { NextMeeting_MeetingFragment } from '../../generated/graphql.ts';
import { capital } from '../../lib/capital.ts';
import { distanceInDays, dueTone, today } from '../../lib/dates.ts';
import { useFormat } from '../../lib/format.ts';
import { LineOfStops, type Stop } from '../../ui/LineOfStops.tsx';
import { meetingLine, type PlacedStop } from './meeting-line.ts';

export const nextMeetingFragment: TypedDocumentNode<NextMeeting_MeetingFragment> = gql`
  fragment NextMeeting_meeting on Meeting {
    id
    startsAt
    endsAt
    location
    submitBy
    papersBy
    minutesBy
    publishedAt
    table {
      id
      shortName
    }
    items {
      id
      title
      startsAt
      subjects {
        ... on Bottleneck {
          id
          number
          owner {
            id
          }
          filer {
            id
          }
          lead {
            id
          }
        }
      }
    }
  }
`;

type Item = NextMeeting_MeetingFragment['items'][number];

/** The items about cases of this person: owner, filer or lead. */
function itemsOf(items: readonly Item[], personId: string): Item[] {
  const theirs = (subject: Item['subjects'][number]): boolean =>
    subject.__typename === 'Bottleneck' && [subject.owner.id, subject.filer.id, subject.lead?.id].includes(personId);
  return items.filter(({ subjects }) => subjects.some(theirs));
}

interface NextMeetingProps {
  meeting: FragmentType<NextMeeting_MeetingFragment>;
  viewerId: string;
  /** Name the table too, where that does not speak for itself. */
  withTable?: boolean;
}

/** When and where the table meets, and the line of deadlines towards it with one's own items. */
export function NextMeeting({ meeting, viewerId, withTable = false }: NextMeetingProps): ReactElement {
  const { t } = useLingui();
  const { day, longDay, time, deadline } = useFormat();
  const { data } = useSuspenseFragment({ fragment: nextMeetingFragment, from: meeting });
  const own = itemsOf(data.items, viewerId);

  function lineUnder({ on, at }: PlacedStop): ReactNode {
    if (at !== 'now') return day(on);
    const tone = dueTone(distanceInDays(on, today()));
    return <span className={tone === 'later' ? undefined : tone}>{deadline(on)}</span>;
  }

  function titleOf({ id, on, at }: PlacedStop): ReactNode {
    const ofNow = at === 'now' && id !== 'TABLE';
    switch (id) {
      case 'PUBLISHED':
        return t`Agenda gepubliceerd`;
      case 'SUBMIT':
        return ofNow ? t`Indienen tot ${day(on)}` : t`Indienen`;
      case 'PAPERS':
        return ofNow ? t`Stukken tot ${day(on)}` : t`Stukken`;
      case 'TABLE':
        return t`Tafel, ${time(on)}`;
      case 'MINUTES':
        return ofNow ? t`Verslag tot ${day(on)}` : t`Verslag`;
    }
  }

  const stops = meetingLine(data, today()).map((stop): Stop => ({
    id: stop.id,
    at: stop.at,
    title: titleOf(stop),
    lines: [lineUnder(stop)],
    ...(stop.id === 'TABLE' &&
      own.length > 0 && {
        children: (
          <ul className="stop-sub">
            {own.map(({ id, startsAt, title }) => (
              <li key={id}>
                <Trans>
                  <span className="strong">{time(startsAt)}</span> jouw punt: {title}
                </Trans>
              </li>
            ))}
          </ul>
        ),
      }),
  }));

  return (
    <>
      <p>
        {withTable && (
          <>
            {data.table.shortName}
            <br />
          </>
        )}
        <Link to="/vergaderingen/$id" params={{ id: data.id }} className="quiet-link strong">
          {capital(longDay(data.startsAt))}, {time(data.startsAt)}–{time(data.endsAt)}
        </Link>
        <br />
        {data.location}
      </p>
      <LineOfStops label={t`Op weg naar ${longDay(data.startsAt)}`} stops={stops} />
    </>
  );
}
