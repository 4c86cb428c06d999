import type { Database } from '../database/database.ts';
import { newId } from '../ids/new-id.ts';
import type { NewEvent } from './event.ts';
import type { Transaction } from './transaction.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';

/** Where the events of a transaction go. */
export interface EventLog {
  /** Writes them as the last statement of the transaction. */
  append(
    em: SqlEntityManager,
    events: readonly NewEvent[],
    moment: { actorId: string | null; now: Date },
  ): Promise<void>;
  /** Tells who waits for them, once they are there for all to read. */
  committed(events: readonly NewEvent[]): void;
}

/**
 * One database transaction around `work`, at one moment of `clock`. What it changed and what it recorded is kept together or not at
 * all; nobody hears of an event before its commit.
 */
export async function recordedTransaction<R>(
  database: Database,
  log: EventLog,
  actorId: string | null,
  work: (tx: Transaction) => Promise<R>,
  clock: () => Date = () => new Date(),
): Promise<R> {
  const events: NewEvent[] = [];
  let isOpen = true;
  const result = await database.fork().transactional(async (em) => {
    const now = clock();
    const record = (event: NewEvent) => {
      if (!isOpen)
        throw new Error(`${event.type} is recorded after its transaction has ended: something was not awaited.`);
      events.push(event);
    };
    try {
      const answer = await work({ em: em as SqlEntityManager, now, actorId, newId, record });
      await em.flush();
      isOpen = false;
      await log.append(em as SqlEntityManager, events, { actorId, now });
      return answer;
    } finally {
      isOpen = false;
    }
  });
  log.committed(events);
  return result;
}
