import { InMemoryCache, type FieldPolicy, type Reference } from '@apollo/client';
import possible from '../../generated/possible-types.ts';

interface StoredEdge {
  cursor?: string;
}
interface StoredConnection {
  edges?: readonly (StoredEdge | Reference)[];
}

/**
 * How a connection is kept: a page after a cursor is appended behind that cursor, a first page replaces the list, and a query that asks
 * for a count alone leaves the list as it is. `first` belongs to the key, so a list of 5 never passes for a list of 50.
 */
function connection(...keyArgs: readonly string[]): FieldPolicy<StoredConnection> {
  return {
    keyArgs: [...keyArgs, 'first'],
    merge(existing, incoming, { args, readField }) {
      if (!incoming.edges || !args?.['after'] || !existing?.edges) return { ...existing, ...incoming };
      const at = existing.edges.findIndex((edge) => readField('cursor', edge as Reference) === args['after']);
      const before = at < 0 ? existing.edges : existing.edges.slice(0, at + 1);
      return { ...existing, ...incoming, edges: [...before, ...incoming.edges] };
    },
  };
}

/** The cache, with what the schema cannot say: what identifies a thing without an id, and how lists grow. */
export function createCache(): InMemoryCache {
  return new InMemoryCache({
    possibleTypes: possible.possibleTypes,
    typePolicies: {
      Viewer: { keyFields: [] },
      Membership: { keyFields: ['table', ['id'], 'person', ['id']] },
      // What happened to many is told of each in its own words.
      Event: { keyFields: (event) => (event['about'] ? ['id', 'about'] : ['id']) },
      ReuseFigures: { merge: true },
      AgendaItem: { fields: { outcomes: { merge: false } } },
      Query: {
        fields: {
          people: connection('text', 'organisationId', 'tableId'),
          tables: connection(),
          projects: connection('filter', 'orderBy'),
          bottlenecks: connection('filter', 'orderBy', 'offset'),
          // What fewer people filter by comes with a question of its own.
          bottleneckFacets: { merge: true },
          actions: connection('filter', 'orderBy'),
          notes: connection('filter', 'orderBy'),
          search: connection('query', 'kinds'),
          inbox: connection(),
          outbox: connection(),
        },
      },
      AccelerationTable: { fields: { meetings: connection() } },
      // What was taken off is gone: the last answer is the whole agenda.
      Meeting: { fields: { items: { merge: false } } },
      Project: { fields: { bottlenecks: connection('open') } },
      Import: { fields: { rows: connection('kind', 'guessed') } },
      Bottleneck: { fields: { timeline: connection(), comments: connection(), similar: { merge: true } } },
      KnowledgeNote: { fields: { timeline: connection() } },
    },
  });
}
