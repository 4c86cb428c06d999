import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../server/dist/src/main.js', import.meta.url));

interface Running {
  readonly child: ChildProcess;
  /** All that it has said, on both outputs. */
  said(): string;
  /** The address it prints when it is ready. */
  readonly address: Promise<string>;
  readonly exitCode: Promise<number | null>;
}

describe('the process', () => {
  let folder: string;
  const started: ChildProcess[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'process-'));
  });
  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  function start(env: Record<string, string>, through: string[] = []): Running {
    const [command = process.execPath, ...before] = through;
    const child = spawn(command, [...before, main], {
      env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: join(folder, 'data'), ...env },
    });
    started.push(child);
    let text = '';
    let ready: (address: string) => void = () => {};
    const address = new Promise<string>((resolve) => (ready = resolve));
    for (const output of [child.stdout, child.stderr]) {
      output.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        const found = /Versnellingstafel: (http:\S+)\//.exec(text)?.[1];
        if (found) ready(found);
      });
    }
    const exitCode = once(child, 'exit').then(([code]) => code as number | null);
    return { child, said: () => text, address, exitCode };
  }

  it('says in two languages which port is taken, and what to do', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const { exitCode, said } = start({ PORT: String(port) });
    expect(await exitCode).toBe(1);
    expect(said()).toContain(`Poort ${port} is al in gebruik`);
    expect(said()).toContain(`PORT=${port + 1}`);
    expect(said()).not.toMatch(/at .*\.js/);
    taken.close();
  });

  it('refuses a setting that it does not know', async () => {
    const { exitCode, said } = start({ VT_DATABASE: 'x' });
    expect(await exitCode).toBe(1);
    expect(said()).toContain('VT_DATABASE');
  });

  it('says when the database is not there', async () => {
    const { exitCode, said } = start({ DATABASE_URL: 'postgres://nobody:geheim@127.0.0.1:9/none' });
    expect(await exitCode).toBe(1);
    expect(said()).toContain('DATABASE_URL');
    expect(said()).not.toContain('geheim');
  });

  it('starts, refuses a second on its folder, and stops at SIGTERM within ten seconds', async () => {
    const running = start({});
    const address = await running.address;
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    const second = start({});
    expect(await second.exitCode).toBe(1);
    expect(second.said()).toContain('DATA_DIR');
    const began = performance.now();
    running.child.kill('SIGTERM');
    expect(await running.exitCode).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it('ends when its parent is gone', async () => {
    // A shell that starts the server and is then killed, as npm is.
    const script = `"$0" "$1" & echo "pid:$!"; wait`;
    const shell = start({ VT_PARENT_WATCH: '1' }, ['sh', '-c', script, process.execPath]);
    const address = await shell.address;
    const pid = Number(/pid:(\d+)/.exec(shell.said())?.[1]);
    shell.child.kill('SIGKILL');
    await expect.poll(() => isThere(pid), { timeout: 10_000 }).toBe(false);
    await expect(fetch(`${address}/healthz`)).rejects.toThrow('fetch failed');
  });
});

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
