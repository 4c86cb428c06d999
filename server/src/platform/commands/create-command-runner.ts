import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import { asDatabaseError, isCollision } from '../database/database-error.ts';
import type { Json } from '../database/json.ts';
import { recordedTransaction, type EventLog } from '../streams/recorded-transaction.ts';
import type { Transaction } from '../streams/transaction.ts';
import { BadInput } from './breach.ts';
import type { CommandOptions, CommandResult, CommandRunner } from './command-runner.ts';
import { claimKey, keepAnswer } from './idempotency.ts';
import { inputHash } from './input-hash.ts';
import { Refusal, refused, type Refused } from './refusal.ts';

const mostAttempts = 6;
const keyShape = /^[\x20-\x7e]{1,200}$/;

/** Commands on this database, whose events go into this log. @param clock what time it is for rows and events alike */
export function createCommandRunner(database: Database, log: EventLog, clock?: () => Date): CommandRunner {
  return {
    async run<R extends CommandResult>(
      name: string,
      options: CommandOptions,
      work: (tx: Transaction) => Promise<R>,
    ): Promise<R | Refused> {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await recordedTransaction(
            database,
            log,
            options.actorId,
            (tx) => once(tx, name, options, work),
            clock,
          );
        } catch (error) {
          if (error instanceof Refusal) return refused(error.problems);
          if (!isCollision(error) || attempt === mostAttempts) throw asDatabaseError(error);
          await wait(Math.random() * 10 * 2 ** attempt);
        }
      }
    },
  };
}

async function once<R extends CommandResult>(
  tx: Transaction,
  command: string,
  { actorId, input, idempotencyKey: key }: CommandOptions,
  work: (tx: Transaction) => Promise<R>,
): Promise<R> {
  if (key === undefined) return work(tx);
  if (!keyShape.test(key)) throw new BadInput('BAD_KEY', ['idempotencyKey']);
  const claim = { actorId, key, command, inputHash: inputHash(command, input) };
  const kept = await claimKey(tx.em, claim);
  if (kept) return kept.result as R;
  const result = await work(tx);
  // Before the events: from there on a counter is locked, and every statement makes others wait.
  await tx.em.flush();
  await keepAnswer(tx.em, claim, result === undefined ? {} : { result: result as Json });
  return result;
}
