import { gql, type TypedDocumentNode } from '@apollo/client';
import type { Attendance_MeetingFragment, RunState_MeetingFragment } from '../../../generated/graphql.ts';

/**
 * How far a running meeting is. Clock and progress have no id of their own: whoever asks one of their fields asks them through this
 * fragment, so that no answer takes away what another brought.
 */
export const runStateFragment: TypedDocumentNode<RunState_MeetingFragment> = gql`
  fragment RunState_meeting on Meeting {
    id
    meetingState: state
    viewerIsLead
    viewerCan {
      verb
      allowed
      reason
    }
    run {
      startedAt
      closedAt
      lead {
        id
        name
      }
      currentItem {
        id
      }
      closedPartNow
      paused
      remainingSeconds
      givenMinutes
      predictedEndAt
      overrunMinutes
    }
    items {
      id
      position
      title
      purpose
      minutes
      startsAt
      closedPart
      time {
        progress
        startedAt
        spentSeconds
        extraMinutes
        expectedStartAt
        delayMinutes
      }
    }
  }
`;

/** A running meeting, as far as clock and programme go. */
export type RunState = RunState_MeetingFragment;
/** What is current, and how long it may still take. */
export type Run = NonNullable<RunState['run']>;
/** One item on the programme. */
export type RunStop = RunState['items'][number];

/** Who comes, who is there and who sent word. */
export const attendanceFragment: TypedDocumentNode<Attendance_MeetingFragment> = gql`
  fragment Attendance_meeting on Meeting {
    id
    attendance {
      person {
        id
        name
        organisation {
          id
          name
          shortName
        }
      }
      role
      isGuest
      answer
      answerRemark
      presence
      arrivedAt
      leftAt
      substitutesFor {
        id
        name
      }
    }
  }
`;

/** One person on the list of who was there. */
export type Attendee = Attendance_MeetingFragment['attendance'][number];
