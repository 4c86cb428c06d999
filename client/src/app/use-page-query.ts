import type { ObservableQuery, OperationVariables } from '@apollo/client';
import { useReadQuery, type PreloadedQueryRef } from '@apollo/client/react';
import { unwrapQueryRef } from '@apollo/client/react/internal';

interface PageQuery<TData, TVariables extends OperationVariables> {
  data: TData;
  /** Fetches again and puts the answer in place when it comes; an `error` when none came. */
  refetch: (variables?: Partial<TVariables>) => Promise<{ error?: unknown }>;
  /** Fetches the next page of a list; the cache appends it. */
  fetchMore: (options: { variables: Partial<TVariables> }) => Promise<unknown>;
}

/**
 * Reads the query that a page's loader started, and fetches it again quietly: what stands on the screen stays until the answer is there,
 * and stays when none comes. (`useQueryRefHandlers` would suspend the page, and an error would take it away.)
 */
export function usePageQuery<TData, TVariables extends OperationVariables>(
  queryRef: PreloadedQueryRef<TData, TVariables>,
): PageQuery<TData, TVariables> {
  const { data } = useReadQuery(queryRef);
  const observable = observableOf(queryRef);
  return {
    data: data as TData,
    refetch: (variables) => observable.refetch(variables),
    fetchMore: (options) => observable.fetchMore(options),
  };
}

/** The query behind a reference. */
export function observableOf<TData, TVariables extends OperationVariables>(
  queryRef: PreloadedQueryRef<TData, TVariables>,
): ObservableQuery<TData, TVariables> {
  const internal = unwrapQueryRef(queryRef);
  if (!internal) throw new Error('A page has no query: its loader returns the reference');
  return internal.observable as unknown as ObservableQuery<TData, TVariables>;
}
