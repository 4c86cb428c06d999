import { randomBytes } from 'node:crypto';
import type { Database } from '../database/database.ts';

/** The secret of this name: made once, then the same on every instance that shares the database. */
export async function signingKey(database: Database, name: string): Promise<string> {
  const em = database.fork();
  await em.execute('insert into signing_key (name, secret) values (?, ?) on conflict (name) do nothing', [name, randomBytes(32).toString('base64url')]);
  const rows = await em.execute<{ secret: string }[]>('select secret from signing_key where name = ?', [name]);
  const secret = rows[0]?.secret;
  if (secret === undefined) throw new Error(`There is no signing key ${name}.`);
  return secret;
}
