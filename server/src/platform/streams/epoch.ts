import { randomBytes } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/sql';

const secretName = 'cursor-key';

/**
 * Begins a new epoch: every cursor given before leads to a `RESET`. For after a backup was restored,
 * when numbers that clients have seen may be given again to other events.
 */
export async function startNewEpoch(em: SqlEntityManager): Promise<void> {
  await em.execute('update stream_epoch set epoch = gen_random_uuid(), started_at = now()');
}

export async function readEpoch(em: SqlEntityManager): Promise<string> {
  const [row] = await em.execute<{ epoch: string }[]>('select epoch from stream_epoch');
  if (!row) throw new Error('stream_epoch is empty.');
  return row.epoch;
}

/** The key of cursors, made by whichever instance comes first. */
export async function cursorKey(em: SqlEntityManager): Promise<Buffer> {
  await em.execute(
    `insert into platform_secret (name, secret) values (?, decode(?, 'hex')) on conflict (name) do nothing`,
    [secretName, randomBytes(32).toString('hex')],
  );
  const [row] = await em.execute<{ secret: string }[]>(
    `select encode(secret, 'hex') as secret from platform_secret where name = ?`,
    [secretName],
  );
  if (!row) throw new Error('The key of cursors is missing.');
  return Buffer.from(row.secret, 'hex');
}
