import type { ApolloClient } from '@apollo/client';
import type { Session } from './session.ts';
import { viewerQuery } from './viewer-query.ts';

/** Who is signed in, from the cache when it is known; null when nobody is. */
export async function loadSession(client: ApolloClient): Promise<Session | null> {
  const { data } = await client.query({ query: viewerQuery });
  if (!data?.viewer) return null;
  return { viewer: data.viewer, tables: data.tables.edges.map(({ node }) => node) };
}
