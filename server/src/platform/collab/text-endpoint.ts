import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { MessageType } from '@hocuspocus/server';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { GraphViewer, Platform, SessionFacts } from '../graphql/graph-context.ts';
import type { SocketHandler } from '../http/http-routes.ts';
import { SocketSessions } from '../http/socket-sessions.ts';
import { TextHub } from './text-hub.ts';
import { textLimits } from './text-limits.ts';
import { readTextMessage } from './text-message.ts';
import { TextStore } from './text-store.ts';
import { textCloses } from './text-words.ts';

const pingEvery = 15_000;
const closeWithin = 1_000;

/** The WebSockets over which people write together. Who speaks is known from the session before the first word. */
export class TextEndpoint<V extends GraphViewer> implements SocketHandler {
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: textLimits.message,
    perMessageDeflate: false,
    clientTracking: true,
  });
  readonly #sessions: SocketSessions;
  readonly #hub: TextHub<V>;
  readonly #ofSession = new Map<string, number>();
  #stopped = false;

  constructor(private readonly platform: Platform<V>) {
    this.#sessions = new SocketSessions(platform.sessions, platform.log);
    this.#hub = new TextHub(platform, new TextStore(platform.database, () => platform.now()));
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      // Nothing is read before it is known who speaks.
      webSocket.pause();
      webSocket.on('error', (error) => this.platform.log.debug({ reason: error.message }, 'A socket broke'));
      void this.#welcome(request, webSocket);
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#sessions.stop();
    await this.#hub.stop();
    const { clients } = this.#sockets;
    for (const socket of clients) socket.close(textCloses.goingAway.code, textCloses.goingAway.reason);
    const cut = setTimeout(() => {
      for (const socket of clients) socket.terminate();
    }, closeWithin);
    await new Promise<void>((resolve) => this.#sockets.close(() => resolve()));
    clearTimeout(cut);
  }

  async #welcome(request: IncomingMessage, socket: WebSocket): Promise<void> {
    try {
      const session = await this.platform.sessions.find(this.platform.cookie.read(request.headers.cookie));
      if (session === null) return close(socket, 'unauthorized');
      if (this.#stopped) return close(socket, 'goingAway');
      if ((this.#ofSession.get(session.idHash) ?? 0) >= textLimits.sockets) return close(socket, 'tooMany');
      this.#serve(socket, session);
    } catch (error) {
      this.platform.log.warn({ err: error }, 'Who is at a socket could not be read');
      close(socket, 'later');
    } finally {
      socket.resume();
    }
  }

  #serve(socket: WebSocket, { idHash, personId }: SessionFacts): void {
    this.#ofSession.set(idHash, (this.#ofSession.get(idHash) ?? 0) + 1);
    this.#sessions.add(idHash, socket);
    const client = this.#hub.connect(patient(socket), personId);
    let isThere = true;
    const ping = setInterval(() => {
      if (!isThere) return socket.terminate();
      isThere = false;
      // A browser cannot see a ping of the protocol underneath, and would take the silence for a dead network.
      socket.ping();
      if (socket.readyState === socket.OPEN) socket.send(Uint8Array.of(MessageType.Ping));
    }, pingEvery);
    socket.on('pong', () => (isThere = true));
    socket.on('message', (data, isBinary) => {
      isThere = true;
      if (this.#stopped) return;
      if (!isBinary || !read(client, bytesOf(data))) close(socket, 'unreadable');
    });
    socket.once('close', () => {
      clearInterval(ping);
      client.closed();
      const left = (this.#ofSession.get(idHash) ?? 1) - 1;
      if (left > 0) this.#ofSession.set(idHash, left);
      else this.#ofSession.delete(idHash);
    });
  }
}

/** @returns false for what is none of the protocol. */
function read(client: ReturnType<TextHub<GraphViewer>['connect']>, data: Uint8Array): boolean {
  try {
    const message = readTextMessage(data);
    if (message.kind === 'pass') client.message(data);
    return message.kind !== 'refused' || client.refuse(message.address, message.reason);
  } catch {
    return false;
  }
}

function close(socket: WebSocket, why: keyof typeof textCloses): void {
  socket.close(textCloses[why].code, textCloses[why].reason);
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}

/** The socket as Hocuspocus uses it, but for one that does not read: what waits for it must not fill the memory. */
function patient(socket: WebSocket) {
  return {
    get readyState() {
      return socket.readyState;
    },
    send(data: string | ArrayBufferLike | Blob | ArrayBufferView) {
      if (socket.bufferedAmount > textLimits.waiting) socket.terminate();
      else socket.send(data as Uint8Array);
    },
    close: (code?: number, reason?: string) => socket.close(code, reason),
  };
}
