import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { InboxRow_ItemFragment } from '../../generated/graphql.ts';
import { useFormat } from '../../lib/format.ts';
import { EventSentence } from './EventSentence.tsx';

export const inboxRowFragment: TypedDocumentNode<InboxRow_ItemFragment> = gql`
  fragment InboxRow_item on InboxItem {
    id
    reason
    event {
      id
      type
      occurredAt
      remark
      actor {
        id
        name
      }
      subjects {
        id
        ... on Bottleneck {
          number
          title
        }
        ... on KnowledgeNote {
          slug
          title
        }
        ... on Meeting {
          startsAt
        }
        ... on Action {
          number
          what
        }
      }
    }
  }
`;

type Subject = InboxRow_ItemFragment['event']['subjects'][number];

/** What an event is first of all about, as a link; words when the viewer may not see any of it. */
function SubjectLink({ subjects }: { subjects: readonly Subject[] }): ReactElement {
  const { day } = useFormat();
  for (const subject of subjects) {
    if (subject.__typename === 'Action') {
      return (
        <Link to="/acties" search={{}}>
          {subject.what}
        </Link>
      );
    }
    if (subject.__typename === 'Bottleneck') {
      return (
        <Link to="/knelpunten/$number" params={{ number: subject.number }}>
          {subject.title}
        </Link>
      );
    }
    if (subject.__typename === 'KnowledgeNote') {
      return (
        <Link to="/kennis/$slug" params={{ slug: subject.slug }}>
          {subject.title}
        </Link>
      );
    }
    if (subject.__typename === 'Meeting') {
      return (
        <Link to="/vergaderingen/$id" params={{ id: subject.id }}>
          <Trans>de vergadering van {day(subject.startsAt)}</Trans>
        </Link>
      );
    }
  }
  return <Trans>iets</Trans>;
}

/** One thing that reached the viewer: when, who did what, and their words. */
export function InboxRow({ item }: { item: FragmentType<InboxRow_ItemFragment> }): ReactElement {
  const { t } = useLingui();
  const { moment } = useFormat();
  const { data } = useSuspenseFragment({ fragment: inboxRowFragment, from: item });
  const { type, occurredAt, actor, subjects, remark } = data.event;
  return (
    <>
      <time className="sub small" dateTime={occurredAt}>
        {moment(occurredAt)}
      </time>
      <p>
        <EventSentence
          type={type}
          reason={data.reason}
          who={actor?.name ?? t`Iemand`}
          what={<SubjectLink subjects={subjects} />}
        />
        {remark && <> “{remark}”</>}
      </p>
    </>
  );
}
