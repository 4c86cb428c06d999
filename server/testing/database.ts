import { inject } from 'vitest';
import { platformMigrations } from '../src/migrations/platform-migrations.ts';
import type {
  Database,
  DatabaseConfig,
  DatabaseKind,
  EntityList,
  MigrationList,
} from '../src/platform/database/database.ts';
import { openDatabase } from '../src/platform/database/open-database.ts';
import { cloneTemplate } from './clone-template.ts';

export interface TestDatabaseOptions extends Omit<DatabaseConfig, 'url' | 'folder'> {
  kind?: DatabaseKind;
  entities?: EntityList;
  /** All of them, the platform's too (which are the default). */
  migrations?: MigrationList;
  /** URL of a PostgreSQL server; by default the one that the run has started. */
  server?: string;
}

/** A migrated, empty database of its own. */
export interface TestDatabase extends Database {
  /** Another instance of the server on the same database. PostgreSQL only. */
  another(config?: DatabaseConfig): Promise<Database>;
}

/** Opens a fresh database: on PostgreSQL a copy of a template (about 40 ms), on PGlite one in memory. */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { kind = 'postgresql', entities = [], migrations = platformMigrations, server, ...config } = options;
  if (kind === 'pglite') {
    const database = await openDatabase(config, entities, migrations);
    return { ...database, another: () => Promise.reject(new Error('PGlite is one process.')) };
  }
  const url = await cloneTemplate(server ?? inject('postgresUrl'), migrations);
  const another = (more: DatabaseConfig = {}) =>
    openDatabase({ migrate: 'check', connectTimeout: 10_000, ...config, ...more, url }, entities, migrations);
  return { ...(await another()), another };
}
