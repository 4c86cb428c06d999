import { messageFor, messages, type MessageCode, type MessageLocale } from '@versnellingstafel/shared/errors/messages';
import { Refusal, type ProblemData } from '../commands/refusal.ts';

type Values = Readonly<Record<string, string | number>>;

function problem(kind: string, code: MessageCode, path: readonly string[], values: Values): ProblemData {
  return { kind, code, message: messageFor(code, 'nl', values), values, path: [...path] };
}

/**
 * A wrong field: `fieldProblem('TOO_LONG', ['input', 'title'], { max: 160, length: 200 })`. The field in the sentence is
 * the last word of the path. For checking a whole form see commands/input-check.ts.
 */
export function fieldProblem(code: MessageCode, path: readonly string[] = [], values: Values = {}): ProblemData {
  const field = path.findLast((step) => !/^\d+$/.test(step)) ?? '';
  return problem('FieldProblem', code, path, { field, ...values });
}

/** The one answer for what is not there and for what is not the viewer's. `code` may be one of `UNKNOWN_…`. */
export function notFoundProblem(path: readonly string[] = [], code: MessageCode = 'NOT_FOUND'): ProblemData {
  return problem('NotFoundProblem', code, path, {});
}

/** What a use case hands to `conflictProblem`: the thing as it is now. */
export interface ConflictFacts {
  /** GraphQL type and bare UUID of the thing; it is read under the viewer's rights when asked for. */
  readonly current: { readonly type: string; readonly id: string };
  readonly currentVersion: number;
  readonly changedById?: string | null;
  readonly changedAt?: Date | null;
}

/** Somebody changed it meanwhile; carries the version to go on from. */
export function conflictProblem(
  facts: ConflictFacts,
  path: readonly string[] = ['input', 'expectedVersion'],
): ProblemData {
  return { ...problem('ConflictProblem', 'CONFLICT', path, {}), ...facts };
}

/** Throws one problem as a refusal. */
export function refuse(problemData: ProblemData): never {
  throw new Refusal([problemData]);
}

/** The same problem with its sentence in another language; use cases need not know who reads it. */
export function inLocale(data: ProblemData, locale: MessageLocale): ProblemData {
  if (locale === 'nl' || !(data.code in messages)) return data;
  return { ...data, message: messageFor(data.code as MessageCode, locale, (data['values'] ?? {}) as Values) };
}
