import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { setSecurityHeaders } from './security-headers.ts';
import { sendError } from './send.ts';

/** A path that a room answers. */
export interface RoomRoute {
  /** Milliseconds that the body may take to arrive. */
  readonly bodyWithin: number;
  answer(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** What answers once everything is built; until then the server says that it is starting. */
export interface Routes {
  graphql(request: IncomingMessage, response: ServerResponse): Promise<void>;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** The room that answers this path; undefined when there is none. */
  room(path: string): RoomRoute | undefined;
  /** @returns false when no room has WebSockets at this path. */
  roomSocket(request: IncomingMessage, socket: Duplex, head: Buffer, path: string): boolean;
  /** @returns false when there is no such file. */
  client(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean>;
  isReady(): Promise<boolean>;
}

/** Milliseconds that a body may take to arrive, unless the path says otherwise. */
const bodyWithin = 30_000;

function pathOf(request: IncomingMessage): string {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  try {
    return decodeURIComponent(path);
  } catch {
    return '/ ';
  }
}

/** The HTTP server: bound before anything else is opened, so that a taken port harms nothing. */
export class HttpServer {
  readonly server: Server;
  #routes: Routes | undefined;
  readonly #upgraded = new Set<Duplex>();

  constructor(
    private readonly https: boolean,
    private readonly log: Logger,
  ) {
    this.server = createServer(
      // A client that sends its headers drop by drop is cut within 15 s: 10 s and the next look of the checker.
      {
        headersTimeout: 10_000,
        // The longest that any body may take; most get `bodyWithin`.
        requestTimeout: 600_000,
        connectionsCheckingInterval: 2_000,
        keepAliveTimeout: 15_000,
        maxHeaderSize: 16_384,
      },
      (request, response) => void this.#answer(request, response),
    );
    this.server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    this.server.on('clientError', (error, socket) => this.#clientError(error as NodeJS.ErrnoException, socket));
  }

  /** Binds the address. @returns the port. @throws EADDRINUSE and the like. */
  listen(host: string, port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => {
        this.server.off('error', reject);
        const address = this.server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : port);
      });
    });
  }

  /** From now on these answer. */
  serve(routes: Routes): void {
    this.#routes = routes;
  }

  /** Takes no new requests and lets those in hand finish, for at most `within` milliseconds. */
  async close(within: number): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeIdleConnections();
    const cut = setTimeout(() => {
      this.server.closeAllConnections();
      for (const socket of this.#upgraded) socket.destroy();
    }, within);
    await closed;
    clearTimeout(cut);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setSecurityHeaders(request, response, this.https);
    try {
      await this.#route(request, response, pathOf(request));
    } catch (error) {
      if (request.errored || response.destroyed) return;
      this.log.error({ err: error }, 'A request could not be answered');
      if (!response.headersSent)
        await sendError(request, response, 500, 'INTERNAL', 'Something went wrong on our side.');
      else response.destroy();
    }
  }

  async #route(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    if (path === '/healthz') return this.#plain(request, response, 200, 'ok');
    const routes = this.#routes;
    if (path === '/readyz') {
      const ready = routes !== undefined && (await routes.isReady());
      return this.#plain(request, response, ready ? 200 : 503, ready ? 'ready' : 'not ready');
    }
    if (!routes) {
      response.setHeader('Retry-After', '1');
      return sendError(request, response, 503, 'STARTING', 'The server is starting. Try again in a moment.');
    }
    const room = path === '/graphql' ? undefined : routes.room(path);
    this.#cutWhenSlow(request, response, room?.bodyWithin ?? bodyWithin);
    if (path === '/graphql') return routes.graphql(request, response);
    if (room) return room.answer(request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return sendError(request, response, 405, 'METHOD_NOT_ALLOWED', 'Only GET works here.');
    }
    if (await routes.client(request, response, path)) return;
    return this.#plain(request, response, 404, 'not found');
  }

  /** A body that comes drop by drop is not waited for. */
  #cutWhenSlow(request: IncomingMessage, response: ServerResponse, within: number): void {
    const late = setTimeout(() => {
      if (!request.complete) this.#clientError({ code: 'ERR_HTTP_REQUEST_TIMEOUT' }, request.socket);
    }, within);
    response.once('close', () => clearTimeout(late));
  }

  #plain(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
    response.writeHead(status, {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Length': text.length,
    });
    response.end(request.method === 'HEAD' ? undefined : text);
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // A client that goes away in the middle must not take the process with it.
    socket.on('error', () => socket.destroy());
    this.#upgraded.add(socket);
    socket.once('close', () => this.#upgraded.delete(socket));
    const path = pathOf(request);
    if (this.#routes && path === '/graphql') this.#routes.upgrade(request, socket, head);
    else if (!this.#routes?.roomSocket(request, socket, head, path))
      socket.end(
        `HTTP/1.1 ${this.#routes ? '404 Not Found' : '503 Service Unavailable'}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
      );
  }

  #clientError(error: Pick<NodeJS.ErrnoException, 'code'>, socket: Duplex): void {
    if (error.code === 'ECONNRESET' || !socket.writable || (socket as Socket).bytesWritten > 0) {
      socket.destroy();
      return;
    }
    let status = '400 Bad Request';
    if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') status = '408 Request Timeout';
    else if (error.code === 'HPE_HEADER_OVERFLOW') status = '431 Request Header Fields Too Large';
    socket.end(
      `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\nX-Content-Type-Options: nosniff\r\nContent-Security-Policy: default-src 'none'\r\n\r\n`,
    );
  }
}
