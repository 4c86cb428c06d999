import { isLocalDate } from '@versnellingstafel/shared/dates/local-date';
import { GraphQLScalarType, Kind } from 'graphql';
import { badInput } from './bad-variable.ts';

function toLocalDate(value: unknown): string {
  if (typeof value === 'string' && isLocalDate(value)) return value;
  throw badInput('BAD_DATE');
}

/** `YYYY-MM-DD`, a string on both sides: a date without a time has no time zone to get wrong. */
export const LocalDateScalar = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'A calendar date without a time, for example 2026-12-10.',
  serialize: toLocalDate,
  parseValue: toLocalDate,
  parseLiteral: (node) => toLocalDate(node.kind === Kind.STRING ? node.value : undefined),
});

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function toMoment(value: unknown): Date {
  // JavaScript makes 3 March of 31 February: the day is looked at by itself.
  const exists = typeof value === 'string' && moment.test(value) && isLocalDate(value.slice(0, 10));
  const date = exists ? new Date(value) : undefined;
  if (date && !Number.isNaN(date.getTime())) return date;
  throw badInput('BAD_MOMENT');
}

/** A `Date` on the server, ISO 8601 in UTC on the wire. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment in UTC, ISO 8601.',
  serialize: (value) => {
    const date = value instanceof Date ? value : new Date(String(value));
    return date.toISOString();
  },
  parseValue: toMoment,
  parseLiteral: (node) => toMoment(node.kind === Kind.STRING ? node.value : undefined),
});
