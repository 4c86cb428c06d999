import 'reflect-metadata';
import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { loadDemoRegion } from '../testing/load-demo-region.ts';
import { type ServerConfig, isPrivate } from './config.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import { modules } from './modules.ts';
import {
  type AppContext,
  type AppModule,
  type AppPlatform,
  type Viewer,
  loadViewer,
} from './modules/people/people.module.ts';
import { TextEndpoint } from './platform/collab/text-endpoint.ts';
import { TextKinds } from './platform/collab/text-kind.ts';
import { createCommandRunner } from './platform/commands/create-command-runner.ts';
import type { Database } from './platform/database/database.ts';
import { openDatabase } from './platform/database/open-database.ts';
import { DiskFileStore } from './platform/files/disk-file-store.ts';
import { registerUploads } from './platform/files/upload.ts';
import { AbilityRegistry } from './platform/graphql/ability-registry.ts';
import { buildGraphSchema } from './platform/graphql/build-schema.ts';
import { createGraphContext } from './platform/graphql/create-graph-context.ts';
import { CursorSigner } from './platform/graphql/cursor.ts';
import { loadEvents } from './platform/graphql/event.queries.ts';
import { visibleNow } from './platform/graphql/event-visibility.ts';
import { NodeRegistry } from './platform/graphql/node-registry.ts';
import { OperationGate } from './platform/graphql/operation-limits.ts';
import { GraphqlEndpoint } from './platform/http/graphql-endpoint.ts';
import { HttpRoutes } from './platform/http/http-routes.ts';
import type { RoomRoute, Routes } from './platform/http/http-server.ts';
import type { HttpSettings } from './platform/http/http-settings.ts';
import { LiveEndpoint } from './platform/http/live-endpoint.ts';
import { requestFacts } from './platform/http/request-facts.ts';
import { StaticClient } from './platform/http/static-client.ts';
import { Jobs } from './platform/jobs/jobs.ts';
import { MailComposers } from './platform/mail/mail-composers.ts';
import { registerMailJob } from './platform/mail/mail-job.ts';
import { smtpMailer } from './platform/mail/mailer.ts';
import { NoBackplane, PostgresBackplane } from './platform/presence/backplane.ts';
import { Presence } from './platform/presence/presence.ts';
import { Attempts } from './platform/sessions/attempts.ts';
import { sessionCookie } from './platform/sessions/session-cookie.ts';
import { Sessions } from './platform/sessions/sessions.ts';
import { signingKey } from './platform/sessions/signing-keys.ts';
import type { StoredEvent } from './platform/streams/event.ts';
import { LiveStreams } from './platform/streams/live-streams.ts';

/** What the surroundings hand in. */
export interface AppOptions {
  readonly config: ServerConfig;
  readonly log: Logger;
  /** The clock; a test turns it. */
  readonly now?: () => Date;
  /** A database that is open and migrated already; otherwise the one of the config is opened. */
  readonly database?: Database;
  /** Other rooms than all. */
  readonly modules?: readonly AppModule[];
  /** Loads the demo region first, unless it is there. */
  readonly demoRegion?: boolean;
  /** Does work that comes round come by itself? Default: yes; a test asks for a round when it wants one. */
  readonly jobs?: boolean;
}

/** The whole server but for its port. */
export interface App {
  readonly platform: AppPlatform;
  readonly schema: GraphQLSchema;
  readonly routes: Routes;
  /**
   * Stops in order: live connections close (their clients come back elsewhere with a cursor), `closeHttp` lets requests
   * in hand finish, then streams and the database end.
   */
  drain(closeHttp: () => Promise<void>): Promise<void>;
}

function open(config: ServerConfig): Promise<Database> {
  const place =
    config.databaseUrl === undefined
      ? { folder: config.dataDir }
      : { url: config.databaseUrl, poolSize: config.poolSize };
  return openDatabase({ ...place, migrate: config.migrate }, entitiesOf(modules), allMigrations);
}

/** The rows of these rooms, for opening a database. */
export function entitiesOf(list: readonly AppModule[]): AppModule['entities'] {
  return list.flatMap((module) => module.entities);
}

/** The composition root: everything is built here, once, and handed down. @throws what opening the database throws. */
export async function createApp(options: AppOptions): Promise<App> {
  const { config, log, now = () => new Date(), modules: rooms = modules } = options;
  const schema = buildGraphSchema(rooms);
  const database = options.database ?? (await open(config));
  const streams = new LiveStreams<Viewer>(database, { log });
  const platform: AppPlatform = {
    settings: {
      demo: config.demo,
      personasAllowed: config.demo && isPrivate(config.publicUrl),
      publicUrl: config.publicUrl,
      origin: config.publicUrl?.origin ?? `http://localhost:${config.port}`,
      uploadMegabytes: config.uploadMegabytes,
    },
    database,
    commands: createCommandRunner(database, streams, now),
    streams,
    sessions: new Sessions(database, now),
    cookie: sessionCookie(config.publicUrl?.protocol === 'https:'),
    attempts: new Attempts(now),
    nodes: new NodeRegistry<Viewer>(),
    abilities: new AbilityRegistry<Viewer>(),
    cursors: new CursorSigner(await signingKey(database, 'cursor')),
    http: new HttpRoutes(config.publicUrl),
    files: new DiskFileStore(join(config.dataDir, 'files')),
    jobs: new Jobs(log),
    presence: new Presence(database.url === undefined ? new NoBackplane() : new PostgresBackplane(database.url)),
    collab: new TextKinds<AppContext>(),
    mail: new MailComposers(config.smtpUrl !== undefined, config.mailFrom),
    log,
    now,
    loadViewer,
  };
  registerRooms(platform, rooms);
  registerMailJob(platform, config.smtpUrl === undefined ? null : smtpMailer(config.smtpUrl, config.mailFrom));
  await streams.start();
  await platform.presence.start();
  if (options.demoRegion) await loadDemoRegion({ database, streams, log, now });
  if (options.jobs ?? true) platform.jobs.start();
  return serve(platform, schema, config);
}

function registerRooms(platform: AppPlatform, rooms: readonly AppModule[]): void {
  platform.nodes.register({ type: 'Event', kind: 'event', load: loadEvents });
  for (const room of rooms) for (const node of room.nodes ?? []) platform.nodes.register(node);
  // Every node has a timeline; an event on it shows when everything it is about shows.
  const visible = (viewer: Viewer, _subject: unknown, events: readonly StoredEvent[]) =>
    visibleNow(platform, viewer, events);
  for (const kind of platform.nodes.kinds()) platform.streams.registerSubject(kind, { visible });
  registerUploads(platform);
  platform.http.registerSocket('/collab', new TextEndpoint(platform));
  for (const room of rooms) room.register?.(platform);
}

/** The room that answers a path, with who asks read for this very request. */
function roomAt(platform: AppPlatform, config: ServerConfig, path: string): RoomRoute | undefined {
  const route = platform.http.find(path);
  if (!route) return undefined;
  const { sessions, cookie } = platform;
  return {
    bodyWithin: route.bodyWithin,
    answer: (request, response) =>
      platform.http.answer(route, request, response, path, async () => {
        const facts = requestFacts(request, config.trustProxy, (value) => response.appendHeader('Set-Cookie', value));
        return createGraphContext(platform, facts, await sessions.find(cookie.read(request.headers.cookie)));
      }),
  };
}

async function serve(platform: AppPlatform, schema: GraphQLSchema, config: ServerConfig): Promise<App> {
  const settings: HttpSettings = {
    publicUrl: config.publicUrl,
    trustProxy: config.trustProxy,
    introspection: config.introspection,
    maxSubscriptions: 50,
  };
  const gate = new OperationGate();
  const graphql = new GraphqlEndpoint(platform, schema, gate, settings);
  const live = new LiveEndpoint(platform, schema, gate, settings);
  const client = config.clientDir === undefined ? undefined : new StaticClient(config.clientDir);
  await client?.load();
  await graphql.start();
  return {
    platform,
    schema,
    routes: {
      graphql: (request, response) => graphql.handle(request, response),
      upgrade: (request, socket, head) => live.upgrade(request, socket, head),
      room: (path) => roomAt(platform, config, path),
      roomSocket: (request, socket, head, path) => platform.http.upgrade(request, socket, head, path),
      client: (request, response, path) => client?.handle(request, response, path) ?? Promise.resolve(false),
      isReady: async () => platform.streams.isLive() && (await platform.database.isReady()),
    },
    async drain(closeHttp) {
      await Promise.all([closeHttp(), live.stop(), platform.http.stop(), platform.jobs.stop()]);
      await graphql.stop();
      await platform.presence.stop();
      await platform.streams.stop();
      await platform.database.close();
    },
  };
}
