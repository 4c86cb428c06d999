import { waitingChanges } from '../commands/waiting-changes.ts';
import { backoff } from './backoff.ts';
import { Connection } from './connection.ts';
import type { LiveBus } from './live-bus.ts';
import { streamKey, type StreamRef } from './live-event.ts';
import type { Frame, LiveTransport } from './live-transport.ts';
import type { Following, Live } from './live.ts';

interface Followed {
  stream: StreamRef;
  cursor: string;
  seen: Set<string>;
  end?: () => void;
}

const patience = 3_000;
const catchUp = 1_500;
const backNote = 8_000;
/** A line that opens and breaks at once has not earned a short pause. */
const steady = 5_000;
const remembered = 500;

/**
 * Follows every stream of the viewer over one socket and carries on where it was cut: each stream is taken up again after the last cursor
 * seen, so nothing is missed and nothing comes twice.
 */
export class LiveFeed implements Live {
  readonly connection: Connection;
  readonly #transport: LiveTransport;
  readonly #bus: LiveBus;
  readonly #streams = new Map<string, Followed>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #stopListening: (() => void)[] = [];
  #viewerId: string | null = null;
  #starting: Promise<void> | null = null;
  #generation = 0;
  #attempt = 0;
  #updated: Set<string> | null = null;

  constructor(transport: LiveTransport, bus: LiveBus, connection = new Connection()) {
    this.connection = connection;
    this.#transport = transport;
    this.#bus = bus;
  }

  start({ viewerId, streams }: Following): Promise<void> {
    if (this.#viewerId === viewerId && this.#starting) return this.#starting;
    this.stop();
    this.#viewerId = viewerId;
    this.#starting = this.#begin(viewerId, streams);
    return this.#starting;
  }

  stop(): void {
    this.#release();
    this.#stopListening.forEach((stop) => stop());
    this.#stopListening = [];
    for (const name of this.#timers.keys()) this.#clear(name);
    this.#streams.clear();
    this.#viewerId = null;
    this.#starting = null;
    this.#attempt = 0;
    this.#updated = null;
    this.connection.set({ status: 'connecting', since: null, back: null, followed: new Set() });
  }

  readonly retryNow = (): void => {
    if (this.connection.get().status === 'connected' || !this.#viewerId) return;
    this.#clear('retry');
    this.#open();
  };

  join(stream: StreamRef, onJoined: () => void): () => void {
    const key = streamKey(stream);
    let gone = false;
    let followed: Followed | undefined;
    const enter = async (attempt = 0): Promise<void> => {
      const cursor = await this.#transport.cursorOf(stream).catch(() => undefined);
      if (gone || cursor === null || !this.#viewerId) return;
      if (cursor === undefined) {
        this.#after(`join ${key}`, backoff(attempt, this.#transport.random()), () => void enter(attempt + 1));
        return;
      }
      followed = { stream, cursor, seen: new Set() };
      this.#streams.set(key, followed);
      this.#follow(followed);
      onJoined();
    };
    void enter();
    return () => {
      gone = true;
      this.#clear(`join ${key}`);
      followed?.end?.();
      if (this.#streams.get(key) === followed) this.#streams.delete(key);
    };
  }

  async #begin(viewerId: string, streams: readonly StreamRef[], attempt = 0): Promise<void> {
    const cursors = await Promise.allSettled(streams.map((stream) => this.#transport.cursorOf(stream)));
    if (this.#viewerId !== viewerId) return;
    const found = streams.flatMap((stream, index): Followed[] => {
      const cursor = cursors[index]?.status === 'fulfilled' ? cursors[index].value : null;
      return cursor ? [{ stream, cursor, seen: new Set() }] : [];
    });
    for (const followed of found) this.#streams.set(streamKey(followed.stream), followed);
    this.#tellFollowed();
    const unanswered = streams.filter((_stream, index) => cursors[index]?.status === 'rejected');
    if (unanswered.length > 0) {
      const pause = backoff(attempt, this.#transport.random());
      this.#after('begin', pause, () => void this.#begin(viewerId, unanswered, attempt + 1));
    }
    if (attempt === 0) {
      this.#stopListening = [
        this.#transport.onOpen(() => this.#opened()),
        this.#transport.onNetwork((online) => this.#networkChanged(online)),
      ];
      this.#open();
    } else if (found.length > 0) {
      // The lists were read before these cursors: what happened in between is fetched.
      this.#refetchSoon();
      for (const followed of found) this.#follow(followed);
    }
  }

  #open(): void {
    this.#release();
    for (const followed of this.#streams.values()) this.#follow(followed);
  }

  #follow(followed: Followed): void {
    const generation = this.#generation;
    const current = (act: () => void) => (): void => {
      if (generation === this.#generation) act();
    };
    const end = this.#transport.follow(followed.stream, followed.cursor, {
      frame: (frame) => current(() => this.#receive(followed, frame))(),
      refused: current(() => this.#refused(followed)),
      stale: current(() => void this.#renew(followed)),
      lost: current(() => this.#lost()),
    });
    if (generation === this.#generation) followed.end = end;
    else end();
  }

  /** Ends the running subscriptions; what they still say no longer counts. */
  #release(): void {
    this.#generation += 1;
    for (const followed of this.#streams.values()) {
      followed.end?.();
      delete followed.end;
    }
  }

  #receive(followed: Followed, frame: Frame): void {
    followed.cursor = frame.cursor;
    if (frame.kind === 'reset') {
      followed.seen.clear();
      return this.#refetchSoon();
    }
    const { event } = frame;
    if (followed.seen.has(event.id)) return;
    followed.seen.add(event.id);
    if (followed.seen.size > remembered) followed.seen.delete([...followed.seen][0] ?? '');
    const own = event.actor?.id === this.#viewerId;
    if (this.#updated && !own) {
      // One thing may come over two streams: that of its table and that of the person.
      this.#updated.add(event.id);
      this.#after('caught up', catchUp, () => this.#caughtUp());
    }
    this.#bus.emit({ ...event, stream: followed.stream, own });
  }

  #refused(followed: Followed): void {
    followed.end?.();
    this.#streams.delete(streamKey(followed.stream));
    this.#tellFollowed();
  }

  /** Starts a stream again from the present, and fetches what may have been missed. */
  async #renew(followed: Followed): Promise<void> {
    followed.end?.();
    const generation = this.#generation;
    const cursor = await this.#transport.cursorOf(followed.stream).catch(() => null);
    if (generation !== this.#generation) return;
    if (!cursor) return this.#refused(followed);
    followed.cursor = cursor;
    followed.seen.clear();
    this.#refetchSoon();
    this.#follow(followed);
  }

  #opened(): void {
    this.#clear('patience');
    this.#clear('retry');
    this.#after('steady', steady, () => {
      this.#attempt = 0;
    });
    if (this.connection.get().status === 'offline') {
      this.#updated = new Set();
      this.#after('caught up', catchUp, () => this.#caughtUp());
    }
    this.connection.set({ status: 'connected', since: null });
  }

  #caughtUp(): void {
    this.connection.set({ back: { updated: this.#updated?.size ?? 0, sent: waitingChanges.takeSent() } });
    this.#updated = null;
    this.#after('back note', backNote, () => this.connection.set({ back: null }));
  }

  #lost(): void {
    this.#release();
    this.#clear('steady');
    const { status, since } = this.connection.get();
    this.connection.set({
      status: status === 'offline' ? 'offline' : 'connecting',
      since: since ?? this.#transport.now().toISOString(),
      back: null,
    });
    if (!this.#transport.online()) return this.connection.set({ status: 'offline' });
    if (!this.#timers.has('patience'))
      this.#after('patience', patience, () => this.connection.set({ status: 'offline' }));
    this.#after('retry', backoff(this.#attempt, this.#transport.random()), () => this.#open());
    this.#attempt += 1;
  }

  #networkChanged(online: boolean): void {
    if (online) return this.retryNow();
    this.#release();
    this.#transport.cut();
    this.#clear('retry');
    const { since } = this.connection.get();
    this.connection.set({ status: 'offline', since: since ?? this.#transport.now().toISOString(), back: null });
  }

  /** One fetch for the resets of all streams. */
  #refetchSoon(): void {
    this.#after('refetch', 50, () => void this.#transport.refetch().catch(() => undefined));
  }

  #tellFollowed(): void {
    const tables = [...this.#streams.values()].flatMap(({ stream }) =>
      stream.kind === 'table' ? [stream.tableId] : [],
    );
    this.connection.set({ followed: new Set(tables) });
  }

  #after(name: string, delay: number, act: () => void): void {
    this.#clear(name);
    this.#timers.set(
      name,
      setTimeout(() => {
        this.#timers.delete(name);
        act();
      }, delay),
    );
  }

  #clear(name: string): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }
}
