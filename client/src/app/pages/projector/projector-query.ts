import { gql, type TypedDocumentNode } from '@apollo/client';
import { runStateFragment } from '../../../features/meetings/run/run-documents.ts';
import type { ProjectorPageQuery, ProjectorPageQueryVariables } from '../../../generated/graphql.ts';

export const projectorPageQuery: TypedDocumentNode<ProjectorPageQuery, ProjectorPageQueryVariables> = gql`
  query ProjectorPage($meetingId: ID!) {
    meeting(id: $meetingId) {
      id
      startsAt
      table {
        id
        name
      }
      ...RunState_meeting @unmask
      items {
        id
        proposedDecision
        homesWaiting
      }
    }
  }
  ${runStateFragment}
`;

/** A meeting as a wall shows it. */
export type ProjectedMeeting = NonNullable<ProjectorPageQuery['meeting']>;
/** One item of it. */
export type ProjectedItem = ProjectedMeeting['items'][number];
