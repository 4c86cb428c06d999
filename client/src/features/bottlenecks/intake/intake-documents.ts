import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AskCoSignerMutation,
  AskCoSignerMutationVariables,
  CoSignMutation,
  CoSignMutationVariables,
  DeclineCoSignMutation,
  DeclineCoSignMutationVariables,
  JoinBottleneckMutation,
  JoinBottleneckMutationVariables,
  PartiesQuery,
  PartiesQueryVariables,
  RecordReferralFeedbackMutation,
  RecordReferralFeedbackMutationVariables,
  UndoJoinMutation,
  UndoJoinMutationVariables,
  WithdrawCoSignerMutation,
  WithdrawCoSignerMutationVariables,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../commands/problem.ts';

const parties = gql`
  fragment Parties_bottleneck on Bottleneck {
    id
    number
    version
    state
    coSigners {
      id
      name
      organisation
      state
      reason
      viewerCan {
        verb
        allowed
      }
    }
    viewerCan {
      verb
      allowed
      reason
    }
  }
`;

export const partiesQuery: TypedDocumentNode<PartiesQuery, PartiesQueryVariables> = gql`
  query Parties($number: String!) {
    bottleneck(number: $number) {
      ...Parties_bottleneck @unmask
    }
  }
  ${parties}
`;

/** A case with its parties. */
export type CaseWithParties = NonNullable<PartiesQuery['bottleneck']>;
export type Party = CaseWithParties['coSigners'][number];

const answer = gql`
  fragment PartiesAnswer on BottleneckPayload {
    bottleneck {
      id
      ...Parties_bottleneck @unmask
    }
    problems {
      ...Problem_problem @unmask
    }
  }
  ${parties}
  ${problemFragment}
`;

export const askMutation: TypedDocumentNode<AskCoSignerMutation, AskCoSignerMutationVariables> = gql`
  mutation AskCoSigner($input: AskCoSignerInput!, $idempotencyKey: ID) {
    askCoSigner(input: $input, idempotencyKey: $idempotencyKey) {
      ...PartiesAnswer @unmask
    }
  }
  ${answer}
`;

export const signMutation: TypedDocumentNode<CoSignMutation, CoSignMutationVariables> = gql`
  mutation CoSign($input: CoSignerInput!, $idempotencyKey: ID) {
    coSign(input: $input, idempotencyKey: $idempotencyKey) {
      ...PartiesAnswer @unmask
    }
  }
  ${answer}
`;

export const declineMutation: TypedDocumentNode<DeclineCoSignMutation, DeclineCoSignMutationVariables> = gql`
  mutation DeclineCoSign($input: DeclineCoSignInput!, $idempotencyKey: ID) {
    declineCoSign(input: $input, idempotencyKey: $idempotencyKey) {
      ...PartiesAnswer @unmask
    }
  }
  ${answer}
`;

export const withdrawMutation: TypedDocumentNode<WithdrawCoSignerMutation, WithdrawCoSignerMutationVariables> = gql`
  mutation WithdrawCoSigner($input: CoSignerInput!, $idempotencyKey: ID) {
    withdrawCoSigner(input: $input, idempotencyKey: $idempotencyKey) {
      ...PartiesAnswer @unmask
    }
  }
  ${answer}
`;

const joined = gql`
  fragment JoinAnswer on BottleneckPayload {
    bottleneck {
      id
      number
      version
      homesBlocked
      projects {
        homesBlocked
        project {
          id
          name
        }
      }
    }
    problems {
      ...Problem_problem @unmask
    }
  }
  ${problemFragment}
`;

export const joinMutation: TypedDocumentNode<JoinBottleneckMutation, JoinBottleneckMutationVariables> = gql`
  mutation JoinBottleneck($input: JoinBottleneckInput!, $idempotencyKey: ID) {
    joinBottleneck(input: $input, idempotencyKey: $idempotencyKey) {
      ...JoinAnswer @unmask
    }
  }
  ${joined}
`;

export const undoJoinMutation: TypedDocumentNode<UndoJoinMutation, UndoJoinMutationVariables> = gql`
  mutation UndoJoin($input: BottleneckVersionInput!, $idempotencyKey: ID) {
    undoJoin(input: $input, idempotencyKey: $idempotencyKey) {
      ...JoinAnswer @unmask
    }
  }
  ${joined}
`;

export const feedbackMutation: TypedDocumentNode<
  RecordReferralFeedbackMutation,
  RecordReferralFeedbackMutationVariables
> = gql`
  mutation RecordReferralFeedback($input: ReferralFeedbackInput!, $idempotencyKey: ID) {
    recordReferralFeedback(input: $input, idempotencyKey: $idempotencyKey) {
      bottleneck {
        id
        number
        version
        state
        resolution
        resolvedOn
        referredTo
        dueOn
        viewerCan {
          verb
          allowed
          reason
        }
      }
      problems {
        ...Problem_problem @unmask
      }
    }
  }
  ${problemFragment}
`;
