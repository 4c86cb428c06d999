import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { groupings, type ListSearch } from '../../../features/bottlenecks/bottleneck-address.ts';
import { filterOf, filterOfGroup, orderOf } from '../../../features/bottlenecks/bottleneck-search.ts';
import type { Segment } from '../../../features/bottlenecks/list/list-pages.ts';
import type { ListSource } from '../../../features/bottlenecks/list/use-list-lines.ts';
import type { BottleneckGroupsQuery, BottleneckGroupsQueryVariables } from '../../../generated/graphql.ts';

const bottleneckGroupsQuery: TypedDocumentNode<BottleneckGroupsQuery, BottleneckGroupsQueryVariables> = gql`
  query BottleneckGroups($filter: BottleneckFilter!, $groupBy: BottleneckGroup!) {
    bottleneckGroups(filter: $filter, groupBy: $groupBy) {
      value
      label
      count
      homes
    }
  }
`;

interface Listed {
  totalCount: number;
  edges: readonly { node: { id: string } }[];
}

interface Groups {
  /** Undefined while the groups are on their way. */
  source: ListSource | undefined;
  failed: boolean;
  refetch: () => Promise<unknown>;
}

/** Where the rows come from: the page's own list, or a list for each group. */
export function useListSource(search: ListSearch, tableId: string | null, listed: Listed): Groups {
  const filter = filterOf(search, tableId);
  const orderBy = orderOf(search);
  const { groep } = search;
  const { data, error, refetch } = useQuery(bottleneckGroupsQuery, {
    variables: { filter, groupBy: groupings[groep ?? 'staat'] },
    skip: !groep,
    fetchPolicy: 'cache-and-network',
  });
  const key = JSON.stringify([filter, orderBy, groep]);
  const groups = data?.bottleneckGroups;
  const source = useMemo((): ListSource | undefined => {
    if (!groep) {
      const all: Segment = { key: 'all', filter, count: listed.totalCount };
      return { key, orderBy, segments: [all], first: listed.edges.map(({ node }) => node.id) };
    }
    if (!groups) return undefined;
    // A filter on what the groups share leaves only its own groups: a case of two themes is counted under both.
    const wished = groep === 'thema' ? search.thema : undefined;
    const segments = groups
      .filter(({ value, count }) => count > 0 && (!wished || wished.includes(value)))
      .map(({ value, label, count, homes }) => ({
        key: `${groep} ${value}`,
        filter: filterOfGroup(filter, groep, value),
        count,
        head: { label, homes },
      }));
    return { key, orderBy, segments };
    // The key says all of the filter, the order and the group.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, groups, listed]);
  return { source, failed: error !== undefined && !groups, refetch: async () => (groep ? refetch() : undefined) };
}
