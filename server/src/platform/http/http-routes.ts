import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { isSameOrigin } from './same-origin.ts';

/** A request that a room answers itself, beside GraphQL: a file, a calendar, a document. */
export interface HttpCall<C> {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The path, decoded; without the query. */
  readonly path: string;
  /** Does it come from a page of this very host (or from no page at all)? Whatever changes something refuses others. */
  readonly sameOrigin: boolean;
  /** Who asks, with the rights of this moment: the same context that a resolver gets. */
  context(): Promise<C>;
}

/** Answers the request, whatever happens: also what is not there. */
export type HttpHandler<C> = (call: HttpCall<C>) => Promise<void>;

/** WebSockets of a room. Requests from pages elsewhere never reach it; who speaks it finds out itself. */
export interface SocketHandler {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Closes what is open; called once, when the server stops. */
  stop(): Promise<void>;
}

export interface RouteOptions {
  /** Milliseconds that the body may take to arrive. Default: 30 seconds. */
  readonly bodyWithin?: number;
}

const bodyWithin = 30_000;

interface Route<C> extends Required<RouteOptions> {
  readonly prefix: string;
  readonly handler: HttpHandler<C>;
}

/** The paths that rooms answer. A prefix that ends in a slash takes everything below it, another one just itself. */
export class HttpRoutes<C> {
  readonly #routes: Route<C>[] = [];
  readonly #sockets = new Map<string, SocketHandler>();

  /** @param publicUrl the address people use, when it is another one than the Host header says. */
  constructor(private readonly publicUrl: URL | undefined) {}

  /** @throws Error when the prefix is taken. */
  register(prefix: string, handler: HttpHandler<C>, options: RouteOptions = {}): void {
    if (this.#routes.some((route) => route.prefix === prefix)) throw new Error(`${prefix} is answered already.`);
    this.#routes.push({ prefix, handler, bodyWithin, ...options });
  }

  /** WebSockets at exactly this path. @throws Error when it is taken. */
  registerSocket(path: string, handler: SocketHandler): void {
    if (this.#sockets.has(path)) throw new Error(`${path} is answered already.`);
    this.#sockets.set(path, handler);
  }

  /** What answers this path; undefined when no room does. The longest prefix that fits wins. */
  find(path: string): Route<C> | undefined {
    return this.#routes
      .filter(({ prefix }) => (prefix.endsWith('/') ? path.startsWith(prefix) : path === prefix))
      .toSorted((one, other) => other.prefix.length - one.prefix.length)[0];
  }

  /** Hands a socket to the room of its path. @returns false when there is none. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, path: string): boolean {
    const handler = this.#sockets.get(path);
    if (!handler) return false;
    if (request.headers.origin !== undefined && !isSameOrigin(request, this.publicUrl))
      socket.end(
        'HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\nX-Content-Type-Options: nosniff\r\n\r\n',
      );
    else handler.upgrade(request, socket, head);
    return true;
  }

  /** Answers with the room of this path. */
  async answer(
    route: Route<C>,
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    context: () => Promise<C>,
  ): Promise<void> {
    await route.handler({ request, response, path, sameOrigin: isSameOrigin(request, this.publicUrl), context });
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#sockets.values()].map((handler) => handler.stop()));
  }
}
