import { gql, type TypedDocumentNode } from '@apollo/client';
import type { Problem_ProblemFragment } from '../../generated/graphql.ts';

/**
 * What every payload asks of its problems: `problems { ...Problem_problem @unmask }`. A problem has no id, so it is unmasked and not read
 * from the cache.
 */
export const problemFragment: TypedDocumentNode<Problem_ProblemFragment> = gql`
  fragment Problem_problem on Problem {
    code
    message
    path
    ... on ConflictProblem {
      currentVersion
      changedAt
      changedBy {
        id
        name
      }
    }
  }
`;

/** An expected refusal, with a sentence for people. */
export type Problem = Problem_ProblemFragment;

/** The message for one field of the input (`title`, or `input.title`), when there is one. */
export function problemAt(problems: readonly Problem[], field: string): string | undefined {
  return problems.find(({ path }) => path.at(-1) === field)?.message;
}
