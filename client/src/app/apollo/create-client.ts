import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { i18n } from '@lingui/core';
import { createHoldLink } from '../../features/commands/hold-link.ts';
import { isUnauthenticated } from '../../features/session/load-session.ts';
import { createCache } from './cache.ts';

/** Hears that the session is gone. An operation that may be anonymous says so in its context. */
export const createErrorLink = (onUnauthenticated: () => void): ErrorLink =>
  new ErrorLink(({ error, operation }) => {
    if (isUnauthenticated(error) && !operation.getContext()['mayBeAnonymous']) onUnauthenticated();
  });

/**
 * The one client of the page: queries and commands over HTTP. Streams join it when somebody is signed in (`live/open-line.ts`).
 * @param onUnauthenticated the session is gone: ask the person to sign in again
 */
export function createClient(onUnauthenticated: () => void): ApolloClient {
  return new ApolloClient({
    cache: createCache(),
    link: ApolloLink.from([
      createErrorLink(onUnauthenticated),
      createHoldLink(),
      new SetContextLink(({ headers }) => ({
        headers: { ...(headers as Record<string, string> | undefined), 'accept-language': i18n.locale },
      })),
      new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
    ]),
    dataMasking: true,
  });
}
