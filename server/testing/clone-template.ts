import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { MigrationList } from '../src/platform/database/database.ts';
import { openDatabase } from '../src/platform/database/open-database.ts';

/** Makes an empty migrated database on the server and returns its URL. */
export async function cloneTemplate(server: string, migrations: MigrationList): Promise<string> {
  const contents = migrations.map((each) => each.name + each.class.toString()).join('\n');
  const template = `template_${createHash('sha256').update(contents).digest('hex').slice(0, 16)}`;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    // Workers share the template, and it must have no connection while it is copied.
    await client.query('select pg_advisory_lock(1)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (!rowCount) {
      await client.query(`create database ${template}_new`);
      const database = await openDatabase({ url: urlOf(server, `${template}_new`) }, [], migrations);
      await database.close();
      await client.query(`alter database ${template}_new rename to ${template}`);
    }
    await client.query(`create database ${name} template ${template} strategy wal_log`);
  } finally {
    await client.end();
  }
  return urlOf(server, name);
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
