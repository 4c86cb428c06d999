import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AnswerInvitationMutation,
  AnswerInvitationMutationVariables,
  Invitation_MeetingFragment,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../commands/problem.ts';

/** Who comes, and what the viewer said. */
export const invitationFragment: TypedDocumentNode<Invitation_MeetingFragment> = gql`
  fragment Invitation_meeting on Meeting {
    id
    viewerAnswer
    attendance {
      role
      isGuest
      answer
      answerRemark
      person {
        id
        name
      }
      substitutesFor {
        id
        name
      }
    }
  }
`;
/** A meeting with who comes. */
export type Invitation = Omit<Invitation_MeetingFragment, ' $fragmentName'>;

export const answerInvitationMutation: TypedDocumentNode<AnswerInvitationMutation, AnswerInvitationMutationVariables> =
  gql`
    mutation AnswerInvitation($input: AnswerInvitationInput!, $idempotencyKey: ID) {
      answerInvitation(input: $input, idempotencyKey: $idempotencyKey) {
        meeting {
          id
          ...Invitation_meeting @unmask
        }
        problems {
          ...Problem_problem @unmask
        }
      }
    }
    ${invitationFragment}
    ${problemFragment}
  `;
