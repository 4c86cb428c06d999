import type { Json } from '../database/json.ts';
import type { Transaction } from '../streams/transaction.ts';
import type { Refused } from './refusal.ts';

/** What a command hands back: plain JSON (ids), stored with the idempotency key and given again on replay. */
export type CommandResult = Json | void;

export interface CommandOptions {
  /** Who acts; null for the system itself. */
  actorId: string | null;
  /** The arguments: hashed to tell a retry from another request with the same key. */
  input: unknown;
  /** Chosen by the client, one for each intention. */
  idempotencyKey?: string | undefined;
}

export interface CommandRunner {
  /**
   * Runs `work` in one transaction with its events and its idempotency record.
   * @returns what `work` gave, or `{ problems }` when it threw a `Refusal` (see `isRefused`).
   * @throws Breach, DatabaseUnavailable, or the bug that `work` ran into; nothing is kept then.
   */
  run<R extends CommandResult>(
    name: string,
    options: CommandOptions,
    work: (tx: Transaction) => Promise<R>,
  ): Promise<R | Refused>;
}
