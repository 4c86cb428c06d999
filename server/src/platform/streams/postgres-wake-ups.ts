import { randomUUID } from 'node:crypto';
import { PostgresLine } from '../database/postgres-line.ts';
import type { Reference } from './event.ts';
import type { WakeUps, Woken } from './wake-ups.ts';

const coalesce = 20;
/** PostgreSQL takes less than 8,000 bytes. */
const longestPayload = 7_500;

/**
 * Between the processes on one PostgreSQL. `NOTIFY` inside a command would take a lock that every
 * commit of the database waits for, so it is sent afterwards: once per 20 ms, for all streams together.
 */
export class PostgresWakeUps implements WakeUps {
  readonly #line: PostgresLine;
  readonly #self = randomUUID();
  readonly #announced = new Map<string, Reference>();
  #heard: ((streams: Woken) => void) | undefined;
  #flush: NodeJS.Timeout | undefined;
  #sending: Promise<void> = Promise.resolve();

  constructor(url: string) {
    this.#line = new PostgresLine(url, 'stream_wake_up');
  }

  async start(heard: (streams: Woken) => void): Promise<void> {
    this.#heard = heard;
    await this.#line.start({
      heard: (payload) => this.#receive(payload),
      // What was announced while nobody listened here is unknown.
      connected: () => this.#heard?.('all'),
    });
  }

  announce(streams: readonly Reference[]): void {
    this.#heard?.(streams);
    for (const stream of streams) this.#announced.set(`${stream.kind} ${stream.id}`, stream);
    this.#flush ??= setTimeout(() => this.#sendInTurn(), coalesce);
  }

  async stop(): Promise<void> {
    if (this.#flush) this.#sendInTurn();
    await this.#sending;
    this.#heard = undefined;
    await this.#line.stop();
  }

  #sendInTurn(): void {
    clearTimeout(this.#flush);
    this.#flush = undefined;
    this.#sending = this.#sending.then(() => this.#send());
  }

  async #send(): Promise<void> {
    if (this.#announced.size === 0) return;
    const streams = [...this.#announced.values()].map(({ kind, id }) => [kind, id]);
    this.#announced.clear();
    const payload = JSON.stringify([this.#self, streams]);
    // Lost while there is no connection: then the poll of the others finds it.
    await this.#line.send(Buffer.byteLength(payload) > longestPayload ? JSON.stringify([this.#self, 'all']) : payload);
  }

  #receive(payload: string): void {
    const [sender, streams] = JSON.parse(payload) as [string, [string, string][] | 'all'];
    if (sender === this.#self) return;
    this.#heard?.(streams === 'all' ? 'all' : streams.map(([kind, id]) => ({ kind, id })));
  }
}
