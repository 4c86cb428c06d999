import type { Database } from '../database/database.ts';
import type { StreamReader } from './stream-reader.ts';

export interface PollPort {
  readers(): Iterable<StreamReader>;
  /** Hears the epoch each time. @returns whether it is another one than before. */
  epoch(epoch: string): boolean;
  /** Called when there is work for projectors. */
  due(): void;
  failed(error: unknown): void;
}

interface Seen {
  epoch: string;
  due: boolean;
  counters: { kind: string; id: string; counter: number }[] | null;
}

/**
 * Looks every now and then at all streams that are followed here, in one statement. Wake-ups are only for
 * speed: whatever they miss, this finds.
 */
export class StreamPoll {
  readonly #database: Database;
  readonly #every: number;
  readonly #port: PollPort;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #stopped = false;
  #seenAt = 0;

  constructor(database: Database, every: number, port: PollPort) {
    this.#database = database;
    this.#every = every;
    this.#port = port;
  }

  start(): void {
    this.#seenAt = performance.now();
    this.#next();
  }

  /** Whether the truth was read lately: without that, what followers have may be old. */
  isFresh(): boolean {
    return performance.now() - this.#seenAt < Math.max(this.#every * 3, 3_000);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#looking;
  }

  #next(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#looking = this.#look()
        .catch((error: unknown) => this.#port.failed(error))
        .finally(() => this.#next());
    }, this.#every);
  }

  async #look(): Promise<void> {
    const before = [...this.#port.readers()].flatMap((reader) =>
      reader.position === undefined ? [] : [{ reader, position: reader.position }],
    );
    const followed = before.map(({ reader }) => reader.stream);
    const [seen] = await this.#database.fork().execute<Seen[]>(
      `select (select epoch from stream_epoch) as epoch,
         exists (select from projection_pending where due_at <= now()) as due,
         (select jsonb_agg(jsonb_build_object('kind', stream.kind, 'id', stream.id, 'counter', stream.counter))
          from stream join jsonb_to_recordset(?::jsonb) as followed (kind text, id uuid) using (kind, id)) as counters`,
      [JSON.stringify(followed)],
    );
    if (!seen) return;
    this.#seenAt = performance.now();
    const counters = new Map(seen.counters?.map(({ kind, id, counter }) => [`${kind} ${id}`, counter]));
    const counterOf = (reader: StreamReader) => counters.get(`${reader.stream.kind} ${reader.stream.id.toLowerCase()}`);
    if (this.#port.epoch(seen.epoch)) {
      // Also those that came while this was being looked up: they were given the epoch before.
      for (const reader of this.#port.readers()) reader.startOver(counterOf(reader) ?? reader.position ?? 0);
    } else {
      for (const { reader, position } of before) reader.compare(counterOf(reader) ?? 0, position);
    }
    if (seen.due) this.#port.due();
  }
}
