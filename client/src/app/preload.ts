import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { createQueryPreloader, type PreloadedQueryRef } from '@apollo/client/react';

/** Starts a page's query and waits for the first answer: the cache at once, with the server's answer behind it. */
export type Preload = <TData, TVariables extends OperationVariables>(
  query: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
) => Promise<PreloadedQueryRef<TData, TVariables>>;

/** Binds {@link Preload} to a client. */
export function createPreload(client: ApolloClient): Preload {
  const preloadQuery = createQueryPreloader(client);
  return async <TData, TVariables extends OperationVariables>(
    query: TypedDocumentNode<TData, TVariables>,
    variables: TVariables,
  ) => {
    const start = preloadQuery as unknown as (
      document: TypedDocumentNode<TData, TVariables>,
      options: { variables: TVariables; fetchPolicy: 'cache-and-network' },
    ) => PreloadedQueryRef<TData, TVariables>;
    return preloadQuery.toPromise(start(query, { variables, fetchPolicy: 'cache-and-network' }));
  };
}
