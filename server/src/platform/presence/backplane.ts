import { PostgresLine } from '../database/postgres-line.ts';

/** Carries what one process knows of who looks to the others. What is lost is said again soon. */
export interface Backplane {
  start(heard: (message: string) => void): Promise<void>;
  /** Less than 8,000 bytes. */
  say(message: string): void;
  stop(): Promise<void>;
}

/** One process, which is all there is on PGlite: there is nobody to tell. */
export class NoBackplane implements Backplane {
  start(): Promise<void> {
    return Promise.resolve();
  }

  say(): void {}

  stop(): Promise<void> {
    return Promise.resolve();
  }
}

/** Between the processes on one PostgreSQL, on a channel beside that of the streams. */
export class PostgresBackplane implements Backplane {
  readonly #line: PostgresLine;
  #saying: Promise<void> = Promise.resolve();

  constructor(url: string) {
    this.#line = new PostgresLine(url, 'presence');
  }

  start(heard: (message: string) => void): Promise<void> {
    return this.#line.start({ heard });
  }

  say(message: string): void {
    this.#saying = this.#saying.then(() => this.#line.send(message));
  }

  async stop(): Promise<void> {
    await this.#saying;
    await this.#line.stop();
  }
}
