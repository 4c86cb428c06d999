import { gql } from '@apollo/client';
import { expect, test } from 'vitest';
import { createCache } from './cache.ts';

const list = gql`
  query List($after: String) {
    bottlenecks(filter: { open: true }, first: 2, after: $after) {
      edges {
        cursor
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
const count = gql`
  query Count {
    bottlenecks(filter: { open: true }, first: 2) {
      totalCount
    }
  }
`;

const page = (ids: string[], more: boolean) => ({
  bottlenecks: {
    __typename: 'BottleneckConnection',
    edges: ids.map((id) => ({
      __typename: 'BottleneckEdge',
      cursor: `c${id}`,
      node: { __typename: 'Bottleneck', id },
    })),
    pageInfo: { __typename: 'PageInfo', hasNextPage: more, endCursor: `c${ids.at(-1)}` },
  },
});
const idsIn = (cache: ReturnType<typeof createCache>): string[] | undefined =>
  cache.readQuery<ReturnType<typeof page>>({ query: list })?.bottlenecks.edges.map(({ node }) => node.id);

test('a page behind a cursor is appended once, a first page starts the list again', () => {
  const cache = createCache();
  cache.writeQuery({ query: list, data: page(['1', '2'], true) });
  cache.writeQuery({ query: list, variables: { after: 'c2' }, data: page(['3'], false) });
  cache.writeQuery({ query: list, variables: { after: 'c2' }, data: page(['3'], false) });
  expect(idsIn(cache)).toEqual(['1', '2', '3']);
  cache.writeQuery({ query: list, data: page(['9', '1'], true) });
  expect(idsIn(cache)).toEqual(['9', '1']);
});

test('a count leaves the list as it is, and does not pass for one', () => {
  const cache = createCache();
  const data = { bottlenecks: { __typename: 'BottleneckConnection', totalCount: 11 } };
  cache.writeQuery({ query: count, data });
  expect(idsIn(cache)).toBeUndefined();
  cache.writeQuery({ query: list, data: page(['1'], false) });
  cache.writeQuery({ query: count, data });
  expect(idsIn(cache)).toEqual(['1']);
});
