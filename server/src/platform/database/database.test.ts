import { mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { cloneTemplate } from '../../../testing/clone-template.ts';
import { testDatabase } from '../../../testing/database.ts';
import { platformMigrations } from '../../migrations/platform-migrations.ts';
import type { DatabaseKind } from './database.ts';
import { DatabaseUnavailable, FolderInUse, MigrationsPending } from './database-error.ts';
import { lockFolder } from './folder-lock.ts';
import { sortMigrations } from './migrate.ts';
import { openDatabase } from './open-database.ts';

const folders: string[] = [];
const freshFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'pglite-test-'));
  folders.push(folder);
  return folder;
};
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe.each<DatabaseKind>(['postgresql', 'pglite'])('on %s', (kind) => {
  test('a fresh database is migrated and has what search needs', async () => {
    const database = await testDatabase({ kind });
    const [row] = await database
      .fork()
      .execute(`select unaccent('één') as folded, similarity('stikstof', 'stikstok') > 0.5 as alike`);
    expect(row).toEqual({ folded: 'een', alike: true });
    expect(await database.isReady()).toBe(true);
    await database.close();
  });

  test('a second entity manager inside an open transaction is refused, not waited for', async () => {
    const database = await testDatabase({ kind });
    const inside = database.fork().transactional(async () => {
      await database.fork().execute('select 1');
    });
    await expect(inside).rejects.toMatchObject({ code: 'SECOND_FORK_IN_TRANSACTION' });
    const nested = database.fork().transactional(async () => {
      await database.fork().transactional(async () => undefined);
    });
    await expect(nested).rejects.toThrow(/tx\.em/);
    expect(await database.fork().execute('select 1 as one')).toEqual([{ one: 1 }]);
    await database.close();
  });

  test('a savepoint inside the transaction is fine', async () => {
    const database = await testDatabase({ kind });
    const answer = await database
      .fork()
      .transactional((outer) => outer.transactional((inner) => inner.execute('select 2 as two')));
    expect(answer).toEqual([{ two: 2 }]);
    await database.close();
  });

  test('history cannot be rewritten', async () => {
    const database = await testDatabase({ kind });
    await expect(database.fork().execute(`update event set type = 'Other'`)).rejects.toThrow(/never changed/);
    await expect(database.fork().execute('delete from event_subject')).rejects.toThrow(/never changed/);
    await expect(database.fork().execute('truncate event cascade')).rejects.toThrow(/never changed/);
    await database.close();
  });
});

describe('migrations', () => {
  test('a server that may not migrate refuses a database that is behind', async () => {
    const url = await cloneTemplate(inject('postgresUrl'), []);
    const opening = openDatabase({ url, migrate: 'check' }, [], platformMigrations);
    await expect(opening).rejects.toMatchObject({
      code: 'MIGRATIONS_PENDING',
      pending: platformMigrations.map((each) => each.name),
    });
    await expect(opening).rejects.toBeInstanceOf(MigrationsPending);
  });

  test('instances that start together migrate once', async () => {
    const url = await cloneTemplate(inject('postgresUrl'), []);
    const databases = await Promise.all([1, 2, 3].map(() => openDatabase({ url }, [], platformMigrations)));
    const rows = await databases[0]!.fork().execute('select name from migration order by name');
    expect(rows.map((row) => row.name)).toEqual(platformMigrations.map((each) => each.name));
    await Promise.all(databases.map((each) => each.close()));
  });

  test('two of one name are refused', () => {
    expect(() => sortMigrations([...platformMigrations, platformMigrations[0]!])).toThrow(/0001-extensions/);
  });
});

describe('PostgreSQL that does not answer', () => {
  test('says so, and that trying again makes sense', async () => {
    const opening = openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none' }, [], []);
    await expect(opening).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(opening).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE', retriable: true });
  });
});

describe('PostgreSQL that goes away', () => {
  test('in the middle of transactions takes no place from the pool', async () => {
    const database = await testDatabase({ poolSize: 2 });
    const lose = () =>
      database.fork().transactional((em) => em.execute('select pg_terminate_backend(pg_backend_pid())'));
    for (let round = 0; round < 3; round += 1) {
      const outcomes = await Promise.allSettled([lose(), lose()]);
      expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected']);
    }
    expect(await database.fork().execute('select 1 as one')).toEqual([{ one: 1 }]);
    await database.close();
  });
});

describe('PGlite in a folder', () => {
  test('keeps what was written, and frees the folder when closed', async () => {
    const folder = freshFolder();
    const first = await openDatabase({ folder }, [], platformMigrations);
    await first.fork().execute(`insert into platform_secret (name, secret) values ('a', 'b'::bytea)`);
    await first.close();
    const second = await openDatabase({ folder }, [], platformMigrations);
    expect(await second.fork().execute('select name from platform_secret')).toEqual([{ name: 'a' }]);
    await second.close();
  });

  test('a second process is refused within a second and told what to do; after a kill the folder is free', async () => {
    const folder = freshFolder();
    const script = join(folder, 'hold.mjs');
    writeFileSync(
      script,
      `import { lockFolder } from ${JSON.stringify(new URL('./folder-lock.ts', import.meta.url).href)}
       lockFolder(process.argv[2]); process.send('held'); setInterval(() => {}, 1000)`,
    );
    const holder = fork(script, [folder], { execArgv: [] });
    await once(holder, 'message');
    const started = performance.now();
    await expect(openDatabase({ folder }, [], platformMigrations)).rejects.toThrow(
      new RegExp(`${folder} is in use by process ${holder.pid} .*DATA_DIR.*DATABASE_URL`),
    );
    expect(performance.now() - started).toBeLessThan(1_000);

    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const lock = lockFolder(folder);
    expect(JSON.parse(readFileSync(join(folder, 'owner.lock'), 'utf8'))).toMatchObject({ pid: process.pid });
    expect(() => lockFolder(folder)).toThrow(FolderInUse);
    lock.release();
  });

  test('a pid that now belongs to a later process does not hold the folder', () => {
    const folder = freshFolder();
    const first = lockFolder(folder);
    const path = join(folder, 'owner.lock');
    const owner = JSON.parse(readFileSync(path, 'utf8')) as object;
    first.release();
    writeFileSync(path, JSON.stringify({ ...owner, processStart: 'earlier' }));
    expect(() => lockFolder(folder).release()).not.toThrow();
  });
});
