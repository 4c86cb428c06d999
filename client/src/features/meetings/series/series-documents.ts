import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  CancelMeetingMutation,
  CancelMeetingMutationVariables,
  MovableMeeting_MeetingFragment,
  RescheduleMeetingMutation,
  RescheduleMeetingMutationVariables,
  RestoreMeetingMutation,
  RestoreMeetingMutationVariables,
  UndoRescheduleMutation,
  UndoRescheduleMutationVariables,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../commands/problem.ts';

/** What one must know of a meeting to move or cancel it, and what that changes. */
export const movableMeetingFragment: TypedDocumentNode<MovableMeeting_MeetingFragment> = gql`
  fragment MovableMeeting_meeting on Meeting {
    id
    version
    meetingState: state
    startsAt
    endsAt
    location
    submitBy
    papersBy
    minutesBy
    publishedAt
    movedFrom
    cancelReason
    ofSeries
    laterInSeries
    plannedMinutes
    viewerCan {
      verb
      allowed
      reason
    }
  }
`;

/** A meeting that can be moved or cancelled. */
export type MovableMeeting = Omit<MovableMeeting_MeetingFragment, ' $fragmentName'>;

/** Moves a meeting, alone or with the later ones of its series. */
export const rescheduleMeetingMutation: TypedDocumentNode<
  RescheduleMeetingMutation,
  RescheduleMeetingMutationVariables
> = gql`
  mutation RescheduleMeeting($input: RescheduleMeetingInput!, $idempotencyKey: ID) {
    rescheduleMeeting(input: $input, idempotencyKey: $idempotencyKey) {
      meeting {
        id
        ...MovableMeeting_meeting @unmask
      }
      meetings {
        id
        ...MovableMeeting_meeting @unmask
      }
      problems {
        ...Problem_problem @unmask
        ... on ConflictProblem {
          current {
            ... on Meeting {
              id
              ...MovableMeeting_meeting @unmask
            }
          }
        }
      }
    }
  }
  ${movableMeetingFragment}
  ${problemFragment}
`;

/** Puts back what one moved last. */
export const undoRescheduleMutation: TypedDocumentNode<UndoRescheduleMutation, UndoRescheduleMutationVariables> = gql`
  mutation UndoReschedule($input: UndoRescheduleInput!, $idempotencyKey: ID) {
    undoReschedule(input: $input, idempotencyKey: $idempotencyKey) {
      meetings {
        id
        ...MovableMeeting_meeting @unmask
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${movableMeetingFragment}
  ${problemFragment}
`;

/** Cancels a meeting, alone or with the later ones of its series. */
export const cancelMeetingMutation: TypedDocumentNode<CancelMeetingMutation, CancelMeetingMutationVariables> = gql`
  mutation CancelMeeting($input: CancelMeetingInput!, $idempotencyKey: ID) {
    cancelMeeting(input: $input, idempotencyKey: $idempotencyKey) {
      meeting {
        id
        ...MovableMeeting_meeting @unmask
      }
      meetings {
        id
        ...MovableMeeting_meeting @unmask
      }
      problems {
        ...Problem_problem @unmask
        ... on ConflictProblem {
          current {
            ... on Meeting {
              id
              ...MovableMeeting_meeting @unmask
            }
          }
        }
      }
    }
  }
  ${movableMeetingFragment}
  ${problemFragment}
`;

/** A cancelled meeting takes place after all. */
export const restoreMeetingMutation: TypedDocumentNode<RestoreMeetingMutation, RestoreMeetingMutationVariables> = gql`
  mutation RestoreMeeting($input: RestoreMeetingInput!, $idempotencyKey: ID) {
    restoreMeeting(input: $input, idempotencyKey: $idempotencyKey) {
      meetings {
        id
        ...MovableMeeting_meeting @unmask
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${movableMeetingFragment}
  ${problemFragment}
`;
