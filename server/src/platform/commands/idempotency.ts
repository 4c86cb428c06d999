import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Json } from '../database/json.ts';
import { Breach } from './breach.ts';

/** Keys of the system itself are kept under this actor. */
const system = '00000000-0000-0000-0000-000000000000';

export interface IdempotencyClaim {
  actorId: string | null;
  key: string;
  command: string;
  inputHash: string;
}

/** The answer of a command that was carried out before; `result` is absent when it gave nothing. */
export interface KeptAnswer {
  result?: Json;
}

/**
 * Claims the key for this transaction. Another transaction with the same key waits here until this one
 * has ended, and then finds its answer, or nothing when it was rolled back.
 * @returns the answer when the command was carried out before.
 * @throws Breach `IDEMPOTENCY_KEY_REUSED` when it was another command or another input.
 */
export async function claimKey(em: SqlEntityManager, claim: IdempotencyClaim): Promise<KeptAnswer | undefined> {
  const actor = claim.actorId ?? system;
  const claimed = await em.execute(
    `insert into idempotency_key (actor_id, key, command, input_hash) values (?, ?, ?, ?)
     on conflict (actor_id, key) do nothing returning key`,
    [actor, claim.key, claim.command, claim.inputHash],
  );
  if (claimed.length > 0) return undefined;
  const [kept] = await em.execute<{ input_hash: string; result: KeptAnswer }[]>(
    'select input_hash, result from idempotency_key where actor_id = ? and key = ?',
    [actor, claim.key],
  );
  if (kept?.input_hash !== claim.inputHash) {
    throw new Breach('IDEMPOTENCY_KEY_REUSED', 'This idempotency key was used before for something else.');
  }
  return kept.result;
}

/** Keeps the answer for whoever comes again with the key. */
export async function keepAnswer(em: SqlEntityManager, claim: IdempotencyClaim, answer: KeptAnswer): Promise<void> {
  await em.execute('update idempotency_key set result = ?::jsonb where actor_id = ? and key = ?', [
    JSON.stringify(answer),
    claim.actorId ?? system,
    claim.key,
  ]);
}
