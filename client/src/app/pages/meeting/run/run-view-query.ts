import { gql, type TypedDocumentNode } from '@apollo/client';
import { outcomeRowFragment } from '../../../../features/meetings/run/outcome-documents.ts';
import { attendanceFragment, runStateFragment } from '../../../../features/meetings/run/run-documents.ts';
import type { RunViewQuery, RunViewQueryVariables } from '../../../../generated/graphql.ts';
import { caseAtTableFragment } from '../case-at-table-fragment.ts';

export const runViewQuery: TypedDocumentNode<RunViewQuery, RunViewQueryVariables> = gql`
  query RunView($meetingId: ID!) {
    meeting(id: $meetingId) {
      id
      startsAt
      endsAt
      table {
        id
        slug
        name
        shortName
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
      ...RunState_meeting @unmask
      ...Attendance_meeting @unmask
      items {
        id
        presenterText
        presenter {
          id
          name
        }
        proposedDecision
        homesWaiting
        annotation
        papers {
          id
          title
          url
          isLink
        }
        outcomes {
          id
          ...OutcomeRow_agendaOutcome @unmask
        }
        subjects {
          ... on Bottleneck {
            id
            ...CaseAtTable_bottleneck @unmask
          }
          ... on KnowledgeNote {
            id
            slug
            title
            validity
            reviewBy
          }
          ... on Project {
            id
            name
          }
          ... on Meeting {
            id
            startsAt
          }
        }
      }
    }
  }
  ${runStateFragment}
  ${attendanceFragment}
  ${outcomeRowFragment}
  ${caseAtTableFragment}
`;

/** A running meeting as its page has it. */
export type RunMeeting = NonNullable<RunViewQuery['meeting']>;
/** One item of it. */
export type RunItem = RunMeeting['items'][number];
/** What an item is about. */
export type RunSubject = RunItem['subjects'][number];

/** Is it of the closed part, of which this viewer gets place and length only? Who prepares the agenda gets it all. */
export function isClosedTo(item: RunItem, mayEdit: boolean): boolean {
  const says = item.subjects.length > 0 || item.presenter !== null || item.presenterText || item.proposedDecision;
  return item.closedPart && !mayEdit && !says;
}

/** When the table meets after this (ISO moment); null when nothing is planned. */
export function nextMeetingAfter({ id, startsAt, table }: RunMeeting): string | null {
  const later = table.meetings.edges
    .map(({ node }) => node)
    .filter((meeting) => meeting.id !== id && meeting.meetingState !== 'CANCELLED' && meeting.startsAt > startsAt)
    .map((meeting) => meeting.startsAt)
    .toSorted();
  return later[0] ?? null;
}
