import pg from 'pg';

const reconnectAfter = { first: 100, longest: 5_000 };

/** What comes over a line. */
export interface LineListener {
  heard(payload: string): void;
  /** The line is there, for the first time or again; what was said in between is lost. */
  connected?(): void;
}

/** A connection of its own to PostgreSQL on which the processes of one database tell each other things; it comes back by itself. */
export class PostgresLine {
  readonly #url: string;
  readonly #channel: string;
  #listener: LineListener | undefined;
  #client: pg.Client | undefined;
  #reconnect: NodeJS.Timeout | undefined;
  #patience = reconnectAfter.first;
  #stopped = false;

  /** @param channel a name of letters and underscores. */
  constructor(url: string, channel: string) {
    this.#url = url;
    this.#channel = channel;
  }

  async start(listener: LineListener): Promise<void> {
    this.#listener = listener;
    await this.#connect();
  }

  /** Says something to all who listen, this process too; less than 8,000 bytes. Lost while there is no connection. */
  async send(payload: string): Promise<void> {
    const client = this.#client;
    await client?.query('select pg_notify($1, $2)', [this.#channel, payload]).catch(() => {
      this.#lost(client);
      client.end().catch(() => undefined);
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#reconnect);
    this.#listener = undefined;
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    if (this.#stopped) return;
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: `versnellingstafel ${this.#channel}`,
      connectionTimeoutMillis: 2_000,
      query_timeout: 2_000,
      keepAlive: true,
    });
    client.on('notification', ({ payload }) => this.#listener?.heard(payload ?? ''));
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    try {
      await client.connect();
      await client.query(`listen ${this.#channel}`);
      if (this.#stopped) return void (await client.end());
      this.#client = client;
      this.#patience = reconnectAfter.first;
      this.#listener?.connected?.();
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
}
