import { randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { FolderInUse } from './database-error.ts';

const heartbeat = 2_000;
/** A lock of another machine or container counts as left behind after this long without a heartbeat. */
const silence = 15_000;

interface Owner {
  token: string;
  pid: number;
  /** When that process started: a later process may get the same pid. */
  processStart: string;
  host: string;
}

/** A folder that this process alone may use, until `release`. */
export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder, or throws `FolderInUse` at once. PGlite has no lock of its own: two processes on one
 * folder lose data without a word.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'owner.lock');
  const owner: Owner = { token: randomUUID(), pid: process.pid, processStart: startOf(process.pid), host: hostname() };
  const text = JSON.stringify(owner);
  if (!createNew(path, text)) replaceLeftBehind(folder, path, text);
  const beat = setInterval(() => touch(path), heartbeat);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      if (read(path)?.token === owner.token) rmSync(path, { force: true });
    },
  };
}

/** Two processes may find the same lock left behind: only the one that gets this second file replaces it. */
function replaceLeftBehind(folder: string, path: string, text: string): void {
  const takeover = join(folder, 'owner.takeover');
  if (!createNew(takeover, '')) {
    if (ageOf(takeover) < silence) throw inUse(folder, read(path));
    rmSync(takeover, { force: true });
    return replaceLeftBehind(folder, path, text);
  }
  try {
    const present = read(path);
    if (present && isHeld(present, path)) throw inUse(folder, present);
    writeFileSync(`${path}.new`, text);
    renameSync(`${path}.new`, path);
  } finally {
    rmSync(takeover, { force: true });
  }
}

function isHeld(owner: Owner, path: string): boolean {
  if (owner.host !== hostname()) return ageOf(path) < silence;
  return isAlive(owner.pid) && startOf(owner.pid) === owner.processStart;
}

function inUse(folder: string, owner: Owner | undefined): FolderInUse {
  const who = owner ? `process ${owner.pid} on ${owner.host}` : 'another process';
  return new FolderInUse(
    `The data folder ${folder} is in use by ${who}. Stop that server first, or start this one with another folder (DATA_DIR) or with PostgreSQL (DATABASE_URL).`,
  );
}

function createNew(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(path: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

function touch(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // The folder is gone; the database will say so better.
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function startOf(pid: number): string {
  try {
    // Field 22, counted after the name in brackets, which may itself hold spaces.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    if (process.platform === 'win32' || process.platform === 'linux') return '';
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
