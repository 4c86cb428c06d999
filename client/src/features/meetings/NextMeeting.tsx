import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { NextMeeting_MeetingFragment } from '../../generated/graphql.ts';
import { capital } from '../../lib/capital.ts';
import { useFormat } from '../../lib/format.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { DeadlineLine } from './DeadlineLine.tsx';

export const nextMeetingFragment: TypedDocumentNode<NextMeeting_MeetingFragment> = gql`
  fragment NextMeeting_meeting on Meeting {
    id
    meetingState: state
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
  const { longDay, time } = useFormat();
  const { data } = useSuspenseFragment({ fragment: nextMeetingFragment, from: meeting });
  const own = itemsOf(data.items, viewerId);

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
      {data.meetingState === 'IN_SESSION' && (
        <p className="row" role="status">
          <StateMark state="IN_PROGRESS" label={t`Nu bezig`} />
          <Link className={buttonClass()} to="/vergaderingen/$id" params={{ id: data.id }} search={{}}>
            <Trans>Ga naar de vergadering</Trans>
          </Link>
        </p>
      )}
      <DeadlineLine
        meeting={data}
        atTable={
          own.length > 0 && (
            <ul className="stop-sub">
              {own.map(({ id, startsAt, title }) => (
                <li key={id}>
                  <Trans>
                    <span className="strong">{time(startsAt)}</span> jouw punt: {title}
                  </Trans>
                </li>
              ))}
            </ul>
          )
        }
      />
    </>
  );
}
