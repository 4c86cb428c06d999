import { CombinedGraphQLErrors, type ApolloClient } from '@apollo/client';
import type { Session } from './session.ts';
import { viewerQuery } from './viewer-query.ts';

/** Does the server say that nobody is signed in? */
export function isUnauthenticated(error: unknown): boolean {
  return (
    CombinedGraphQLErrors.is(error) && error.errors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED')
  );
}

/** Marks an operation that may be answered with “nobody is signed in”: that is then an answer, and no session was lost. */
const mayBeAnonymous = { mayBeAnonymous: true };

/** Who is signed in, from the cache when it is known; null when nobody is. */
export async function loadSession(client: ApolloClient): Promise<Session | null> {
  try {
    const { data } = await client.query({ query: viewerQuery, context: mayBeAnonymous });
    if (!data?.viewer) return null;
    return { viewer: data.viewer, tables: data.tables.edges.map(({ node }) => node) };
  } catch (error) {
    if (isUnauthenticated(error)) return null;
    throw error;
  }
}
