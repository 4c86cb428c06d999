import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  BottleneckViewsQuery,
  BottleneckViewsQueryVariables,
  EditBottleneckViewMutation,
  EditBottleneckViewMutationVariables,
  RemoveBottleneckViewMutation,
  RemoveBottleneckViewMutationVariables,
  SaveBottleneckViewMutation,
  SaveBottleneckViewMutationVariables,
  SavedView_ViewFragment,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../commands/problem.ts';

const savedViewFragment: TypedDocumentNode<SavedView_ViewFragment> = gql`
  fragment SavedView_view on BottleneckView {
    id
    name
    search
    count
    version
    table {
      id
      shortName
    }
    owner {
      id
      name
    }
    viewerCan {
      verb
      allowed
      reason
    }
  }
`;

/** A view that somebody saved, their own or the table's. */
export type SavedView = SavedView_ViewFragment;

export const viewsQuery: TypedDocumentNode<BottleneckViewsQuery, BottleneckViewsQueryVariables> = gql`
  query BottleneckViews($tableId: ID) {
    bottleneckViews(tableId: $tableId) {
      ...SavedView_view @unmask
    }
  }
  ${savedViewFragment}
`;

const answer = gql`
  fragment ViewAnswer on BottleneckViewPayload {
    view {
      ...SavedView_view @unmask
    }
    problems {
      ...Problem_problem @unmask
    }
  }
  ${savedViewFragment}
  ${problemFragment}
`;

export const saveViewMutation: TypedDocumentNode<SaveBottleneckViewMutation, SaveBottleneckViewMutationVariables> = gql`
  mutation SaveBottleneckView($input: SaveBottleneckViewInput!, $idempotencyKey: ID) {
    saveBottleneckView(input: $input, idempotencyKey: $idempotencyKey) {
      ...ViewAnswer @unmask
    }
  }
  ${answer}
`;

export const editViewMutation: TypedDocumentNode<EditBottleneckViewMutation, EditBottleneckViewMutationVariables> = gql`
  mutation EditBottleneckView($input: EditBottleneckViewInput!, $idempotencyKey: ID) {
    editBottleneckView(input: $input, idempotencyKey: $idempotencyKey) {
      ...ViewAnswer @unmask
    }
  }
  ${answer}
`;

export const removeViewMutation: TypedDocumentNode<
  RemoveBottleneckViewMutation,
  RemoveBottleneckViewMutationVariables
> = gql`
  mutation RemoveBottleneckView($input: BottleneckViewInput!, $idempotencyKey: ID) {
    removeBottleneckView(input: $input, idempotencyKey: $idempotencyKey) {
      ...ViewAnswer @unmask
    }
  }
  ${answer}
`;
