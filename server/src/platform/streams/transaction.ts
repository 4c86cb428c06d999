import type { SqlEntityManager } from '@mikro-orm/sql';
import type { NewEvent } from './event.ts';

/** One open database transaction, as a use case or a projector sees it. */
export interface Transaction {
  /** The entity manager of this transaction; use no other one while it is open. */
  readonly em: SqlEntityManager;
  /** One moment for everything in this transaction. */
  readonly now: Date;
  /** Who acts; null for the system itself. */
  readonly actorId: string | null;
  newId(): string;
  /** Keeps an event for the end of the transaction, where it takes its number. */
  record(event: NewEvent): void;
}
