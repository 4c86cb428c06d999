import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  MeetingPresenceSubscription,
  MeetingPresenceSubscriptionVariables,
  RaiseHandMutation,
  RaiseHandMutationVariables,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../commands/problem.ts';

export const meetingPresenceSubscription: TypedDocumentNode<
  MeetingPresenceSubscription,
  MeetingPresenceSubscriptionVariables
> = gql`
  subscription MeetingPresence($meetingId: ID!) {
    meetingPresence(meetingId: $meetingId) {
      onlookers {
        person {
          id
          name
          organisation {
            id
            name
            shortName
          }
        }
        handRaised
        since
        screens
      }
    }
  }
`;

/** Somebody who has the meeting open now. */
export type Onlooker = MeetingPresenceSubscription['meetingPresence']['onlookers'][number];

export const raiseHandMutation: TypedDocumentNode<RaiseHandMutation, RaiseHandMutationVariables> = gql`
  mutation RaiseHand($input: RaiseHandInput!) {
    raiseHand(input: $input) {
      raised
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${problemFragment}
`;
