import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  MeetingCursorQuery,
  MeetingCursorQueryVariables,
  MeetingEventsSubscription,
  MeetingEventsSubscriptionVariables,
} from '../../generated/graphql.ts';
import { runStateFragment } from '../../features/meetings/run/run-documents.ts';
import { frameFragment } from './live-documents.ts';

/** What happens in a meeting that runs. Clock and programme come along, so that every screen turns with the event itself. */
export const meetingEventsSubscription: TypedDocumentNode<
  MeetingEventsSubscription,
  MeetingEventsSubscriptionVariables
> = gql`
  subscription MeetingEvents($meetingId: ID!, $after: String) {
    meetingEvents(meetingId: $meetingId, after: $after) {
      ...LiveFrame @unmask
      ... on StreamChange {
        event {
          id
          subjects {
            id
            ... on Meeting {
              ...RunState_meeting @unmask
            }
          }
        }
      }
    }
  }
  ${frameFragment}
  ${runStateFragment}
`;

export const meetingCursorQuery: TypedDocumentNode<MeetingCursorQuery, MeetingCursorQueryVariables> = gql`
  query MeetingCursor($meetingId: ID!) {
    meetingCursor(meetingId: $meetingId)
  }
`;
