import { createHash, randomBytes } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';

const secretShape = /^[\w-]{43}$/;

/** What is kept of a secret: whoever reads the database cannot read along with somebody's calendar. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Gives the viewer a new secret address for their calendar; the one before stops working. @returns the secret, told this once. */
export async function renewCalendarFeed(tx: Transaction, viewer: Viewer): Promise<{ secret: string }> {
  const secret = randomBytes(32).toString('base64url');
  await tx.em.execute(
    `insert into calendar_feed (person_id, secret_hash, created_at) values (?, ?, ?)
     on conflict (person_id) do update set secret_hash = excluded.secret_hash, created_at = excluded.created_at`,
    [viewer.personId, hashOf(secret), tx.now],
  );
  return { secret };
}

/** The secret address of the viewer stops working; nothing happens without one. */
export async function endCalendarFeed(tx: Transaction, viewer: Viewer): Promise<Record<string, never>> {
  await tx.em.execute('delete from calendar_feed where person_id = ?', [viewer.personId]);
  return {};
}

/** Whose calendar this is the secret of; null when it is nobody's. */
export async function personOfFeed(em: SqlEntityManager, secret: string): Promise<string | null> {
  if (!secretShape.test(secret)) return null;
  const [feed] = await em.execute<{ personId: string }[]>(
    'select person_id as "personId" from calendar_feed where secret_hash = ?',
    [hashOf(secret)],
  );
  return feed?.personId ?? null;
}
