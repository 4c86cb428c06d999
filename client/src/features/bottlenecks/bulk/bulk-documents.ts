import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  ChangeBottlenecksMutation,
  ChangeBottlenecksMutationVariables,
  SelectedCase_BottleneckFragment,
  UndoBulkChangeMutation,
  UndoBulkChangeMutationVariables,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../commands/problem.ts';
import { bottleneckTableFragment } from '../BottleneckTable.tsx';

/** What the bar above the list and the change of several ask of a case. */
export const selectedCaseFragment: TypedDocumentNode<SelectedCase_BottleneckFragment> = gql`
  fragment SelectedCase_bottleneck on Bottleneck {
    id
    number
    title
    version
    state
    homesBlocked
  }
`;

/** A case as it was selected. */
export type SelectedCase = SelectedCase_BottleneckFragment;

const answer = gql`
  fragment BulkAnswer on BulkChangePayload {
    bulkChangeId
    changed {
      id
      ...SelectedCase_bottleneck
      ...BottleneckTable_bottleneck
    }
    refused {
      code
      reason
      bottleneck {
        id
        number
        title
      }
    }
    problems {
      ...Problem_problem @unmask
    }
  }
  ${selectedCaseFragment}
  ${bottleneckTableFragment}
  ${problemFragment}
`;

export const changeMutation: TypedDocumentNode<ChangeBottlenecksMutation, ChangeBottlenecksMutationVariables> = gql`
  mutation ChangeBottlenecks($input: ChangeBottlenecksInput!, $idempotencyKey: ID) {
    changeBottlenecks(input: $input, idempotencyKey: $idempotencyKey) {
      ...BulkAnswer @unmask
    }
  }
  ${answer}
`;

export const undoBulkMutation: TypedDocumentNode<UndoBulkChangeMutation, UndoBulkChangeMutationVariables> = gql`
  mutation UndoBulkChange($input: UndoBulkChangeInput!, $idempotencyKey: ID) {
    undoBulkChange(input: $input, idempotencyKey: $idempotencyKey) {
      ...BulkAnswer @unmask
    }
  }
  ${answer}
`;
