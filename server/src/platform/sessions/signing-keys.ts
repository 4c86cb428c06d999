import { randomBytes } from 'node:crypto';
import type { Database } from '../database/database.ts';

/** The secret of this name in hexadecimal: made once, then the same on every instance that shares the database. */
export async function signingKey(database: Database, name: string): Promise<string> {
  const em = database.fork();
  await em.execute(
    `insert into platform_secret (name, secret) values (?, decode(?, 'hex')) on conflict (name) do nothing`,
    [name, randomBytes(32).toString('hex')],
  );
  const rows = await em.execute<{ secret: string }[]>(
    `select encode(secret, 'hex') as secret from platform_secret where name = ?`,
    [name],
  );
  const secret = rows[0]?.secret;
  if (secret === undefined) throw new Error(`There is no secret ${name}.`);
  return secret;
}
