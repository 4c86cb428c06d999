import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Reference } from './event.ts';
import type { WakeUps, Woken } from './wake-ups.ts';

const channel = 'stream_wake_up';
const coalesce = 20;
/** PostgreSQL takes less than 8,000 bytes. */
const longestPayload = 7_500;
const reconnectAfter = { first: 100, longest: 5_000 };

/**
 * Between the processes on one PostgreSQL. `NOTIFY` inside a command would take a lock that every
 * commit of the database waits for, so it is sent afterwards: once per 20 ms, for all streams together.
 */
export class PostgresWakeUps implements WakeUps {
  readonly #url: string;
  readonly #self = randomUUID();
  readonly #announced = new Map<string, Reference>();
  #heard: ((streams: Woken) => void) | undefined;
  #client: pg.Client | undefined;
  #flush: NodeJS.Timeout | undefined;
  #sending: Promise<void> = Promise.resolve();
  #reconnect: NodeJS.Timeout | undefined;
  #patience = reconnectAfter.first;
  #stopped = false;

  constructor(url: string) {
    this.#url = url;
  }

  async start(heard: (streams: Woken) => void): Promise<void> {
    this.#heard = heard;
    await this.#connect();
  }

  announce(streams: readonly Reference[]): void {
    this.#heard?.(streams);
    for (const stream of streams) this.#announced.set(`${stream.kind} ${stream.id}`, stream);
    this.#flush ??= setTimeout(() => this.#sendInTurn(), coalesce);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#reconnect);
    if (this.#flush) this.#sendInTurn();
    await this.#sending;
    this.#heard = undefined;
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
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
    const text = Buffer.byteLength(payload) > longestPayload ? JSON.stringify([this.#self, 'all']) : payload;
    // Lost while there is no connection: then the poll of the others finds it.
    const client = this.#client;
    await client?.query('select pg_notify($1, $2)', [channel, text]).catch(() => {
      this.#lost(client);
      client.end().catch(() => undefined);
    });
  }

  async #connect(): Promise<void> {
    if (this.#stopped) return;
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'versnellingstafel wake-ups',
      connectionTimeoutMillis: 2_000,
      query_timeout: 2_000,
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => this.#receive(payload ?? ''));
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      if (this.#stopped) return void (await client.end());
      this.#client = client;
      this.#patience = reconnectAfter.first;
      // What was announced while nobody listened here is unknown.
      this.#heard?.('all');
    } catch {
      client.end().catch(() => undefined);
      this.#connectLater();
    }
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    this.#connectLater();
  }

  #connectLater(): void {
    if (this.#stopped) return;
    clearTimeout(this.#reconnect);
    this.#reconnect = setTimeout(() => void this.#connect(), this.#patience);
    this.#patience = Math.min(this.#patience * 2, reconnectAfter.longest);
  }

  #receive(payload: string): void {
    const [sender, streams] = JSON.parse(payload) as [string, [string, string][] | 'all'];
    if (sender === this.#self) return;
    this.#heard?.(streams === 'all' ? 'all' : streams.map(([kind, id]) => ({ kind, id })));
  }
}
