import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  BoardColumnQuery,
  BoardColumnQueryVariables,
  BoardCountsQuery,
  BoardCountsQueryVariables,
} from '../../../generated/graphql.ts';
import { stepTargetFragment } from '../steps/step-documents.ts';

/** How many cases and homes stand in each state. */
export const boardCountsQuery: TypedDocumentNode<BoardCountsQuery, BoardCountsQueryVariables> = gql`
  query BoardCounts($filter: BottleneckFilter!) {
    bottleneckGroups(filter: $filter, groupBy: STATE) {
      value
      count
      homes
    }
  }
`;

/** The cards of one state. A card can be moved, so it holds what the steps need. */
export const boardColumnQuery: TypedDocumentNode<BoardColumnQuery, BoardColumnQueryVariables> = gql`
  query BoardColumn($filter: BottleneckFilter!, $orderBy: BottleneckOrder!, $first: Int!) {
    bottlenecks(filter: $filter, orderBy: $orderBy, first: $first) {
      totalCount
      edges {
        cursor
        node {
          id
          proposedResolution
          municipality {
            id
            name
          }
          themes {
            id
            code
          }
          ...StepTarget_bottleneck @unmask
        }
      }
    }
  }
  ${stepTargetFragment}
`;

/** A case on the board. */
export type BoardCase = BoardColumnQuery['bottlenecks']['edges'][number]['node'];
