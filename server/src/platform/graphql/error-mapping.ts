import { messageFor, messages, type MessageCode, type MessageLocale } from '@versnellingstafel/shared/errors/messages';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { BadInput, Breach, Forbidden } from '../commands/breach.ts';
import { asDatabaseError, DatabaseUnavailable } from '../database/database-error.ts';
import { StreamRefused } from '../streams/stream-refused.ts';
import { badVariable } from './bad-variable.ts';

/** Codes of GraphQL itself: the message names the client's mistake and nothing of ours. */
const clientMistakes: readonly unknown[] = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'OPERATION_TOO_LARGE',
  'TOO_MANY_SUBSCRIPTIONS',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'PERSISTED_QUERY_NOT_FOUND',
];

/** Breaches whose own message says more than the catalogue does. */
const ownMessage: readonly string[] = ['BAD_USER_INPUT'];

function known(code: string, locale: MessageLocale, fallback: string): string {
  return code in messages && !ownMessage.includes(code) ? messageFor(code as MessageCode, locale) : fallback;
}

/** A wrong input in the words of the viewer, with the path of the field for forms and programs. */
function told({ code, reason, path, values }: BadInput, locale: MessageLocale): GraphQLFormattedError {
  const field = path.findLast((step) => !/^\d+$/.test(step)) ?? 'input';
  return { message: messageFor(reason, locale, { field, ...values }), extensions: { code, reason, path: [...path] } };
}

/** Goes through the layers that graphql-js and Apollo put around what was thrown. */
function thrownBy(error: unknown): unknown {
  let current = error;
  while (current instanceof GraphQLError && current.originalError) current = current.originalError;
  return current;
}

/**
 * The one place where an error becomes part of an answer: a stable code, a sentence, and nothing of the inside.
 * What we did not foresee is logged whole under the request id and leaves as INTERNAL.
 */
export function toFormattedError(
  error: unknown,
  options: { locale: MessageLocale; requestId: string; log: Logger },
): GraphQLFormattedError {
  const { locale, requestId, log } = options;
  const place =
    error instanceof GraphQLError
      ? { ...(error.path && { path: error.path }), ...(error.locations && { locations: error.locations }) }
      : {};
  // A command tells by itself that the database does not answer; a read throws what the driver threw.
  const thrown = asDatabaseError(thrownBy(error));
  const wrong = badVariable(error, thrown) ?? (thrown instanceof BadInput ? thrown : null);
  if (wrong) return { ...place, ...told(wrong, locale) };
  if (thrown instanceof Breach || thrown instanceof StreamRefused || thrown instanceof DatabaseUnavailable) {
    if (thrown instanceof Forbidden)
      return {
        message: messageFor(thrown.reason, locale),
        ...place,
        extensions: { code: thrown.code, reason: thrown.reason },
      };
    const retriable = thrown instanceof DatabaseUnavailable ? { retriable: true } : {};
    return {
      message: known(thrown.code, locale, thrown.message),
      ...place,
      extensions: { code: thrown.code, ...retriable },
    };
  }
  const code = error instanceof GraphQLError ? error.extensions['code'] : undefined;
  if (
    error instanceof GraphQLError &&
    thrown instanceof GraphQLError &&
    (code === undefined || clientMistakes.includes(code))
  ) {
    return { message: error.message, ...place, extensions: { code: code ?? 'BAD_USER_INPUT' } };
  }
  log.error({ requestId, err: thrown }, 'A request met an error that was not foreseen');
  return { message: messageFor('INTERNAL', locale), ...place, extensions: { code: 'INTERNAL', requestId } };
}
