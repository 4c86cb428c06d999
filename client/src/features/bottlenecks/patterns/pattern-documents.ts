import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  AddToPatternMutation,
  AddToPatternMutationVariables,
  CasePatternQuery,
  CasePatternQueryVariables,
  DissolvePatternMutation,
  DissolvePatternMutationVariables,
  EditPatternMutation,
  EditPatternMutationVariables,
  MakePatternMutation,
  MakePatternMutationVariables,
  PatternView_PatternFragment,
  RemoveFromPatternMutation,
  RemoveFromPatternMutationVariables,
  ResolvePatternMutation,
  ResolvePatternMutationVariables,
  SimilarToPatternQuery,
  SimilarToPatternQueryVariables,
  TablePatternsQuery,
  TablePatternsQueryVariables,
  UndoResolvePatternMutation,
  UndoResolvePatternMutationVariables,
} from '../../../generated/graphql.ts';
import { problemFragment } from '../../commands/problem.ts';

/** A pattern with its cases, as its page shows it. */
export const patternFragment: TypedDocumentNode<PatternView_PatternFragment> = gql`
  fragment PatternView_pattern on Pattern {
    id
    number
    title
    problem
    state
    version
    madeOn
    resolution
    resolvedOn
    madeBy {
      id
      name
    }
    table {
      id
      slug
      shortName
    }
    note {
      id
      slug
      title
    }
    bottlenecks {
      id
      number
      title
      state
      homesBlocked
      municipality {
        id
        name
      }
      themes {
        id
        code
      }
      projects {
        project {
          id
          name
        }
      }
    }
    viewerCan {
      verb
      allowed
      reason
    }
  }
`;

/** A pattern as its page and dialogs know it. */
export type PatternFacts = PatternView_PatternFragment;

const answer = gql`
  fragment PatternAnswer on PatternPayload {
    pattern {
      id
      ...PatternView_pattern @unmask
    }
    leftOut {
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
  ${patternFragment}
  ${problemFragment}
`;

export const makeMutation: TypedDocumentNode<MakePatternMutation, MakePatternMutationVariables> = gql`
  mutation MakePattern($input: MakePatternInput!, $idempotencyKey: ID) {
    makePattern(input: $input, idempotencyKey: $idempotencyKey) {
      ...PatternAnswer @unmask
    }
  }
  ${answer}
`;

export const editMutation: TypedDocumentNode<EditPatternMutation, EditPatternMutationVariables> = gql`
  mutation EditPattern($input: EditPatternInput!, $idempotencyKey: ID) {
    editPattern(input: $input, idempotencyKey: $idempotencyKey) {
      ...PatternAnswer @unmask
    }
  }
  ${answer}
`;

export const addMutation: TypedDocumentNode<AddToPatternMutation, AddToPatternMutationVariables> = gql`
  mutation AddToPattern($input: PatternMembersInput!, $idempotencyKey: ID) {
    addToPattern(input: $input, idempotencyKey: $idempotencyKey) {
      ...PatternAnswer @unmask
    }
  }
  ${answer}
`;

export const removeMutation: TypedDocumentNode<RemoveFromPatternMutation, RemoveFromPatternMutationVariables> = gql`
  mutation RemoveFromPattern($input: PatternMembersInput!, $idempotencyKey: ID) {
    removeFromPattern(input: $input, idempotencyKey: $idempotencyKey) {
      ...PatternAnswer @unmask
    }
  }
  ${answer}
`;

export const resolveMutation: TypedDocumentNode<ResolvePatternMutation, ResolvePatternMutationVariables> = gql`
  mutation ResolvePattern($input: ResolvePatternInput!, $idempotencyKey: ID) {
    resolvePattern(input: $input, idempotencyKey: $idempotencyKey) {
      ...PatternAnswer @unmask
    }
  }
  ${answer}
`;

export const undoMutation: TypedDocumentNode<UndoResolvePatternMutation, UndoResolvePatternMutationVariables> = gql`
  mutation UndoResolvePattern($input: PatternVersionInput!, $idempotencyKey: ID) {
    undoResolvePattern(input: $input, idempotencyKey: $idempotencyKey) {
      ...PatternAnswer @unmask
    }
  }
  ${answer}
`;

export const dissolveMutation: TypedDocumentNode<DissolvePatternMutation, DissolvePatternMutationVariables> = gql`
  mutation DissolvePattern($input: PatternReasonInput!, $idempotencyKey: ID) {
    dissolvePattern(input: $input, idempotencyKey: $idempotencyKey) {
      ...PatternAnswer @unmask
    }
  }
  ${answer}
`;

/** Cases and a text that look alike: candidates for a pattern. */
export const similarQuery: TypedDocumentNode<SimilarToPatternQuery, SimilarToPatternQueryVariables> = gql`
  query SimilarToPattern($text: String!) {
    similar(text: $text, first: 12) {
      bottlenecks {
        bottleneck {
          id
          number
          title
          state
          heldBy {
            id
          }
          pattern {
            id
            state
          }
        }
      }
    }
  }
`;

/** The pattern of a case. */
export const casePatternQuery: TypedDocumentNode<CasePatternQuery, CasePatternQueryVariables> = gql`
  query CasePattern($number: String!) {
    bottleneck(number: $number) {
      id
      pattern {
        id
        number
        title
        state
        bottlenecks {
          id
        }
      }
    }
  }
`;

/** The patterns of a table, the open ones and those that were resolved. */
export const tablePatternsQuery: TypedDocumentNode<TablePatternsQuery, TablePatternsQueryVariables> = gql`
  query TablePatterns($tableId: ID!) {
    patterns(tableId: $tableId, first: 20) {
      totalCount
      edges {
        cursor
        node {
          id
          number
          title
          state
          bottlenecks {
            id
          }
          atRisk {
            homes
            homeMonths
          }
        }
      }
    }
  }
`;
