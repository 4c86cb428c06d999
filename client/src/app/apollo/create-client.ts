import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { i18n } from '@lingui/core';
import { OperationTypeNode } from 'graphql';
import type { Client as SocketClient } from 'graphql-ws';
import { createHoldLink } from '../../features/commands/hold-link.ts';
import { isUnauthenticated } from '../../features/session/load-session.ts';
import { createCache } from './cache.ts';

interface ClientOptions {
  socket: SocketClient;
  /** The session is gone: ask the person to sign in again. */
  onUnauthenticated: () => void;
}

/** The one client of the page: queries and commands over HTTP, streams over the socket. */
export function createClient({ socket, onUnauthenticated }: ClientOptions): ApolloClient {
  const http = ApolloLink.from([
    createHoldLink(),
    new SetContextLink(({ headers }) => ({
      headers: { ...(headers as Record<string, string> | undefined), 'accept-language': i18n.locale },
    })),
    new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
  ]);
  const errors = new ErrorLink(({ error, operation }) => {
    if (isUnauthenticated(error) && !operation.getContext()['mayBeAnonymous']) onUnauthenticated();
  });
  return new ApolloClient({
    cache: createCache(),
    link: errors.concat(
      ApolloLink.split(
        ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
        new GraphQLWsLink(socket),
        http,
      ),
    ),
    dataMasking: true,
  });
}
