import type { AnyEntity, Constructor, EntitySchema, MikroORM } from '@mikro-orm/core';
import type { Migration } from '@mikro-orm/migrations';
import type { SqlEntityManager } from '@mikro-orm/sql';

export type DatabaseKind = 'pglite' | 'postgresql';

/** A row type: what `defineEntity` gives, or a class made from it. */
export type EntityList = readonly (EntitySchema | Constructor<AnyEntity>)[];

/** Migration classes in the order in which they run; `name` is what the database remembers. */
export type MigrationList = readonly { name: string; class: Constructor<Migration> }[];

export interface DatabaseConfig {
  /** `postgres://…`; without it PGlite is used. */
  url?: string;
  /** Folder of PGlite; without a `url` and without a folder the database lives in memory. */
  folder?: string;
  /** Connections in the pool of PostgreSQL (default 10). */
  poolSize?: number;
  /** Milliseconds after which PostgreSQL stops a statement (default 30,000). */
  statementTimeout?: number;
  /** Milliseconds to wait for a connection (default 2,000). */
  connectTimeout?: number;
  /** `auto` (the default) migrates at start under a lock; `check` refuses to start when behind. */
  migrate?: 'auto' | 'check';
  /** Where the SQL statements go, for counting and for debugging. */
  onQuery?: (sql: string) => void;
}

/** An open database, PostgreSQL or PGlite, migrated and ready. */
export interface Database {
  readonly orm: MikroORM;
  readonly kind: DatabaseKind;
  /** The URL of PostgreSQL; undefined on PGlite. */
  readonly url: string | undefined;
  /** A fresh entity manager with an identity map of its own. */
  fork(): SqlEntityManager;
  /** Whether the database answers within `timeout` milliseconds (default 2,000). */
  isReady(timeout?: number): Promise<boolean>;
  close(): Promise<void>;
}
