/**
 * An expected failure, as data that the client shows. `kind` names the concrete GraphQL type
 * (`Conflict`, `NotFound`, `FieldProblem` …); further fields are those of that type.
 */
export interface ProblemData {
  kind: string;
  code: string;
  message: string;
  path?: readonly string[];
  [field: string]: unknown;
}

/** Thrown by a use case to undo everything and to tell why: the runner gives back `{ problems }`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly problems: readonly ProblemData[];

  constructor(problems: readonly ProblemData[]) {
    super(problems.map((problem) => problem.code).join(', '));
    this.problems = problems;
  }
}

/** What a refused command gives back. */
export interface Refused {
  problems: readonly ProblemData[];
}

/** Tells a refused command from one that was carried out. */
export function isRefused(outcome: unknown): outcome is Refused {
  return typeof outcome === 'object' && outcome !== null && refusedOutcomes.has(outcome);
}

const refusedOutcomes = new WeakSet<object>();

/** Makes the outcome of a refused command. Only the runner calls this. */
export function refused(problems: readonly ProblemData[]): Refused {
  const outcome = { problems };
  refusedOutcomes.add(outcome);
  return outcome;
}
