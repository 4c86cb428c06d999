import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readSharedText } from '@versnellingstafel/server/platform/collab/read-shared-text';
import { type Cast, bottleneckCast } from '@versnellingstafel/server/testing/bottleneck-cast';
import { makeRunningMeeting } from '@versnellingstafel/server/testing/minutes-factory';
import { type TestApp, testApp } from '@versnellingstafel/server/testing/test-app';
import { type TextWriter, textWriter } from '@versnellingstafel/server/testing/text-writer';
import { afterAll, beforeAll, expect, test } from 'vitest';

const main = fileURLToPath(new URL('../../server/dist/src/main.js', import.meta.url));
const rounds = 4;
const linesBeforeKill = 25;

let app: TestApp;
let cast: Cast;
let name: string;
let folder: string;
let port: number;
let server: ChildProcess | undefined;

beforeAll(async () => {
  // This instance only sets the stage and reads the rows; people are connected to the process that is killed.
  app = await testApp();
  cast = await bottleneckCast(app);
  const { meeting, items } = await makeRunningMeeting(app, cast.make, {
    table: cast.west,
    by: cast.people.chair,
    items: [{ title: 'Opening', went: 'CURRENT' }],
  });
  name = `minutes:${meeting.id}:${items[0]?.id}`;
  folder = await mkdtemp(join(tmpdir(), 'text-kill-'));
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  port = (free.address() as { port: number }).port;
  free.close();
});
afterAll(async () => {
  server?.kill('SIGKILL');
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      DATA_DIR: folder,
      DATABASE_URL: app.database.url,
      LOG_LEVEL: 'error',
    },
    stdio: 'ignore',
  });
  server = child;
  await expect
    .poll(
      () =>
        fetch(`http://127.0.0.1:${port}/readyz`).then(
          (answer) => answer.status,
          () => 0,
        ),
      { timeout: 60_000, interval: 20 },
    )
    .toBe(200);
}

async function kill(): Promise<void> {
  const exit = server && once(server, 'exit');
  server?.kill('SIGKILL');
  await exit;
}

const kept = async () =>
  ((await readSharedText(app.platform.database.fork(), [name])).get(name) ?? []).map((block) => block.text);

/** Writes line after line, and remembers of which the server said that they are kept. */
async function write(writer: TextWriter, who: string, round: number, acknowledged: Set<string>): Promise<string[]> {
  const written: string[] = [];
  for (let line = 0; line < linesBeforeKill; line += 1) {
    const text = `${who} ${round}.${line}`;
    writer.write(text);
    written.push(text);
    const soFar = [...written];
    void writer.saved().then(
      () => soFar.forEach((one) => acknowledged.add(one)),
      () => undefined,
    );
    await pause(4);
  }
  return written;
}

test('kill -9 in the middle of typing: nothing that was called saved is missing, and nothing typed is lost', async () => {
  const acknowledged = new Set<string>();
  const written: string[] = [];
  await start();
  const address = { url: `http://127.0.0.1:${port}` };
  const sien = textWriter(address, cast.as('secretary').cookie, name);
  const piet = textWriter(address, cast.as('participant').cookie, name);
  try {
    for (let round = 0; round < rounds; round += 1) {
      await Promise.all([sien.saved(), piet.saved()]);
      const typing = Promise.all([write(sien, 'Sien', round, acknowledged), write(piet, 'Piet', round, acknowledged)]);
      const before = acknowledged.size;
      await expect.poll(() => acknowledged.size, { timeout: 30_000, interval: 1 }).toBeGreaterThan(before);
      await kill();
      const rows = await kept();
      expect([...acknowledged].filter((line) => !rows.includes(line))).toEqual([]);
      written.push(...(await typing).flat());
      await start();
    }
    await Promise.all([sien.saved(), piet.saved()]);
    await sien.until(() => sien.paragraphs().length === written.length);
    await piet.until(() => piet.paragraphs().length === written.length);
    expect((await kept()).toSorted()).toEqual(written.toSorted());
    expect(sien.paragraphs()).toEqual(piet.paragraphs());
  } finally {
    sien.stop();
    piet.stop();
  }
});

test('SIGTERM lets what is being kept be kept, and the client comes back by itself', async () => {
  if (server?.exitCode !== null) await start();
  const address = { url: `http://127.0.0.1:${port}` };
  const sien = textWriter(address, cast.as('secretary').cookie, name);
  try {
    await sien.saved();
    const before = (await kept()).length;
    for (let line = 0; line < 20; line += 1) sien.write(`laatste ${line}`);
    const exit = server && once(server, 'exit');
    server?.kill('SIGTERM');
    expect((await exit)?.[0]).toBe(0);
    expect(sien.heard.closeCodes).toContain(1001);
    await start();
    await sien.saved();
    expect(await kept()).toHaveLength(before + 20);
  } finally {
    sien.stop();
  }
});
