import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  CloseMeetingMutation,
  CloseMeetingMutationVariables,
  UndoClosingMutation,
  UndoClosingMutationVariables,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../commands/problem.ts';
import { runStateFragment } from './run-documents.ts';

export const closeMeetingMutation: TypedDocumentNode<CloseMeetingMutation, CloseMeetingMutationVariables> = gql`
  mutation CloseMeeting($input: MeetingInput!, $idempotencyKey: ID) {
    closeMeeting(input: $input, idempotencyKey: $idempotencyKey) {
      meeting {
        id
        ...RunState_meeting @unmask
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${runStateFragment}
  ${problemFragment}
`;

export const undoClosingMutation: TypedDocumentNode<UndoClosingMutation, UndoClosingMutationVariables> = gql`
  mutation UndoClosing($input: MeetingInput!, $idempotencyKey: ID) {
    reopenMeeting(input: $input, idempotencyKey: $idempotencyKey) {
      meeting {
        id
        ...RunState_meeting @unmask
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${runStateFragment}
  ${problemFragment}
`;
