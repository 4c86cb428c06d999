import type { Database } from '../database/database.ts';
import { type EventRow, eventColumns, toStoredEvent } from './read-events.ts';
import { recordedTransaction, type EventLog } from './recorded-transaction.ts';
import { RepeatingTask } from './repeating-task.ts';
import type { Projector } from './stream.ts';

const batch = 100;
const backoff = { first: 0.1, longest: 60 };

/**
 * Hands events to one projector after their commit. What the projector writes and the note that an event
 * is still to be done change in one transaction, so each event counts exactly once, whatever crashes.
 */
export class ProjectorWorker {
  readonly name: string;
  readonly #projector: Projector;
  readonly #database: Database;
  readonly #log: EventLog;
  readonly #failed: (error: unknown) => void;
  readonly #task = new RepeatingTask(() => this.#work());
  #stopped = false;

  constructor(name: string, projector: Projector, database: Database, log: EventLog, failed: (error: unknown) => void) {
    this.name = name;
    this.#projector = projector;
    this.#database = database;
    this.#log = log;
    this.#failed = failed;
  }

  handles(type: string): boolean {
    return this.#projector.handles.includes(type);
  }

  wake(): void {
    if (!this.#stopped) this.#task.ask();
  }

  idle(): Promise<void> {
    return this.#task.idle();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#task.idle();
  }

  async #work(): Promise<void> {
    try {
      while (!this.#stopped && (await this.#attempt(batch)) > 0) continue;
    } catch (error) {
      this.#failed(error);
      await this.#workOneByOne();
    }
  }

  /** One event that cannot be done must not hold up the others. */
  async #workOneByOne(): Promise<void> {
    try {
      for (let left = batch; left > 0 && !this.#stopped; left -= 1) {
        const attempted: number[] = [];
        try {
          if ((await this.#attempt(1, attempted)) === 0) return;
        } catch (error) {
          const [position] = attempted;
          if (position === undefined) throw error;
          this.#failed(error);
          await this.#postpone(position, error);
        }
      }
      this.#task.ask();
    } catch (error) {
      // The database itself fails; the poll comes back.
      this.#failed(error);
    }
  }

  /** @returns how many events were done; `attempted` receives their positions before they are. */
  #attempt(limit: number, attempted: number[] = []): Promise<number> {
    return recordedTransaction(this.#database, this.#log, null, async (tx) => {
      const rows = await tx.em.execute<EventRow[]>(
        `select ${eventColumns} from projection_pending pending join event on event.position = pending.position
         where pending.projector = ? and pending.due_at <= now()
         order by pending.position limit ? for update of pending skip locked`,
        [this.name, limit],
      );
      if (rows.length === 0) return 0;
      const positions = rows.map((row) => row.position);
      attempted.push(...positions);
      await this.#projector.project(tx, rows.map(toStoredEvent));
      await tx.em.flush();
      await tx.em.execute(
        `delete from projection_pending where projector = ? and position in (${positions.map(() => '?').join(', ')})`,
        [this.name, ...positions],
      );
      return rows.length;
    });
  }

  async #postpone(position: number, error: unknown): Promise<void> {
    await this.#database.fork().execute(
      `update projection_pending set attempts = attempts + 1, error = ?,
         due_at = now() + make_interval(secs => least(? * power(2, least(attempts, 20)), ?))
       where projector = ? and position = ?`,
      [
        error instanceof Error ? error.message.slice(0, 1_000) : 'unknown',
        backoff.first,
        backoff.longest,
        this.name,
        position,
      ],
    );
  }
}
