import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AddOutcomeMutation,
  AddOutcomeMutationVariables,
  EditOutcomeMutation,
  EditOutcomeMutationVariables,
  OutcomeRow_AgendaOutcomeFragment,
  WithdrawOutcomeMutation,
  WithdrawOutcomeMutationVariables,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../commands/problem.ts';

/** What came of an item, as the list beside it has it. Plain fields: the dialogs read them directly. */
export const outcomeRowFragment: TypedDocumentNode<OutcomeRow_AgendaOutcomeFragment> = gql`
  fragment OutcomeRow_agendaOutcome on AgendaOutcome {
    id
    version
    kind
    number
    text
    transition
    action {
      id
      number
      version
      what
      dueOn
      actionState: state
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
    cases {
      id
      number
      title
      confidentiality
    }
    recordedBy {
      id
      name
    }
    recordedAt
    viewerCan {
      verb
      allowed
      reason
    }
  }
`;

/** Something that was decided, promised or noted. */
export type Outcome = OutcomeRow_AgendaOutcomeFragment;

const answer = gql`
  fragment OutcomeAnswer on OutcomePayload {
    outcome {
      id
      ...OutcomeRow_agendaOutcome @unmask
    }
    item {
      id
      outcomes {
        id
        ...OutcomeRow_agendaOutcome @unmask
      }
    }
    problems {
      ...Problem_problem @unmask
      ... on ConflictProblem {
        current {
          id
          ... on AgendaOutcome {
            ...OutcomeRow_agendaOutcome @unmask
          }
        }
      }
    }
  }
  ${outcomeRowFragment}
  ${problemFragment}
`;

export const addOutcomeMutation: TypedDocumentNode<AddOutcomeMutation, AddOutcomeMutationVariables> = gql`
  mutation AddOutcome($input: AddOutcomeInput!, $idempotencyKey: ID) {
    addOutcome(input: $input, idempotencyKey: $idempotencyKey) {
      ...OutcomeAnswer @unmask
    }
  }
  ${answer}
`;

export const editOutcomeMutation: TypedDocumentNode<EditOutcomeMutation, EditOutcomeMutationVariables> = gql`
  mutation EditOutcome($input: EditOutcomeInput!, $idempotencyKey: ID) {
    editOutcome(input: $input, idempotencyKey: $idempotencyKey) {
      ...OutcomeAnswer @unmask
    }
  }
  ${answer}
`;

export const withdrawOutcomeMutation: TypedDocumentNode<WithdrawOutcomeMutation, WithdrawOutcomeMutationVariables> =
  gql`
    mutation WithdrawOutcome($input: OutcomeVersionInput!, $idempotencyKey: ID) {
      withdrawOutcome(input: $input, idempotencyKey: $idempotencyKey) {
        ...OutcomeAnswer @unmask
      }
    }
    ${answer}
  `;
