import { CombinedGraphQLErrors, type ApolloClient } from '@apollo/client';
import { i18n } from '@lingui/core';
import { isLocaleChosen, loadLocale, toLocaleCode } from '../../lib/i18n.ts';
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

/** On a device where no language was chosen, the page speaks the one that the person chose elsewhere. */
async function followLocale(chosen: string): Promise<void> {
  const locale = toLocaleCode(chosen);
  if (!isLocaleChosen() && locale !== i18n.locale) await loadLocale(locale);
}

/** Who is signed in, from the cache when it is known; null when nobody is. */
export async function loadSession(client: ApolloClient): Promise<Session | null> {
  try {
    const { data } = await client.query({ query: viewerQuery, context: mayBeAnonymous });
    if (!data?.viewer) return null;
    await followLocale(data.viewer.locale);
    return { viewer: data.viewer, tables: data.tables.edges.map(({ node }) => node) };
  } catch (error) {
    if (isUnauthenticated(error)) return null;
    throw error;
  }
}
