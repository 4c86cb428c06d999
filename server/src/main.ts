import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type App, createApp } from './app.ts';
import { BadSetting, type ServerConfig, isPrivate, readConfig } from './config.ts';
import { DatabaseUnavailable, FolderInUse, MigrationsPending } from './platform/database/database-error.ts';
import { HttpServer } from './platform/http/http-server.ts';
import { createLogger } from './platform/logging/logger.ts';

/** Milliseconds that requests in hand get when the server stops; the rest is for the database. */
const drainWithin = 8_000;
const stopWithin = 10_000;

/** Ends the process with a sentence for people and no stack. */
function giveUp(...lines: string[]): never {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** The built client lies beside the server, from its sources and from its build. */
function findClient(): string | undefined {
  const places = ['../../client/dist', '../../../client/dist'].map((place) =>
    fileURLToPath(new URL(place, import.meta.url)),
  );
  return places.find((place) => existsSync(`${place}/index.html`));
}

function configOrGiveUp(): ServerConfig {
  try {
    const config = readConfig(process.env);
    const clientDir = config.clientDir ?? findClient();
    return { ...config, clientDir };
  } catch (error) {
    if (error instanceof BadSetting) return giveUp(error.message);
    throw error;
  }
}

async function bindOrGiveUp(http: HttpServer, { host, port }: ServerConfig): Promise<number> {
  try {
    return await http.listen(host, port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      return giveUp(
        `Poort ${port} is al in gebruik. Stop het andere programma, of kies een andere poort, bijvoorbeeld PORT=${port + 1}.`,
        `Port ${port} is taken. Stop the other program, or choose another port, for example PORT=${port + 1}.`,
      );
    }
    return giveUp(
      `Op ${host}:${port} kan de server niet luisteren (${code}). Kies een andere HOST of PORT.`,
      `The server cannot listen on ${host}:${port} (${code}). Choose another HOST or PORT.`,
    );
  }
}

/** What goes wrong in opening, as a sentence in two languages with the remedy. */
function explain(error: unknown): string[] | undefined {
  if (error instanceof FolderInUse)
    return [
      `De gegevensmap is al in gebruik door een ander proces. Stop dat, of kies een andere DATA_DIR.`,
      error.message,
    ];
  if (error instanceof DatabaseUnavailable)
    return [
      'De database is niet bereikbaar. Controleer DATABASE_URL en of PostgreSQL draait.',
      'The database cannot be reached. Check DATABASE_URL and whether PostgreSQL runs.',
    ];
  if (error instanceof MigrationsPending)
    return ['De database loopt achter op deze versie. Start met MIGRATE=auto.', error.message];
  return undefined;
}

async function openOrGiveUp(config: ServerConfig, log: ReturnType<typeof createLogger>): Promise<App> {
  try {
    return await createApp({ config, log, demoRegion: config.demo });
  } catch (error) {
    const lines = explain(error);
    if (lines) return giveUp(...lines);
    throw error;
  }
}

/** Stops once, in order: no new requests, those in hand finish, sockets close, the database closes last. */
function stopper(http: HttpServer, app: App, log: ReturnType<typeof createLogger>): (exitCode: number) => void {
  let stopping = false;
  return (exitCode) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(exitCode), stopWithin).unref();
    app
      .drain(() => http.close(drainWithin))
      .catch((error: unknown) => log.error({ err: error }, 'Stopping went wrong'))
      .finally(() => process.exit(exitCode));
  };
}

/** npm does not pass SIGTERM on: when our parent is gone we are an orphan, and nobody would ever end us. */
function watchParent(stop: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 500).unref();
}

async function main(): Promise<void> {
  const config = configOrGiveUp();
  const log = createLogger(config.logLevel);
  const http = new HttpServer(config.publicUrl?.protocol === 'https:', log);
  const port = await bindOrGiveUp(http, config);
  const app = await openOrGiveUp(config, log);
  http.serve(app.routes);
  const stop = stopper(http, app, log);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'An error nobody caught; stopping');
    stop(1);
  });
  if (config.watchParent) watchParent(() => stop(0));
  if (config.demo && !isPrivate(config.publicUrl))
    log.warn('DEMO is set at a public PUBLIC_URL: nobody can sign in as a persona.');
  const host = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(config.host) ? 'localhost' : config.host;
  process.stdout.write(`Versnellingstafel: ${config.publicUrl?.href ?? `http://${host}:${port}/`}\n`);
}

await main();
