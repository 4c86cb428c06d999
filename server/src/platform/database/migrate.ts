import type { MikroORM } from '@mikro-orm/core';
import type { Migrator } from '@mikro-orm/migrations';
import pg from 'pg';
import type { MigrationList } from './database.ts';
import { MigrationsPending } from './database-error.ts';

/** Any number will do, as long as every version of the server uses the same. */
const lockNumber = 5_730_211;

/** In the order of names, since lists come from several rooms. Throws when two have the same name. */
export function sortMigrations(migrations: MigrationList): MigrationList {
  const sorted = migrations.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const twice = sorted.find((each, index) => each.name === sorted[index + 1]?.name);
  if (twice) throw new Error(`Two migrations are called ${twice.name}.`);
  return sorted;
}

/** Runs what has not run yet, all or nothing. Instances that start together wait for one another. */
export async function migrate(orm: MikroORM, url: string | undefined): Promise<void> {
  if (url === undefined) {
    await migratorOf(orm).up();
    return;
  }
  // A connection of its own: the lock belongs to a session and must not go back into the pool.
  const session = new pg.Client({ connectionString: url, application_name: 'migrations' });
  session.on('error', () => undefined);
  await session.connect();
  try {
    await session.query('select pg_advisory_lock($1)', [lockNumber]);
    await migratorOf(orm).up();
  } finally {
    await session.end();
  }
}

/** @throws MigrationsPending */
export async function refuseWhenBehind(orm: MikroORM): Promise<void> {
  const pending = await migratorOf(orm).getPending();
  if (pending.length > 0) throw new MigrationsPending(pending.map((each) => each.name));
}

function migratorOf(orm: MikroORM): Migrator {
  const migrator = orm.config.getExtension<Migrator>('@mikro-orm/migrator');
  if (!migrator) throw new Error('The migrator is not among the extensions of the ORM.');
  return migrator;
}
