import type { MessageCode } from '@versnellingstafel/shared/errors/messages';
import { GraphQLError } from 'graphql';
import { BadInput } from '../commands/breach.ts';

/** A wrong input as graphql-js and Apollo let it pass: with its own code, and around what is told to people. */
export function badInput(
  reason: MessageCode,
  path: readonly string[] = [],
  values: BadInput['values'] = {},
): GraphQLError {
  const originalError = new BadInput(reason, path, values);
  return new GraphQLError(originalError.message, { originalError, extensions: { code: originalError.code } });
}

/** Where graphql-js says that a variable is wrong: it has no other way than its sentence. */
const inside = /^Variable "\$\w+" got invalid value [\s\S]* at "([\w.[\]]+)"; /;
const whole = /^Variable "\$(\w+)" (?:got invalid value |of (?:required|non-null) type )/;
const absent = /Field "(\w+)" of required type "[^"]+" was not provided\.$/;

/** What is wrong, in the order in which it is looked for; graphql-js knows no codes. */
const reasons: readonly (readonly [RegExp, MessageCode])[] = [
  [absent, 'REQUIRED'],
  [/was not provided\.$|not to be null\.$|must not be null\.$/, 'REQUIRED'],
  [/; Field "\w+" is not defined by type /, 'UNKNOWN_FIELD'],
  [/ does not exist in "\w+" enum/, 'UNKNOWN_CHOICE'],
  [/; Enum "\w+" cannot represent /, 'UNKNOWN_CHOICE'],
  [/; Int cannot represent /, 'NOT_WHOLE'],
];

/**
 * A variable of the wrong form, as people and forms read it: which field, and what to do. graphql-js tells it in a sentence
 * for programmers, with names of types in it.
 * @param thrown what a scalar of ours threw, when it was one; it knows the reason better.
 * @returns null when the error is about something else.
 */
export function badVariable(error: unknown, thrown: unknown): BadInput | null {
  if (!(error instanceof GraphQLError)) return null;
  const named = inside.exec(error.message)?.[1] ?? whole.exec(error.message)?.[1];
  if (named === undefined) return null;
  const path = named.split(/[.[\]]+/).filter((step) => step !== '');
  const missing = absent.exec(error.message)?.[1];
  if (missing !== undefined) path.push(missing);
  const reason = reasons.find(([sentence]) => sentence.test(error.message))?.[1] ?? 'BAD_FORM';
  return new BadInput(thrown instanceof BadInput ? thrown.reason : reason, path);
}
