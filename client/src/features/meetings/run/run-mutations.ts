import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AddMinutesMutation,
  AddMinutesMutationVariables,
  GoToItemMutation,
  GoToItemMutationVariables,
  JoinMeetingMutation,
  JoinMeetingMutationVariables,
  LeaveMeetingMutation,
  LeaveMeetingMutationVariables,
  PauseMeetingMutation,
  PauseMeetingMutationVariables,
  ResumeMeetingMutation,
  ResumeMeetingMutationVariables,
  TakeAttendanceMutation,
  TakeAttendanceMutationVariables,
  TakeLeadMutation,
  TakeLeadMutationVariables,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../commands/problem.ts';
import { attendanceFragment, runStateFragment } from './run-documents.ts';

const steered = gql`
  fragment SteeredAnswer on MeetingPayload {
    meeting {
      id
      ...RunState_meeting @unmask
    }
    problems {
      ...Problem_problem @unmask
      ... on ConflictProblem {
        current {
          id
          ... on Meeting {
            ...RunState_meeting @unmask
          }
        }
      }
    }
  }
  ${runStateFragment}
  ${problemFragment}
`;

const attended = gql`
  fragment AttendedAnswer on MeetingPayload {
    meeting {
      id
      ...Attendance_meeting @unmask
    }
    problems {
      ...Problem_problem @unmask
    }
  }
  ${attendanceFragment}
  ${problemFragment}
`;

export const goToItemMutation: TypedDocumentNode<GoToItemMutation, GoToItemMutationVariables> = gql`
  mutation GoToItem($input: GoToItemInput!, $idempotencyKey: ID) {
    goToItem(input: $input, idempotencyKey: $idempotencyKey) {
      ...SteeredAnswer @unmask
    }
  }
  ${steered}
`;

export const pauseMeetingMutation: TypedDocumentNode<PauseMeetingMutation, PauseMeetingMutationVariables> = gql`
  mutation PauseMeeting($input: MeetingInput!, $idempotencyKey: ID) {
    pauseMeeting(input: $input, idempotencyKey: $idempotencyKey) {
      ...SteeredAnswer @unmask
    }
  }
  ${steered}
`;

export const resumeMeetingMutation: TypedDocumentNode<ResumeMeetingMutation, ResumeMeetingMutationVariables> = gql`
  mutation ResumeMeeting($input: MeetingInput!, $idempotencyKey: ID) {
    resumeMeeting(input: $input, idempotencyKey: $idempotencyKey) {
      ...SteeredAnswer @unmask
    }
  }
  ${steered}
`;

export const addMinutesMutation: TypedDocumentNode<AddMinutesMutation, AddMinutesMutationVariables> = gql`
  mutation AddMinutes($input: AddMinutesInput!, $idempotencyKey: ID) {
    addMinutes(input: $input, idempotencyKey: $idempotencyKey) {
      ...SteeredAnswer @unmask
    }
  }
  ${steered}
`;

export const takeLeadMutation: TypedDocumentNode<TakeLeadMutation, TakeLeadMutationVariables> = gql`
  mutation TakeLead($input: MeetingInput!, $idempotencyKey: ID) {
    takeLead(input: $input, idempotencyKey: $idempotencyKey) {
      ...SteeredAnswer @unmask
    }
  }
  ${steered}
`;

export const takeAttendanceMutation: TypedDocumentNode<TakeAttendanceMutation, TakeAttendanceMutationVariables> = gql`
  mutation TakeAttendance($input: TakeAttendanceInput!, $idempotencyKey: ID) {
    takeAttendance(input: $input, idempotencyKey: $idempotencyKey) {
      ...AttendedAnswer @unmask
    }
  }
  ${attended}
`;

export const joinMeetingMutation: TypedDocumentNode<JoinMeetingMutation, JoinMeetingMutationVariables> = gql`
  mutation JoinMeeting($input: JoinMeetingInput!, $idempotencyKey: ID) {
    joinMeeting(input: $input, idempotencyKey: $idempotencyKey) {
      ...AttendedAnswer @unmask
    }
  }
  ${attended}
`;

export const leaveMeetingMutation: TypedDocumentNode<LeaveMeetingMutation, LeaveMeetingMutationVariables> = gql`
  mutation LeaveMeeting($input: MeetingInput!, $idempotencyKey: ID) {
    leaveMeeting(input: $input, idempotencyKey: $idempotencyKey) {
      ...AttendedAnswer @unmask
    }
  }
  ${attended}
`;
