import { gql } from '@apollo/client';
import { expect, test } from 'vitest';
import { createCache } from './cache.ts';

const timeline = gql`
  query Timeline($id: ID!) {
    node(id: $id) {
      id
      ... on Bottleneck {
        timeline(first: 20) {
          edges {
            node {
              id
              about
              changes {
                field
                after
              }
            }
          }
        }
      }
    }
  }
`;

test('one event of many cases says on each timeline what it changed there', () => {
  const cache = createCache();
  for (const id of ['Bottleneck_1', 'Bottleneck_2'])
    cache.writeQuery({
      query: timeline,
      variables: { id },
      data: {
        node: {
          __typename: 'Bottleneck',
          id,
          timeline: {
            __typename: 'EventConnection',
            edges: [
              {
                __typename: 'EventEdge',
                node: {
                  __typename: 'Event',
                  id: 'Event_1',
                  about: id,
                  changes: [{ __typename: 'FieldChange', field: 'lead', after: `Trekker van ${id}` }],
                },
              },
            ],
          },
        },
      },
    });
  const read = cache.readQuery<{
    node: { timeline: { edges: { node: { changes: { after: string }[] } }[] } };
  }>({ query: timeline, variables: { id: 'Bottleneck_1' } });
  expect(read?.node.timeline.edges[0]?.node.changes[0]?.after).toBe('Trekker van Bottleneck_1');
});
