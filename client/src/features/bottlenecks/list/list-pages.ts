import { gql, type ApolloClient, type TypedDocumentNode } from '@apollo/client';
import type {
  BottleneckFilter,
  BottleneckOrder,
  BottleneckRowsQuery,
  BottleneckRowsQueryVariables,
} from '../../../generated/graphql.ts';
import type { Run } from '../../../ui/row-window.ts';
import { selectedCaseFragment } from '../bulk/bulk-documents.ts';
import { bottleneckTableFragment } from '../BottleneckTable.tsx';

/** So many rows come at once. */
export const rowsAPage = 100;
/** A page that did not come is asked for again after so many milliseconds. */
const retryAfter = 4_000;

const bottleneckRowsQuery: TypedDocumentNode<BottleneckRowsQuery, BottleneckRowsQueryVariables> = gql`
  query BottleneckRows($filter: BottleneckFilter!, $orderBy: BottleneckOrder!, $first: Int!, $offset: Int!) {
    bottlenecks(filter: $filter, orderBy: $orderBy, first: $first, offset: $offset) {
      edges {
        cursor
        node {
          id
          ...SelectedCase_bottleneck
          ...BottleneckTable_bottleneck
        }
      }
    }
  }
  ${selectedCaseFragment}
  ${bottleneckTableFragment}
`;

/** Rows that lie behind each other in the list: all of them, or those of one group. */
export interface Segment {
  key: string;
  filter: BottleneckFilter;
  count: number;
  /** The head of the group; absent where the list is not grouped. */
  head?: { label: string; homes: number };
}

/** Some rows of a segment. */
export interface SegmentRun extends Run {
  segment: Segment;
}

/** The pages of a list that came so far. What is asked for is fetched once; what the device has already stands at once. */
export class ListPages {
  readonly #pages = new Map<string, readonly string[]>();
  readonly #asked = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #version = 0;

  /** @param fresh the rows that this device has may lie elsewhere by now: only the server knows */
  constructor(
    readonly client: ApolloClient,
    readonly orderBy: BottleneckOrder,
    readonly fresh = false,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly version = (): number => this.#version;

  /** The id of a row; undefined until its page came. */
  idAt({ key }: Segment, offset: number): string | undefined {
    return this.#pages.get(`${Math.floor(offset / rowsAPage)}/${key}`)?.[offset % rowsAPage];
  }

  /** The first page of a segment, which came with something else. */
  seed({ key }: Segment, ids: readonly string[]): this {
    this.#asked.add(`0/${key}`);
    this.#pages.set(`0/${key}`, ids);
    return this;
  }

  /** Fetches the pages of these rows that nobody asked for yet. Resolves when they are there, or did not come. */
  async need(runs: readonly SegmentRun[]): Promise<void> {
    const wanted = runs.flatMap(({ segment, from, to }) => {
      const first = Math.floor(Math.max(0, from) / rowsAPage);
      const last = Math.floor((Math.min(segment.count, to) - 1) / rowsAPage);
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => this.#fetch(segment, first + n));
    });
    await Promise.all(wanted);
  }

  async #fetch(segment: Segment, page: number): Promise<void> {
    const name = `${page}/${segment.key}`;
    if (this.#asked.has(name)) return;
    this.#asked.add(name);
    const variables = {
      filter: segment.filter,
      orderBy: this.orderBy,
      first: rowsAPage,
      offset: page * rowsAPage,
    };
    const query = bottleneckRowsQuery;
    const kept = this.fresh ? null : this.client.readQuery<BottleneckRowsQuery>({ query, variables });
    if (kept) this.#put(name, kept);
    try {
      const { data } = await this.client.query({ query, variables, fetchPolicy: 'network-only' });
      if (data) this.#put(name, data);
    } catch {
      setTimeout(() => {
        this.#asked.delete(name);
        if (this.#listeners.size > 0) void this.#fetch(segment, page);
      }, retryAfter);
    }
  }

  #put(name: string, { bottlenecks }: { bottlenecks: { edges: readonly { node: { id: string } }[] } }): void {
    this.#pages.set(
      name,
      bottlenecks.edges.map(({ node }) => node.id),
    );
    this.#version += 1;
    for (const tell of this.#listeners) tell();
  }
}
