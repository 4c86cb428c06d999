import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client';
import { createQueryPreloader, type PreloadedQueryRef, type PreloadQueryOptions } from '@apollo/client/react';
import { observableOf } from './use-page-query.ts';

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
      options: PreloadQueryOptions<TVariables>,
    ) => PreloadedQueryRef<TData, TVariables>;
    // Not deduplicated: a fetch after an event must not be given the answer to one from before it.
    const context = { queryDeduplication: false };
    const queryRef = await preloadQuery.toPromise(
      start(query, { variables, fetchPolicy: 'cache-and-network', context }),
    );
    // From the first answer on the page has something to show: an error then no longer takes it away.
    observableOf(queryRef).applyOptions({ errorPolicy: 'all' });
    return queryRef;
  };
}
