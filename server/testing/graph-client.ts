import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { TestApp } from './test-app.ts';

/** Data as it came over the wire; a test says itself what it expects of the shape. */
// oxlint-disable-next-line typescript/no-explicit-any
export type AnswerData = any;

/** An answer as it came over the wire. */
export interface GraphAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: AnswerData;
  readonly errors: readonly {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; [key: string]: unknown };
  }[];
}

/** What arrives on a subscription, to be awaited one by one. */
export interface Following {
  /** The next answer; rejects after `within` milliseconds (default 5,000). */
  next(
    within?: number,
  ): Promise<{ data?: AnswerData; errors?: readonly { message: string; extensions: { code: string } }[] }>;
  /** Everything that arrived and was not taken yet. */
  waiting(): number;
  /** Resolves when the server has ended it. */
  readonly ended: Promise<void>;
  stop(): void;
}

/** Speaks to a server over HTTP and WebSocket as one person. */
export interface GraphClient {
  /** The cookie header, for tests that speak HTTP themselves. */
  readonly cookie: string;
  /** Runs a query or mutation and gives the whole answer. */
  answer(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<GraphAnswer>;
  /** Runs a query or mutation and gives its data. @throws Error when there are errors. */
  run(query: string, variables?: Record<string, unknown>): Promise<AnswerData>;
  /** Follows a subscription. */
  follow(query: string, variables?: Record<string, unknown>): Following;
  /** Cuts the WebSocket. */
  disconnect(): Promise<void>;
}

type Address = Pick<TestApp, 'url'>;

async function post(
  address: Address,
  cookie: string,
  query: string,
  variables: Record<string, unknown>,
  headers: Record<string, string>,
): Promise<GraphAnswer> {
  const response = await fetch(`${address.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }), ...headers },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data?: unknown; errors?: GraphAnswer['errors'] };
  return { status: response.status, headers: response.headers, data: body.data, errors: body.errors ?? [] };
}

/** The `name=value` of the session cookie that an answer hands out; empty without one. */
export function cookieFrom(headers: Headers): string {
  return (headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
}

/**
 * A client signed in as a person: straight into a session, so that tests need no persona.
 * @param person bare UUID; null for somebody without a session.
 */
export async function graphClient(app: TestApp, person: { id: string } | null): Promise<GraphClient> {
  const cookie =
    person === null
      ? ''
      : (app.platform.cookie.set(await app.platform.sessions.begin(person.id, null)).split(';')[0] ?? '');
  return clientWithCookie(app, cookie);
}

/** A client with a cookie that a test got elsewhere. */
export function clientWithCookie(address: Address, cookie: string): GraphClient {
  let live: Client | undefined;
  const socket = () => (live ??= liveClient(address, cookie));
  return {
    cookie,
    answer: (query, variables = {}, headers = {}) => post(address, cookie, query, variables, headers),
    async run(query, variables = {}) {
      const { data, errors } = await post(address, cookie, query, variables, {});
      if (errors.length > 0)
        throw new Error(
          errors
            .map((error) => `${error.extensions.code}: ${error.message} (${error.path?.join('.') ?? ''})`)
            .join('\n'),
        );
      return data;
    },
    follow: (query, variables = {}) => follow(socket(), query, variables),
    async disconnect() {
      await live?.dispose();
      live = undefined;
    },
  };
}

function liveClient(address: Address, cookie: string): Client {
  class SocketWithCookie extends WebSocket {
    constructor(url: string, protocols: string | string[]) {
      super(url, protocols, { headers: { ...(cookie && { cookie }), origin: address.url } });
    }
  }
  return createClient({
    url: `${address.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: SocketWithCookie,
    retryAttempts: 0,
    lazyCloseTimeout: 0,
  });
}

function follow(client: Client, query: string, variables: Record<string, unknown>): Following {
  const arrived: unknown[] = [];
  const takers: ((answer: unknown) => void)[] = [];
  let failure: unknown;
  const deliver = (answer: unknown) => {
    const taker = takers.shift();
    if (taker) taker(answer);
    else arrived.push(answer);
  };
  let stop = () => {};
  const ended = new Promise<void>((resolve) => {
    stop = client.subscribe(
      { query, variables },
      {
        next: deliver,
        error: (error) => {
          failure = error;
          deliver(Array.isArray(error) ? { errors: error } : { closed: error });
          resolve();
        },
        complete: () => resolve(),
      },
    );
  });
  return {
    next: (within = 5_000) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`Nothing arrived within ${within} ms. ${failure ? JSON.stringify(failure) : ''}`)),
          within,
        );
        const take = (answer: unknown) => {
          clearTimeout(timer);
          resolve(answer as { data?: unknown });
        };
        if (arrived.length > 0) take(arrived.shift());
        else takers.push(take);
      }),
    waiting: () => arrived.length,
    ended,
    stop: () => stop(),
  };
}
