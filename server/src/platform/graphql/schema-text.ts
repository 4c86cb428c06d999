import { type GraphQLSchema, lexicographicSortSchema, printSchema } from 'graphql';

/** First line of the printed file; without it the file is a contract written by hand, towards which rooms are built. */
export const printedMark = '# Printed from the code by server/src/print-schema.ts; change the code, then print again.';

/** The schema as it is committed: sorted, so that two people who add a field do not meet in the same line by chance. */
export function schemaText(schema: GraphQLSchema): string {
  return `${printedMark}\n${printSchema(lexicographicSortSchema(schema))}\n`;
}
