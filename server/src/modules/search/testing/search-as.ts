import { type GraphClient, graphClient } from '../../../../testing/graph-client.ts';
import type { TestApp } from '../../../../testing/test-app.ts';
import type { DemoRows } from './demo-region.fixture.ts';

const question = `query Search($query: String!, $kinds: [SearchKind!], $first: Int, $after: String) {
  search(query: $query, kinds: $kinds, first: $first, after: $after) {
    totalCount suggestion
    kindCounts { value count }
    interpretations { from to kind }
    pageInfo { hasNextPage endCursor }
    edges { cursor node {
      reason title { text hit } snippet { text hit }
      target { __typename ... on Node { globalId: id } ... on Bottleneck { id number title } ... on KnowledgeNote { id slug title }
        ... on AgendaOutcome { id decision: number } ... on Action { id number } ... on Project { id name } ... on Organisation { id name } }
    } }
  }
}`;

interface Target {
  readonly number?: string;
  readonly slug?: string;
  readonly decision?: string;
  readonly name?: string;
}

export interface Segment {
  readonly text: string;
  readonly hit: boolean;
}

export interface Answer {
  /** Ids of the rows, best first. */
  readonly ids: readonly string[];
  /** `KP-2026-001`, `N01`, `B-2026-001`, `A-2026-001` or the name of a project or organisation, best first. */
  readonly keys: readonly string[];
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly suggestion: string | null;
  readonly interpretations: readonly { from: string; to: string; kind: string }[];
  readonly hits: readonly { reason: string; title: readonly Segment[]; snippet: readonly Segment[] }[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** Asks questions over GraphQL as people of the demo region. */
export class Asking {
  readonly #clients = new Map<string, Promise<GraphClient>>();

  constructor(
    private readonly app: TestApp,
    private readonly rows: DemoRows,
  ) {}

  client(person: string): Promise<GraphClient> {
    const id = this.rows.people.get(person);
    if (id === undefined) throw new Error(`There is no ${person} in the demo region.`);
    const client = this.#clients.get(person) ?? graphClient(this.app, { id });
    this.#clients.set(person, client);
    return client;
  }

  async search(
    person: string,
    query: string,
    more: { first?: number; after?: string | null; kinds?: string[] } = {},
  ): Promise<Answer> {
    const { search } = await (await this.client(person)).run(question, { query, first: 5, ...more });
    return {
      ids: search.edges.map(({ node: { target } }: { node: { target: { globalId: string } } }) =>
        target.globalId.slice(target.globalId.indexOf('_') + 1),
      ),
      keys: search.edges.map(
        ({ node: { target } }: { node: { target: Target } }) =>
          target.number ?? target.slug?.toUpperCase() ?? target.decision ?? target.name ?? '',
      ),
      total: search.totalCount,
      counts: Object.fromEntries(
        search.kindCounts.map(({ value, count }: { value: string; count: number }) => [value, count]),
      ),
      suggestion: search.suggestion,
      interpretations: search.interpretations,
      hits: search.edges.map(({ node }: { node: Answer['hits'][number] }) => node),
      endCursor: search.pageInfo.endCursor,
      hasNextPage: search.pageInfo.hasNextPage,
    };
  }
}

/** What a reader reads. */
export function plain(segments: readonly Segment[]): string {
  return segments.map((segment) => segment.text).join('');
}

/** What is shown as found. */
export function found(segments: readonly Segment[]): string[] {
  return segments.filter((segment) => segment.hit).map((segment) => segment.text);
}
