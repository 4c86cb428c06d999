import { gql, type TypedDocumentNode } from '@apollo/client';
import type { StartMeetingMutation, StartMeetingMutationVariables } from '../../generated/graphql.ts';
import { agendaAnswerFragment } from './agenda-documents.ts';

/** Begins the meeting: from then on everybody follows the item that is on. */
export const startMeetingMutation: TypedDocumentNode<StartMeetingMutation, StartMeetingMutationVariables> = gql`
  mutation StartMeeting($input: MeetingInput!, $idempotencyKey: ID) {
    startMeeting(input: $input, idempotencyKey: $idempotencyKey) {
      ...AgendaAnswer @unmask
    }
  }
  ${agendaAnswerFragment}
`;
