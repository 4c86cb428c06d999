import { useQuery } from '@apollo/client/react';
import type { ListSearch } from '../../../features/bottlenecks/bottleneck-address.ts';
import { viewsQuery, type SavedView } from '../../../features/bottlenecks/list/view-documents.ts';
import { useLiveRefetch } from '../../../features/live/use-live-refetch.ts';
import { readListSearch } from '../../routes/list-search.ts';
import { parseSearch, stringifySearch } from '../../search-params.ts';

/** The viewer's own views and those of the table one works at. Without them the list works all the same. */
export function useSavedViews(tableId: string | null): readonly SavedView[] {
  const { data, previousData, refetch } = useQuery(viewsQuery, { variables: { tableId } });
  useLiveRefetch({ subjectType: 'Bottleneck' }, refetch);
  return (data ?? previousData)?.bottleneckViews ?? [];
}

/** The address of a view, which remembers where it came from. */
export const addressOf = ({ id, search }: SavedView): ListSearch => ({
  ...readListSearch(parseSearch(search)),
  bewaard: id,
});

/** An address as it is saved: what the list shows, without the view that it came from. */
export const savedForm = (search: ListSearch): string =>
  stringifySearch({ ...readListSearch({ ...search }), bewaard: undefined }).replace(/^\?/, '');

/** Does the list still stand as the view has it? */
export const isAsSaved = (search: ListSearch, view: SavedView): boolean =>
  savedForm(search) === savedForm(addressOf(view));
