import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AddAddendumMutation,
  AddAddendumMutationVariables,
  AdoptMinutesMutation,
  AdoptMinutesMutationVariables,
  Minutes_MinutesFragment,
  PublishMinutesMutation,
  PublishMinutesMutationVariables,
  RemarkOnMinutesMutation,
  RemarkOnMinutesMutationVariables,
  ReopenMeetingMutation,
  ReopenMeetingMutationVariables,
  SendMinutesForReviewMutation,
  SendMinutesForReviewMutationVariables,
  SettleAddendumMutation,
  SettleAddendumMutationVariables,
  SettleRemarkMutation,
  SettleRemarkMutationVariables,
} from '../../generated/graphql.ts';
import { actionRowFragment } from '../actions/action-documents.ts';
import { problemFragment } from '../commands/problem.ts';

/** Minutes with everything that their page shows, as every change of them gives them back. */
export const minutesFragment: TypedDocumentNode<Minutes_MinutesFragment> = gql`
  fragment Minutes_minutes on Minutes {
    id
    version
    minutesState: state
    drawnUpAt
    reviewBy
    adoptedAt
    adoptedBy {
      id
      name
    }
    adoptedIn {
      id
      startsAt
    }
    hash
    publishedAt
    viewerCan {
      verb
      allowed
      reason
    }
    attendance {
      role
      isGuest
      presence
      arrivedAt
      leftAt
      person {
        id
        name
        organisation {
          id
          name
        }
      }
      substitutesFor {
        id
        name
      }
    }
    sections {
      position
      title
      purpose
      closedPart
      masked
      spentSeconds
      startedAt
      text {
        kind
        text
        level
      }
      carriedOverTo {
        id
        startsAt
      }
      item {
        id
      }
      outcomes {
        id
        kind
        number
        text
        transition
        action {
          id
          what
          dueOn
          owner {
            id
            name
          }
        }
        bottleneck {
          id
          number
          title
        }
        note {
          id
          slug
          title
        }
        version
        cases {
          id
          number
          title
          confidentiality
        }
        viewerCan {
          verb
          allowed
          reason
        }
      }
    }
    decisions {
      id
      number
      text
      kind
    }
    actions {
      id
      ...ActionRow_action @unmask
    }
    remarks {
      id
      text
      writtenAt
      taken
      answer
      item {
        id
      }
      author {
        id
        name
      }
      settledBy {
        id
        name
      }
    }
    addenda {
      id
      addendumState: state
      origin
      number
      text
      writtenAt
      answer
      decidedAt
      item {
        id
      }
      author {
        id
        name
      }
      decidedBy {
        id
        name
      }
    }
  }
  ${actionRowFragment}
`;

export type Minutes = Minutes_MinutesFragment;
export type MinutesSection = Minutes['sections'][number];

const answer = gql`
  fragment MinutesAnswer on MinutesPayload {
    minutes {
      id
      ...Minutes_minutes @unmask
    }
    meeting {
      id
      meetingState: state
    }
    problems {
      ...Problem_problem @unmask
      ... on ConflictProblem {
        current {
          id
          ... on Minutes {
            ...Minutes_minutes @unmask
          }
        }
      }
    }
  }
  ${minutesFragment}
  ${problemFragment}
`;

export const sendForReviewMutation: TypedDocumentNode<
  SendMinutesForReviewMutation,
  SendMinutesForReviewMutationVariables
> = gql`
  mutation SendMinutesForReview($input: MinutesVersionInput!, $idempotencyKey: ID) {
    sendMinutesForReview(input: $input, idempotencyKey: $idempotencyKey) {
      ...MinutesAnswer @unmask
    }
  }
  ${answer}
`;

export const remarkMutation: TypedDocumentNode<RemarkOnMinutesMutation, RemarkOnMinutesMutationVariables> = gql`
  mutation RemarkOnMinutes($input: RemarkOnMinutesInput!, $idempotencyKey: ID) {
    remarkOnMinutes(input: $input, idempotencyKey: $idempotencyKey) {
      ...MinutesAnswer @unmask
    }
  }
  ${answer}
`;

export const settleRemarkMutation: TypedDocumentNode<SettleRemarkMutation, SettleRemarkMutationVariables> = gql`
  mutation SettleRemark($input: SettleRemarkInput!, $idempotencyKey: ID) {
    settleRemark(input: $input, idempotencyKey: $idempotencyKey) {
      ...MinutesAnswer @unmask
    }
  }
  ${answer}
`;

export const adoptMutation: TypedDocumentNode<AdoptMinutesMutation, AdoptMinutesMutationVariables> = gql`
  mutation AdoptMinutes($input: AdoptMinutesInput!, $idempotencyKey: ID) {
    adoptMinutes(input: $input, idempotencyKey: $idempotencyKey) {
      ...MinutesAnswer @unmask
    }
  }
  ${answer}
`;

export const publishMinutesMutation: TypedDocumentNode<PublishMinutesMutation, PublishMinutesMutationVariables> = gql`
  mutation PublishMinutes($input: MinutesVersionInput!, $idempotencyKey: ID) {
    publishMinutes(input: $input, idempotencyKey: $idempotencyKey) {
      ...MinutesAnswer @unmask
    }
  }
  ${answer}
`;

export const addAddendumMutation: TypedDocumentNode<AddAddendumMutation, AddAddendumMutationVariables> = gql`
  mutation AddAddendum($input: AddendumInput!, $idempotencyKey: ID) {
    addAddendum(input: $input, idempotencyKey: $idempotencyKey) {
      ...MinutesAnswer @unmask
    }
  }
  ${answer}
`;

export const settleAddendumMutation: TypedDocumentNode<SettleAddendumMutation, SettleAddendumMutationVariables> = gql`
  mutation SettleAddendum($input: SettleAddendumInput!, $idempotencyKey: ID) {
    settleAddendum(input: $input, idempotencyKey: $idempotencyKey) {
      ...MinutesAnswer @unmask
    }
  }
  ${answer}
`;

export const reopenMeetingMutation: TypedDocumentNode<ReopenMeetingMutation, ReopenMeetingMutationVariables> = gql`
  mutation ReopenMeeting($input: MeetingInput!, $idempotencyKey: ID) {
    reopenMeeting(input: $input, idempotencyKey: $idempotencyKey) {
      meeting {
        id
        meetingState: state
        minutes {
          id
        }
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${problemFragment}
`;
