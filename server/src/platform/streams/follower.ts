import type { Database } from '../database/database.ts';
import type { Cursors } from './cursor.ts';
import type { Frame, Reference, StoredEvent } from './event.ts';
import { readCounter, readEvents } from './read-events.ts';
import type { StreamListener, StreamReader } from './stream-reader.ts';
import { StreamRefused } from './stream-refused.ts';

const chunk = 100;

export interface FollowerLimits {
  /** Events that are replayed to one who comes back; more than this gives a `RESET` (default 1,000). */
  replay: number;
  /** Events that may wait for one reader before it is cut (default 1,000). */
  waiting: number;
  /** Milliseconds for which an answer about rights serves further frames (default 25). */
  rights: number;
}

/** What a follower needs of its surroundings; the viewer is already bound in. */
export interface FollowerPort {
  database: Database;
  cursors: Cursors;
  limits: FollowerLimits;
  epoch(): string;
  mayFollow(): Promise<boolean>;
  visible(events: readonly StoredEvent[]): Promise<ReadonlySet<string>>;
  reader(): StreamReader;
  ended(follower: Follower): void;
}

/**
 * One viewer following one stream. It first hears what is new, then fetches what was missed, so that
 * there is no moment in between; numbers tell what it has had already.
 */
export class Follower implements AsyncIterableIterator<Frame>, StreamListener {
  readonly #port: FollowerPort;
  readonly #stream: Reference;
  readonly #after: string | undefined;
  #reader: StreamReader | undefined;
  /** Heard and not yet judged. */
  #heard: StoredEvent[] = [];
  /** Judged visible and not yet handed over. */
  #permitted: StoredEvent[] = [];
  #judgedAt = 0;
  /** Number of the last event that was judged. */
  #last = 0;
  #replayUpTo = 0;
  #resetDue = false;
  #ended: { error?: StreamRefused } | undefined;
  #signal: (() => void) | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(port: FollowerPort, stream: Reference, after: string | undefined) {
    this.#port = port;
    this.#stream = stream;
    this.#after = after;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<Frame, undefined>> {
    const turn = this.#turn.then(() => this.#produce());
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  return(): Promise<IteratorResult<Frame, undefined>> {
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  /** Ends it for the reader: with an error, which the next call to `next` throws, or quietly. */
  end(error?: StreamRefused): void {
    if (this.#ended) return;
    this.#ended = error ? { error } : {};
    this.#heard = [];
    this.#permitted = [];
    this.#reader?.detach(this);
    this.#port.ended(this);
    this.#signal?.();
  }

  hear(events: readonly StoredEvent[]): void {
    if (this.#heard.length + this.#permitted.length + events.length > this.#port.limits.waiting) {
      this.end(new StreamRefused('SLOW_READER', 'Too much was waiting. Come back with the last cursor.'));
      return;
    }
    this.#heard.push(...events);
    this.#signal?.();
  }

  startOver(position: number): void {
    this.#heard = [];
    this.#permitted = [];
    this.#last = position;
    this.#replayUpTo = position;
    this.#resetDue = true;
    this.#signal?.();
  }

  async #produce(): Promise<IteratorResult<Frame, undefined>> {
    try {
      for (;;) {
        if (this.#ended) return this.#finish();
        if (!this.#reader) await this.#open();
        else if (this.#resetDue) {
          if (!(await this.#stillMayFollow())) continue;
          this.#resetDue = false;
          return { done: false, value: { kind: 'RESET', cursor: this.#cursor(this.#last) } };
        } else if (this.#permitted.length > 0) {
          if (performance.now() - this.#judgedAt > this.#port.limits.rights)
            await this.#judge(this.#permitted.splice(0));
          const event = this.#permitted.shift();
          if (event) return { done: false, value: { kind: 'EVENT', cursor: this.#cursor(event.number), event } };
        } else if (this.#last < this.#replayUpTo) await this.#replay();
        else if (this.#heard.length > 0) {
          const last = this.#last;
          const fresh = this.#heard.splice(0, chunk).filter((event) => event.number > last);
          if (fresh.length > 0) await this.#judge(fresh);
        } else await this.#untilSignal();
      }
    } catch (error) {
      this.end();
      throw error;
    }
  }

  async #open(): Promise<void> {
    if (!(await this.#stillMayFollow())) return;
    const { cursors, limits, database } = this.#port;
    const place = this.#after === undefined ? undefined : cursors.open('stream', this.#stream, this.#after);
    const reader = this.#port.reader();
    const position = await reader.attach(this);
    if (this.#ended) return reader.detach(this);
    this.#reader = reader;
    if (this.#resetDue) return;
    this.#last = position;
    this.#replayUpTo = position;
    if (!place) return;
    const mustReset = place.epoch !== this.#port.epoch() || position - place.number > limits.replay;
    // The reader of this process may lag behind a cursor that another process gave.
    const isAhead = place.number > position;
    const isBeyondEnd = isAhead && place.number > (await readCounter(database.fork(), this.#stream));
    if (this.#resetDue) return;
    if (mustReset || isBeyondEnd) this.#resetDue = true;
    else this.#last = place.number;
    if (isAhead) reader.wake();
  }

  async #replay(): Promise<void> {
    const range = { after: this.#last, upTo: this.#replayUpTo, limit: chunk };
    const events = await readEvents(this.#port.database.fork(), this.#stream, range);
    if (this.#ended || this.#resetDue) return;
    if (events.length === 0) this.#last = this.#replayUpTo;
    else await this.#judge(events);
  }

  /** Asks for rights now: these events are committed, so whatever was revoked before them counts. */
  async #judge(events: readonly StoredEvent[]): Promise<void> {
    if (!(await this.#stillMayFollow())) return;
    const visible = await this.#port.visible(events);
    if (this.#ended || this.#resetDue) return;
    this.#judgedAt = performance.now();
    this.#permitted.push(...events.filter((event) => visible.has(event.id)));
    this.#last = Math.max(this.#last, events.at(-1)?.number ?? 0);
  }

  async #stillMayFollow(): Promise<boolean> {
    if (await this.#port.mayFollow()) return !this.#ended;
    this.end(new StreamRefused('NOT_FOUND', 'There is no such stream.'));
    return false;
  }

  #cursor(number: number): string {
    return this.#port.cursors.seal('stream', this.#stream, { epoch: this.#port.epoch(), number });
  }

  #finish(): IteratorResult<Frame, undefined> {
    const error = this.#ended?.error;
    this.#ended = {};
    if (error) throw error;
    return { done: true, value: undefined };
  }

  async #untilSignal(): Promise<void> {
    await new Promise<void>((proceed) => {
      this.#signal = proceed;
    });
    this.#signal = undefined;
  }
}
