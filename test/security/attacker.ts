import { connect } from 'node:net';
import type { TestApp } from '@versnellingstafel/server/testing/test-app';

/** What came back, with the time it took. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly milliseconds: number;
}

/** Sends a body to the API as it is, without a client that would mend it. */
export async function send(
  app: TestApp,
  body: string | Uint8Array<ArrayBuffer> | undefined,
  options: { method?: string; headers?: Record<string, string>; path?: string; cookie?: string } = {},
): Promise<RawAnswer> {
  const began = performance.now();
  const response = await fetch(`${app.url}${options.path ?? '/graphql'}`, {
    method: options.method ?? 'POST',
    headers: {
      'content-type': 'application/json',
      ...(options.cookie && { cookie: options.cookie }),
      ...options.headers,
    },
    ...(body !== undefined && { body }),
    redirect: 'manual',
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, milliseconds: performance.now() - began };
}

/** An operation as JSON. */
export function operation(query: string, variables: unknown = {}): string {
  return JSON.stringify({ query, variables });
}

/** Writes bytes to the port and gives all that comes back until the server ends it; for what no client would send. */
export function sendBytes(app: TestApp, bytes: string, within: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(app.port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`The server kept the connection open for ${within} ms.`));
    }, within);
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(text);
    });
  });
}

/** Words that only the inside of the server would say. */
const inside = /node_modules|\.ts:\d|at \w+ \(|select |insert into|syntax error at or near|relation "|\bpg_|stack/i;

/** Does an answer give away a stack or a piece of SQL? */
export function givesAway(text: string): boolean {
  return inside.test(text);
}
