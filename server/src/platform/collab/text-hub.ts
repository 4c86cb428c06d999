import {
  type Connection,
  type Document,
  Hocuspocus,
  type WebSocketLike,
  type beforeHandleAwarenessPayload,
  type beforeSyncPayload,
  type onAuthenticatePayload,
} from '@hocuspocus/server';
import * as Y from 'yjs';
import type { GraphViewer, Platform } from '../graphql/graph-context.ts';
import type { Woken } from '../streams/wake-ups.ts';
import { CaretLine, isFromAfar } from './caret-line.ts';
import { dropEmptyStates, settleCarets } from './caret-states.ts';
import { LiveText } from './live-text.ts';
import type { TextAccess } from './text-kind.ts';
import { textLimits } from './text-limits.ts';
import { TextRights } from './text-rights.ts';
import { type LiveSeat, type TextSocket, TurnedAway, say } from './text-seat.ts';
import { rulesOf, type TextStore } from './text-store.ts';
import { TextWriters } from './text-writers.ts';
import { markOf, textCloses, textRefusals } from './text-words.ts';

const newsKind = 'sharedText';
/** The net under the wake-ups: changes that other instances kept. */
const lookEvery = 1_000;
const [wholeState, change] = [1, 2];

/** All documents that are open on this instance, and who is at them. */
export class TextHub<V extends GraphViewer> {
  readonly #hocuspocus: Hocuspocus<TextSocket>;
  readonly #texts = new Map<string, LiveText>();
  readonly #rights: TextRights<V>;
  readonly #carets: CaretLine;
  readonly #writers: TextWriters<V>;
  readonly #deaf: () => void;
  readonly #net: NodeJS.Timeout;
  #telling = false;

  constructor(
    private readonly platform: Platform<V>,
    private readonly store: TextStore,
  ) {
    this.#rights = new TextRights(platform);
    this.#writers = new TextWriters(platform);
    this.#hocuspocus = new Hocuspocus<TextSocket>({
      quiet: true,
      // Whether the other side is still there is found out by the endpoint, for readers too.
      timeout: 2 ** 31 - 1,
      maxUnauthenticatedQueueSize: 2 * textLimits.update,
      maxPendingDocuments: textLimits.documents,
      onAuthenticate: (payload) => this.#enter(payload),
      onLoadDocument: ({ document }) => this.#load(document),
      connected: async ({ context, connection }) => this.#seated(context, connection),
      beforeSync: (payload) => this.#receive(payload),
      beforeHandleAwareness: async (payload) => this.#settle(payload),
      onAwarenessUpdate: async ({ document, added, updated, removed, transactionOrigin }) => {
        if (!isFromAfar(transactionOrigin)) this.#carets.moved(document, [...added, ...updated, ...removed]);
      },
      onStateless: async ({ connection, payload }) => this.#answer(connection, payload),
      onDisconnect: async ({ context }) => this.#leave(context),
      afterUnloadDocument: async ({ documentName }) => this.#forget(documentName),
    });
    this.#carets = new CaretLine(platform.database.url, (name) => this.#hocuspocus.documents.get(name));
    this.#deaf = platform.streams.onNews((streams) => this.#hear(streams));
    this.#net = setInterval(() => void this.#look(), lookEvery).unref();
  }

  /** Takes a socket; what comes over it is given to `message`. */
  connect(
    socket: WebSocketLike,
    personId: string,
  ): { message(data: Uint8Array): void; refuse(address: string, reason: string): boolean; closed(): void } {
    const context: TextSocket = { personId, socket, seats: new Set() };
    const client = this.#hocuspocus.handleConnection(socket, new Request('http://collab.invalid/'), context);
    return {
      message: (data) => client.handleMessage(data),
      refuse: (address, reason) => {
        const seat = [...context.seats].find(({ connection }) => connection?.messageAddress === address);
        if (seat) this.#refuse(seat, reason);
        return seat !== undefined;
      },
      closed: () => {
        client.handleClose();
        for (const seat of context.seats) this.#leave({ ...context, seat });
      },
    };
  }

  /** Lets what is being kept be kept. */
  async stop(): Promise<void> {
    this.#deaf();
    clearInterval(this.#net);
    this.#writers.stop();
    await this.#rights.stop();
    await this.#carets.stop();
    await Promise.all([...this.#texts.values()].map((text) => text.idle()));
  }

  async #enter({ documentName: name, context, connectionConfig }: onAuthenticatePayload<TextSocket>) {
    if (context.seats.size >= textLimits.documents) throw new TurnedAway(textRefusals.tooMany);
    const access = await this.#accessOrLater(name, context);
    if (access === null) throw new TurnedAway(textRefusals.notYours);
    connectionConfig.readOnly = access.may === 'read';
    const seat: LiveSeat = {
      name,
      personId: context.personId,
      access,
      connection: undefined,
      refused: false,
      gone: false,
      changed: (now) => this.#changed(seat, now),
    };
    context.seats.add(seat);
    this.#rights.add(seat);
    return { seat };
  }

  async #accessOrLater(name: string, context: TextSocket): Promise<TextAccess | null> {
    try {
      return await this.#rights.accessOf(context.personId, name);
    } catch (error) {
      this.platform.log.warn({ err: error, text: name }, 'Who may open a text could not be read');
      context.socket.close(textCloses.later.code, textCloses.later.reason);
      throw new TurnedAway(textRefusals.later);
    }
  }

  async #load(document: Document): Promise<void> {
    const { name } = document;
    const kind = this.platform.collab.of(name);
    if (kind?.begin) await this.store.begin(name, async (em) => (await kind.begin?.(em, name)) ?? null);
    const text = new LiveText(name, document, this.store, this.platform.log);
    await text.catchUp();
    this.#texts.set(name, text);
  }

  #seated({ seat }: TextSocket, connection: Connection): void {
    if (!seat) return;
    seat.connection = connection as Connection<TextSocket>;
    if (seat.gone) return this.#changed(seat, null);
    connection.readOnly = seat.access.may === 'read';
    this.#writers.settle(seat);
    say(connection, { access: seat.access.may, because: seat.access.because });
  }

  #changed(seat: LiveSeat, access: TextAccess | null): void {
    const { connection } = seat;
    seat.gone = access === null;
    if (!connection) return;
    this.#writers.settle(seat);
    if (access === null) return connection.close({ code: 4403, reason: textRefusals.notYours });
    connection.readOnly = access.may === 'read';
    say(connection, { access: access.may, because: access.because });
  }

  /** Keeps a change before Hocuspocus shows it to others and acknowledges it. What is refused passes as if from a reader. */
  async #receive({ connection, context, document, type, payload }: beforeSyncPayload<TextSocket>): Promise<void> {
    if (type !== wholeState && type !== change) return;
    const { seat } = context;
    const text = this.#texts.get(document.name);
    connection.readOnly = true;
    if (!seat || !text || seat.refused) return;
    // After every reconnect the client sends what it has; mostly there is nothing new in it.
    if (type === wholeState && Y.snapshotContainsUpdate(Y.snapshot(document), payload)) return;
    if (seat.access.may === 'read') return this.#refuse(seat, seat.access.because ?? 'READ_ONLY', connection);
    const refused = await this.#keep(text, payload, context, connection);
    if (refused !== null) return this.#refuse(seat, refused, connection);
    connection.readOnly = false;
  }

  async #keep(text: LiveText, update: Uint8Array, context: TextSocket, connection: Connection): Promise<string | null> {
    const kind = this.platform.collab.of(text.name);
    try {
      if (!kind) return textRefusals.notYours;
      const rules = rulesOf(kind, text.name, context.personId);
      const refused = await text.keep(update, context.personId, { source: 'connection', connection }, rules);
      if (refused === null) this.#tell(text);
      return refused;
    } catch (error) {
      this.platform.log.warn({ err: error, text: text.name }, 'A change of a text could not be kept');
      // The client has it still, and sends it again when it comes back.
      context.socket.close(textCloses.later.code, textCloses.later.reason);
      return textRefusals.later;
    }
  }

  /** Tells the other instances. This one hears it too, at once, and knows it already. */
  #tell(text: LiveText): void {
    this.#telling = true;
    this.platform.streams.tell([{ kind: newsKind, id: text.name }]);
    this.#telling = false;
  }

  #refuse(seat: LiveSeat, reason: string, connection: Connection | undefined = seat.connection): void {
    seat.refused = true;
    if (!connection) return;
    connection.readOnly = true;
    say(connection, { refused: reason });
  }

  #answer(connection: Connection, payload: string): void {
    const mark = markOf(payload);
    const { seat } = connection.context as TextSocket;
    if (mark !== null && seat && !seat.refused) say(connection, { saved: mark, at: this.platform.now().toISOString() });
  }

  #settle(payload: beforeHandleAwarenessPayload<TextSocket>): void {
    const { states, context, connection, document } = payload;
    // The instance that has the connection has put the name there.
    if (isFromAfar(payload.transactionOrigin)) return dropEmptyStates(states);
    const seat = context?.seat;
    if (!seat || !connection) return states.clear();
    const taken = (clientId: number) =>
      document.getConnections().some((other) => other !== connection && document.getClients(other).has(clientId));
    const mayWrite = seat.access.may === 'write' && !seat.refused;
    settleCarets(states, { personId: seat.personId, shownAs: seat.access.shownAs, mayWrite }, taken);
  }

  #leave({ seat, seats }: TextSocket): void {
    if (!seat) return;
    this.#rights.remove(seat);
    this.#writers.remove(seat);
    seats.delete(seat);
  }

  #forget(name: string): void {
    if (!this.#hocuspocus.documents.has(name)) this.#texts.delete(name);
  }

  #hear(streams: Woken): void {
    if (this.#telling) return;
    if (streams === 'all') return void this.#look();
    for (const { kind, id } of streams) if (kind === newsKind) void this.#catchUp(this.#texts.get(id));
  }

  async #look(): Promise<void> {
    if (this.#texts.size === 0) return;
    try {
      const last = await this.store.lastOf([...this.#texts.keys()]);
      for (const text of this.#texts.values()) if ((last.get(text.name) ?? 0) > text.read) void this.#catchUp(text);
    } catch (error) {
      this.platform.log.debug({ err: error }, 'Texts could not be looked up');
    }
  }

  async #catchUp(text: LiveText | undefined): Promise<void> {
    await text?.catchUp().catch((error: unknown) => {
      this.platform.log.debug({ err: error, text: text.name }, 'A text could not be read and will be tried again');
    });
  }
}
