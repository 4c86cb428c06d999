import { MikroORM, type Options } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { PgliteDriver } from '@mikro-orm/pglite';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import type { AbstractSqlConnection, SqlEntityManager } from '@mikro-orm/sql';
import type { Database, DatabaseConfig, EntityList, MigrationList } from './database.ts';
import { asDatabaseError } from './database-error.ts';
import { migrate, refuseWhenBehind, sortMigrations } from './migrate.ts';
import { allowOneTransaction } from './one-transaction.ts';
import { releaseLostClients } from './release-lost-clients.ts';
import { pgliteInFolder, pgliteInMemory, type PgliteOpening } from './pglite-folder.ts';

/**
 * Opens PostgreSQL (`config.url`) or PGlite (`config.folder`, or memory) and brings it up to date.
 * @throws DatabaseUnavailable when it does not answer, FolderInUse when another process has the folder,
 *   MigrationsPending when it is behind and `config.migrate` is `check`.
 */
export async function openDatabase(
  config: DatabaseConfig,
  entities: EntityList,
  migrations: MigrationList,
): Promise<Database> {
  const shared = sharedOptions(config, entities, migrations);
  if (config.url !== undefined) return openPostgres(config.url, config, shared);
  return openPglite(config, shared);
}

async function openPostgres(url: string, config: DatabaseConfig, shared: Shared): Promise<Database> {
  const orm = await MikroORM.init({
    ...shared,
    driver: PostgreSqlDriver,
    clientUrl: url,
    pool: { min: 0, max: config.poolSize ?? 10, idleTimeoutMillis: 30_000 },
    driverOptions: {
      connectionTimeoutMillis: config.connectTimeout ?? 2_000,
      statement_timeout: config.statementTimeout ?? 30_000,
      idle_in_transaction_session_timeout: 60_000,
      application_name: 'versnellingstafel',
      keepAlive: true,
      onPoolCreated: releaseLostClients,
    },
  });
  return ready(orm, config, url, () => undefined);
}

async function openPglite(config: DatabaseConfig, shared: Shared): Promise<Database> {
  const opening: PgliteOpening = await (config.folder === undefined ? pgliteInMemory() : pgliteInFolder(config.folder));
  try {
    const orm = await MikroORM.init({
      ...shared,
      driver: PgliteDriver,
      dbName: opening.dbName,
      driverOptions: () => opening.driverOptions,
    });
    const database = await ready(orm, config, undefined, opening.closed);
    opening.opened();
    return database;
  } catch (error) {
    opening.closed();
    throw error;
  }
}

type Shared = ReturnType<typeof sharedOptions>;

function sharedOptions(config: DatabaseConfig, entities: EntityList, migrations: MigrationList) {
  const { onQuery } = config;
  return {
    entities: [...entities],
    discovery: { warnWhenNoEntities: false },
    extensions: [Migrator],
    debug: false,
    ensureDatabase: false,
    ...(onQuery ? { onQuery: (sql: string) => (onQuery(sql), sql) } : {}),
    migrations: {
      migrationsList: sortMigrations(migrations).map(({ name, class: migration }) => ({ name, class: migration })),
      tableName: 'migration',
      snapshot: false,
      silent: true,
      // Switching off foreign keys needs a superuser, and no migration of ours wants it.
      disableForeignKeys: false,
    },
  } satisfies Partial<Options>;
}

async function ready(
  orm: MikroORM,
  config: DatabaseConfig,
  url: string | undefined,
  closed: () => void,
): Promise<Database> {
  const connection = orm.em.getDriver().getConnection() as AbstractSqlConnection;
  try {
    await connection.execute('select 1');
    if (config.migrate === 'check') await refuseWhenBehind(orm);
    else await migrate(orm, url);
  } catch (error) {
    await orm.close(true).catch(() => undefined);
    throw asDatabaseError(error);
  }
  allowOneTransaction(connection);
  return {
    orm,
    kind: url === undefined ? 'pglite' : 'postgresql',
    url,
    fork: () => orm.em.fork({ disableContextResolution: true }) as SqlEntityManager,
    isReady: (timeout = 2_000) => answersWithin(connection, timeout),
    async close() {
      await orm.close(true);
      closed();
    },
  };
}

async function answersWithin(connection: AbstractSqlConnection, timeout: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((settle) => {
    timer = setTimeout(() => settle(false), timeout);
  });
  const answer = connection.execute('select 1').then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
