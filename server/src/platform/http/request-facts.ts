import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestFacts } from '../graphql/graph-context.ts';

const proxyHeaders: readonly string[] = [
  'forwarded',
  'via',
  'x-real-ip',
  'x-client-ip',
  'x-original-host',
  'cf-connecting-ip',
  'true-client-ip',
  'client-ip',
];

/** Did a proxy have its hands on this request? Any such header counts, whoever wrote it. */
function isForwarded(request: IncomingMessage): boolean {
  return Object.keys(request.headers).some((name) => name.startsWith('x-forwarded') || proxyHeaders.includes(name));
}

/** @param trustProxy then the last address in X-Forwarded-For, which our own proxy wrote; otherwise that header is ignored. */
function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = request.headers['x-forwarded-for'];
  const last = trustProxy
    ? String(forwarded ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : '';
  return last || (request.socket.remoteAddress ?? 'unknown');
}

/** What a resolver may know of a request. */
export function requestFacts(
  request: IncomingMessage,
  trustProxy: boolean,
  setCookie: (value: string) => void,
): RequestFacts {
  return {
    requestId: randomUUID(),
    acceptLanguage: request.headers['accept-language'],
    address: addressOf(request, trustProxy),
    forwarded: isForwarded(request),
    setCookie,
  };
}

/** The address of this server as whoever asks knows it, for links that leave it. */
export function originOf(request: IncomingMessage, publicUrl: URL | undefined): string {
  return publicUrl?.origin ?? `http://${request.headers.host ?? 'localhost'}`;
}
