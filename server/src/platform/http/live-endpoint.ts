import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import { type Server, type ServerOptions, handleProtocols, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { Unauthenticated } from '../commands/breach.ts';
import { createGraphContext, localeOf } from '../graphql/create-graph-context.ts';
import { toFormattedError } from '../graphql/error-mapping.ts';
import type { GraphContext, GraphViewer, Platform, RequestFacts, SessionFacts } from '../graphql/graph-context.ts';
import type { OperationGate } from '../graphql/operation-limits.ts';
import type { HttpSettings } from './http-settings.ts';
import { speak } from './live-socket.ts';
import { type LivePort, followLive, prepareLive } from './live-operations.ts';
import { requestFacts } from './request-facts.ts';
import { isSameOrigin } from './same-origin.ts';
import { SocketSessions } from './socket-sessions.ts';

const maxPayload = 256 * 1024;
const initWithin = 5_000;

/** A socket with the session it was opened under. */
interface LiveSocket {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  facts?: RequestFacts;
  session?: SessionFacts;
}

/** GraphQL over WebSocket (graphql-transport-ws): subscriptions only. */
export class LiveEndpoint<V extends GraphViewer> {
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload, handleProtocols, perMessageDeflate: false });
  readonly #sessions: SocketSessions;
  readonly #protocol: Server<LiveSocket>;

  constructor(
    private readonly platform: Platform<V>,
    private readonly schema: GraphQLSchema,
    private readonly gate: OperationGate,
    private readonly settings: HttpSettings,
  ) {
    this.#sessions = new SocketSessions(platform.sessions, platform.log);
    this.#protocol = makeServer(this.#options());
    this.#sockets.on('connection', (socket, request) =>
      speak(this.#protocol, socket, { socket, request }, platform.log),
    );
  }

  /** Takes a socket over from HTTP, or refuses it before it is one. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (request.headers.origin !== undefined && !isSameOrigin(request, this.settings.publicUrl)) {
      socket.end(
        'HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\nX-Content-Type-Options: nosniff\r\n\r\n',
      );
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) =>
      this.#sockets.emit('connection', webSocket, request),
    );
  }

  /** Closes every socket with 1001: clients come back with their last cursor. */
  async stop(): Promise<void> {
    this.#sessions.stop();
    const { clients } = this.#sockets;
    for (const socket of clients) socket.close(1001, 'Going away');
    // A client that does not answer the closing would keep the server from stopping.
    const cut = setTimeout(() => {
      for (const socket of clients) socket.terminate();
    }, 1_000);
    await new Promise<void>((resolve) => this.#sockets.close(() => resolve()));
    clearTimeout(cut);
  }

  #options(): ServerOptions<Record<string, unknown> | undefined, LiveSocket> {
    return {
      connectionInitWaitTimeout: initWithin,
      onConnect: async ({ extra }) => {
        extra.facts = requestFacts(extra.request, this.settings.trustProxy, () => {});
        const session = await this.platform.sessions.find(this.platform.cookie.read(extra.request.headers.cookie));
        if (session === null) {
          extra.socket.close(4401, 'Unauthorized');
          return false;
        }
        extra.session = session;
        this.#sessions.add(session.idHash, extra.socket);
        return true;
      },
      onSubscribe: ({ extra, subscriptions }, _id, payload) => {
        try {
          if (Object.keys(subscriptions).length > this.settings.maxSubscriptions) {
            throw new GraphQLError(`At most ${this.settings.maxSubscriptions} subscriptions on one connection.`, {
              extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' },
            });
          }
          return prepareLive(this.#port(extra), payload) as ExecutionArgs;
        } catch (error) {
          return [error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error })];
        }
      },
      context: ({ extra }) => extra,
      subscribe: (args) => this.#subscribe(args as ExecutionArgs & { contextValue: LiveSocket }),
      onNext: (_ctx, _id, _payload, _args, result) => result as unknown as FormattedExecutionResult,
      onError: ({ extra }, _id, _payload, errors) => errors.map((error) => this.#format(extra, error)),
    };
  }

  async #subscribe(args: ExecutionArgs & { contextValue: LiveSocket }) {
    const { contextValue, ...rest } = args;
    const port = this.#port(contextValue);
    try {
      return (await followLive(port, rest)) as unknown as AsyncGenerator<ExecutionResult>;
    } catch (error) {
      return { errors: [this.#format(contextValue, error)] } as unknown as ExecutionResult;
    }
  }

  #port(socket: LiveSocket): LivePort {
    return {
      schema: this.schema,
      gate: this.gate,
      introspection: this.settings.introspection,
      freshContext: () => this.#context(socket),
      format: (error) => this.#format(socket, error),
    };
  }

  async #context({ facts, session }: LiveSocket): Promise<GraphContext<V>> {
    const [alive] = session ? await this.platform.sessions.alive([session.idHash]) : [];
    if (!facts || !alive) throw new Unauthenticated();
    return createGraphContext(this.platform, facts, alive);
  }

  #format({ facts }: LiveSocket, error: unknown): GraphQLFormattedError {
    return toFormattedError(error, {
      locale: localeOf(facts?.acceptLanguage),
      requestId: facts?.requestId ?? '',
      log: this.platform.log,
    });
  }
}
