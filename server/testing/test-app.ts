import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '../src/platform/logging/logger.ts';
import { type App, createApp, entitiesOf } from '../src/app.ts';
import { type ServerConfig, readConfig } from '../src/config.ts';
import { allMigrations } from '../src/migrations/all-migrations.ts';
import { modules } from '../src/modules.ts';
import type { AppModule, AppPlatform } from '../src/modules/people/people.module.ts';
import type { DatabaseKind } from '../src/platform/database/database.ts';
import { HttpServer } from '../src/platform/http/http-server.ts';
import { type TestDatabase, testDatabase } from './database.ts';

export interface TestAppOptions {
  /** Which database; PostgreSQL unless the test is about PGlite. */
  readonly database?: DatabaseKind;
  /** The moment at which the test begins; the clock stands still until it is turned. Default: the real clock. */
  readonly now?: Date;
  readonly config?: Partial<ServerConfig>;
  /** Other rooms than all. */
  readonly modules?: readonly AppModule[];
  /** Begins with the demo region. */
  readonly demoRegion?: boolean;
  /** Another instance of the server on the database of this one: what a restart finds, or what runs beside it. */
  readonly beside?: TestApp;
}

/** The real server on an empty database of its own, listening on a free port of this machine. */
export interface TestApp {
  readonly app: App;
  readonly platform: AppPlatform;
  readonly database: TestDatabase;
  readonly port: number;
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** Where uploaded files lie, until it is closed. */
  readonly dataDir: string;
  /** SQL statements since the last call, without those of the transaction itself and of the server's own rounds; for tests that count. */
  takeStatements(): string[];
  /** Turns the clock to a moment. */
  setNow(moment: Date): void;
  close(): Promise<void>;
}

const transactional = /^(begin|commit|rollback|savepoint|release|set )/i;
/** Polling for events and looking after sessions happen at any moment. */
const rounds = /\b(stream_epoch|projection_pending|session)\b/;

/** Builds and starts the server. Close it in `afterAll`. */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const rooms = options.modules ?? modules;
  let moment = options.now;
  let statements: string[] = [];
  const onQuery = (sql: string) => void statements.push(sql);
  const database = options.beside
    ? { ...(await options.beside.database.another({ onQuery })), another: options.beside.database.another }
    : await testDatabase({
        kind: options.database ?? 'postgresql',
        entities: entitiesOf(rooms),
        migrations: allMigrations,
        onQuery,
      });
  const dataDir = await mkdtemp(join(tmpdir(), 'versnellingstafel-'));
  const config: ServerConfig = {
    ...readConfig({}),
    dataDir,
    demo: true,
    introspection: true,
    port: 0,
    ...options.config,
  };
  const log = createLogger(process.env['TEST_LOG_LEVEL'] ?? 'silent');
  const app = await createApp({
    config,
    log,
    database,
    modules: rooms,
    now: () => moment ?? new Date(),
    demoRegion: options.demoRegion ?? false,
    jobs: false,
  });
  const http = new HttpServer(config.publicUrl?.protocol === 'https:', log);
  http.serve(app.routes);
  const port = await http.listen('127.0.0.1', 0);
  return {
    app,
    platform: app.platform,
    database,
    port,
    dataDir,
    url: `http://127.0.0.1:${port}`,
    takeStatements() {
      const taken = statements.filter((sql) => !transactional.test(sql) && !rounds.test(sql));
      statements = [];
      return taken;
    },
    setNow(next) {
      moment = next;
    },
    async close() {
      await app.drain(() => http.close(500));
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
