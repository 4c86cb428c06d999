import type { Database } from '../database/database.ts';
import type { Reference, StoredEvent } from './event.ts';
import { readCounter, readEvents } from './read-events.ts';
import { RepeatingTask } from './repeating-task.ts';

const chunk = 200;

/** Someone who hears everything that is new in a stream, in order. */
export interface StreamListener {
  hear(events: readonly StoredEvent[]): void;
  /** What came before no longer holds: the stream now stands at `position`. */
  startOver(position: number): void;
}

/** Reads what is new in one stream once for everyone in this process who follows it. */
export class StreamReader {
  readonly stream: Reference;
  readonly #database: Database;
  readonly #onUnused: () => void;
  readonly #failed: (error: unknown) => void;
  readonly #listeners = new Set<StreamListener>();
  readonly #task = new RepeatingTask(() => this.#readNew());
  #attaching = 0;
  #position: number | undefined;

  constructor(database: Database, stream: Reference, hooks: { unused: () => void; failed: (error: unknown) => void }) {
    this.#database = database;
    this.stream = stream;
    this.#onUnused = hooks.unused;
    this.#failed = hooks.failed;
  }

  /** Number of the last event that was read; undefined before the first listener. */
  get position(): number | undefined {
    return this.#position;
  }

  /** Adds a listener. @returns the number after which it hears everything. */
  async attach(listener: StreamListener): Promise<number> {
    this.#attaching += 1;
    try {
      if (this.#position === undefined) {
        const counter = await readCounter(this.#database.fork(), this.stream);
        // Another listener may have got here first, and events may have been handed to it since.
        this.#position ??= counter;
        // A wake-up that came in between found no position to read from.
        this.#task.ask();
      }
      this.#listeners.add(listener);
      return this.#position;
    } finally {
      this.#attaching -= 1;
      this.#closeWhenUnused();
    }
  }

  detach(listener: StreamListener): void {
    this.#listeners.delete(listener);
    this.#closeWhenUnused();
  }

  wake(): void {
    if (this.#position !== undefined) this.#task.ask();
  }

  /**
   * @param counter of the stream as a poll has seen it
   * @param before this reader's position before that poll: a counter below it means an older database.
   */
  compare(counter: number, before: number): void {
    if (counter < before) this.startOver(counter);
    else if (counter > before) this.wake();
  }

  startOver(position: number): void {
    // Before the first position there is nobody to tell.
    if (this.#position === undefined) return;
    this.#position = position;
    for (const listener of this.#listeners) listener.startOver(position);
  }

  async #readNew(): Promise<void> {
    try {
      for (;;) {
        const after = this.#position;
        if (after === undefined) return;
        const events = await readEvents(this.#database.fork(), this.stream, { after, limit: chunk });
        // Started over while reading: these belong to the time before.
        if (this.#position !== after) continue;
        const last = events.at(-1);
        if (!last) return;
        this.#position = last.number;
        for (const listener of this.#listeners) listener.hear(events);
        if (events.length < chunk) return;
      }
    } catch (error) {
      // The next wake-up or poll tries again from the same position.
      this.#failed(error);
    }
  }

  #closeWhenUnused(): void {
    if (this.#attaching === 0 && this.#listeners.size === 0) this.#onUnused();
  }
}
