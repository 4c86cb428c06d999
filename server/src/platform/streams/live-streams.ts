import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { validate } from 'uuid';
import type { Database } from '../database/database.ts';
import { appendEvents } from './append-events.ts';
import { Cursors } from './cursor.ts';
import { cursorKey, readEpoch } from './epoch.ts';
import type { Frame, NewEvent, Reference } from './event.ts';
import { Follower, type FollowerLimits } from './follower.ts';
import { PostgresWakeUps } from './postgres-wake-ups.ts';
import { ProjectorWorker } from './projector-worker.ts';
import { readCounter } from './read-events.ts';
import type { EventLog } from './recorded-transaction.ts';
import type {
  Projector,
  StreamKind,
  Streams,
  StreamViewer,
  SubjectKind,
  TimelinePage,
  TimelineRequest,
} from './stream.ts';
import { StreamPoll } from './stream-poll.ts';
import { StreamReader } from './stream-reader.ts';
import { StreamRefused } from './stream-refused.ts';
import { readTimeline } from './timeline.ts';
import { InProcessWakeUps, type WakeUps, type Woken } from './wake-ups.ts';

export interface StreamOptions {
  /** Milliseconds between polls, the net under the wake-ups (default 400). */
  pollEvery?: number;
  limits?: Partial<FollowerLimits>;
  /** Other than the database's own. */
  wakeUps?: WakeUps;
  log?: { warn(details: object, message: string): void };
}

/** The streams of one process: the `Streams` that rooms use, and the log into which commands write. */
export class LiveStreams<V extends StreamViewer = StreamViewer> implements Streams<V>, EventLog {
  readonly #database: Database;
  readonly #limits: FollowerLimits;
  readonly #wakeUps: WakeUps;
  readonly #poll: StreamPoll;
  readonly #log: NonNullable<StreamOptions['log']>;
  readonly #kinds = new Map<string, StreamKind<V>>();
  readonly #subjects = new Map<string, SubjectKind<V>>();
  readonly #workers = new Map<string, ProjectorWorker>();
  readonly #readers = new Map<string, StreamReader>();
  readonly #followers = new Set<Follower>();
  readonly #listeners = new Set<(streams: Woken) => void>();
  /** Work that a commit sets off must not inherit the transaction that it came from. */
  readonly #detached = AsyncLocalStorage.snapshot();
  #cursors: Cursors | undefined;
  #epoch = '';
  #stopped = false;

  constructor(database: Database, options: StreamOptions = {}) {
    this.#database = database;
    this.#limits = { replay: 1_000, waiting: 1_000, rights: 25, ...options.limits };
    this.#wakeUps =
      options.wakeUps ?? (database.url === undefined ? new InProcessWakeUps() : new PostgresWakeUps(database.url));
    this.#log = options.log ?? { warn: () => undefined };
    this.#poll = new StreamPoll(database, options.pollEvery ?? 400, {
      readers: () => this.#readers.values(),
      epoch: (epoch) => this.#enterEpoch(epoch),
      due: () => this.#wakeProjectors(() => true),
      failed: (error) => this.#warn(error, 'The poll of the streams failed.'),
    });
  }

  registerKind(kind: string, rights: StreamKind<V>): void {
    register(this.#kinds, kind, rights);
  }

  registerSubject(kind: string, rights: SubjectKind<V>): void {
    register(this.#subjects, kind, rights);
  }

  registerProjector(name: string, projector: Projector): void {
    const failed = (error: unknown) => this.#warn(error, `The projector ${name} failed and will try again.`);
    register(this.#workers, name, new ProjectorWorker(name, projector, this.#database, this, failed));
  }

  append(
    em: SqlEntityManager,
    events: readonly NewEvent[],
    moment: { actorId: string | null; now: Date },
  ): Promise<void> {
    return appendEvents(em, events, moment, (type) => this.#projectorsOf(type));
  }

  committed(events: readonly NewEvent[]): void {
    if (events.length === 0 || this.#stopped) return;
    this.#detached(() => {
      this.#wakeUps.announce(events.map((event) => event.stream));
      this.#wakeProjectors((worker) => events.some((event) => worker.handles(event.type)));
    });
  }

  follow(viewer: V, stream: Reference, after?: string): AsyncIterableIterator<Frame> {
    const rights = this.#kinds.get(stream.kind);
    const exists = rights !== undefined && validate(stream.id);
    const follower = new Follower(
      {
        database: this.#database,
        cursors: this.#opened(),
        limits: this.#limits,
        epoch: () => this.#epoch,
        mayFollow: async () => exists && rights.mayFollow(viewer, stream.id),
        visible: async (events) => rights?.visible(viewer, events) ?? new Set(),
        reader: () => this.#readerOf(stream),
        ended: (ended) => this.#followers.delete(ended),
      },
      stream,
      after,
    );
    this.#followers.add(follower);
    if (this.#stopped) follower.end(stopping());
    return follower;
  }

  async cursorNow(em: SqlEntityManager, stream: Reference): Promise<string> {
    const cursors = this.#opened();
    const epoch = this.#epoch;
    return cursors.seal('stream', stream, { epoch, number: await readCounter(em, stream) });
  }

  timeline(em: SqlEntityManager, viewer: V, subject: Reference, request: TimelineRequest): Promise<TimelinePage> {
    const rights = this.#subjects.get(subject.kind);
    if (!rights || !validate(subject.id))
      return Promise.reject(new StreamRefused('NOT_FOUND', 'There is no such thing.'));
    return readTimeline(em, subject, request, {
      cursors: this.#opened(),
      epoch: this.#epoch,
      visible: (events) => rights.visible(viewer, subject, events),
    });
  }

  onNews(listener: (streams: Woken) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(news: readonly Reference[]): void {
    if (!this.#stopped) this.#detached(() => this.#wakeUps.announce(news));
  }

  async start(): Promise<void> {
    this.#cursors = new Cursors(await cursorKey(this.#database.fork()));
    this.#epoch = await readEpoch(this.#database.fork());
    await this.#detached(() => this.#wakeUps.start((streams) => this.#wakeReaders(streams)));
    this.#detached(() => this.#poll.start());
    this.#wakeProjectors(() => true);
  }

  isLive(): boolean {
    return this.#poll.isFresh();
  }

  async drain(): Promise<void> {
    const names = JSON.stringify([...this.#workers.keys()]);
    for (;;) {
      this.#wakeProjectors(() => true);
      await Promise.all([...this.#workers.values()].map((worker) => worker.idle()));
      const [row] = await this.#database.fork().execute<{ due: boolean }[]>(
        `select exists (
           select from projection_pending where due_at <= now() and projector in (select jsonb_array_elements_text(?::jsonb))
         ) as due`,
        [names],
      );
      if (!row?.due) return;
      // Another instance may have it in hand.
      await wait(5);
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#poll.stop();
    for (const follower of this.#followers) follower.end(stopping());
    await Promise.all([...this.#workers.values()].map((worker) => worker.stop()));
    await this.#wakeUps.stop();
  }

  #opened(): Cursors {
    if (!this.#cursors) throw new Error('The streams have not been started.');
    return this.#cursors;
  }

  #projectorsOf(type: string): string[] {
    return [...this.#workers.values()].filter((worker) => worker.handles(type)).map((worker) => worker.name);
  }

  #readerOf(stream: Reference): StreamReader {
    const key = keyOf(stream);
    const present = this.#readers.get(key);
    if (present) return present;
    const reader: StreamReader = this.#detached(
      () =>
        new StreamReader(this.#database, stream, {
          unused: () => this.#readers.get(key) === reader && this.#readers.delete(key),
          failed: (error) => this.#warn(error, 'A stream could not be read and will be tried again.'),
        }),
    );
    this.#readers.set(key, reader);
    return reader;
  }

  #wakeReaders(streams: Woken): void {
    for (const listener of this.#listeners) listener(streams);
    if (streams === 'all') for (const reader of this.#readers.values()) reader.wake();
    else for (const stream of streams) this.#readers.get(keyOf(stream))?.wake();
  }

  #wakeProjectors(which: (worker: ProjectorWorker) => boolean): void {
    this.#detached(() => {
      for (const worker of this.#workers.values()) if (which(worker)) worker.wake();
    });
  }

  /** @returns whether it is another one than before: then everyone starts over. */
  #enterEpoch(epoch: string): boolean {
    const isNew = epoch !== this.#epoch;
    this.#epoch = epoch;
    return isNew;
  }

  #warn(error: unknown, message: string): void {
    if (!this.#stopped) this.#log.warn({ error }, message);
  }
}

function register<T>(registry: Map<string, T>, name: string, entry: T): void {
  if (registry.has(name)) throw new Error(`${name} is registered already.`);
  registry.set(name, entry);
}

function keyOf(stream: Reference): string {
  return `${stream.kind} ${stream.id.toLowerCase()}`;
}

function stopping(): StreamRefused {
  return new StreamRefused('STOPPING', 'The server is going down. Come back with the last cursor.');
}
