import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AddActionMutation,
  AddActionMutationVariables,
  ActionRow_ActionFragment,
  CompleteActionMutation,
  CompleteActionMutationVariables,
  EditActionMutation,
  EditActionMutationVariables,
  ReopenActionMutation,
  ReopenActionMutationVariables,
  WithdrawActionMutation,
  WithdrawActionMutationVariables,
} from '../../generated/graphql.ts';
import { problemFragment } from '../commands/problem.ts';

/** An action as lists and dialogs have it, and as every change of it gives it back. */
export const actionRowFragment: TypedDocumentNode<ActionRow_ActionFragment> = gql`
  fragment ActionRow_action on Action {
    id
    number
    version
    what
    actionState: state
    urgency
    daysLate
    dueOn
    agreedDueOn
    doneOn
    doneNote
    withdrawnReason
    owner {
      id
      name
      organisation {
        id
        name
      }
    }
    table {
      id
      slug
      shortName
    }
    meeting {
      id
      startsAt
    }
    bottleneck {
      id
      number
      title
    }
    viewerCan {
      verb
      allowed
      reason
    }
  }
`;

/** An action with all that its row shows. */
export type ActionRow = ActionRow_ActionFragment;

const answer = gql`
  fragment ActionAnswer on ActionPayload {
    action {
      id
      ...ActionRow_action @unmask
    }
    problems {
      ...Problem_problem @unmask
      ... on ConflictProblem {
        current {
          id
          ... on Action {
            ...ActionRow_action @unmask
          }
        }
      }
    }
  }
  ${actionRowFragment}
  ${problemFragment}
`;

export const addActionMutation: TypedDocumentNode<AddActionMutation, AddActionMutationVariables> = gql`
  mutation AddAction($input: AddActionInput!, $idempotencyKey: ID) {
    addAction(input: $input, idempotencyKey: $idempotencyKey) {
      ...ActionAnswer @unmask
    }
  }
  ${answer}
`;

export const editActionMutation: TypedDocumentNode<EditActionMutation, EditActionMutationVariables> = gql`
  mutation EditAction($input: EditActionInput!, $idempotencyKey: ID) {
    editAction(input: $input, idempotencyKey: $idempotencyKey) {
      ...ActionAnswer @unmask
    }
  }
  ${answer}
`;

export const completeActionMutation: TypedDocumentNode<CompleteActionMutation, CompleteActionMutationVariables> = gql`
  mutation CompleteAction($input: CompleteActionInput!, $idempotencyKey: ID) {
    completeAction(input: $input, idempotencyKey: $idempotencyKey) {
      ...ActionAnswer @unmask
    }
  }
  ${answer}
`;

export const reopenActionMutation: TypedDocumentNode<ReopenActionMutation, ReopenActionMutationVariables> = gql`
  mutation ReopenAction($input: ActionVersionInput!, $idempotencyKey: ID) {
    reopenAction(input: $input, idempotencyKey: $idempotencyKey) {
      ...ActionAnswer @unmask
    }
  }
  ${answer}
`;

export const withdrawActionMutation: TypedDocumentNode<WithdrawActionMutation, WithdrawActionMutationVariables> = gql`
  mutation WithdrawAction($input: ActionReasonInput!, $idempotencyKey: ID) {
    withdrawAction(input: $input, idempotencyKey: $idempotencyKey) {
      ...ActionAnswer @unmask
    }
  }
  ${answer}
`;
