import type { ImportRowKind } from '../../../generated/graphql.ts';

/** The kinds of rows, in the order of their tabs, by the word in the address. */
export const rowKinds = {
  nieuw: 'NEW',
  gewijzigd: 'CHANGED',
  ongewijzigd: 'UNCHANGED',
  geweigerd: 'REFUSED',
  overgeslagen: 'SKIPPED',
} as const satisfies Record<string, ImportRowKind>;
export type RowKindWord = keyof typeof rowKinds;
export const rowKindWords = Object.keys(rowKinds) as RowKindWord[];
