import { randomInt } from 'node:crypto';
import { afterEach, describe, expect, inject, test } from 'vitest';
import { startPostgres } from '../../../testing/postgres.ts';
import { proveStreams } from './streams.proof.ts';
import { freshInstance, gist, newTable, newViewer, startInstance, take, type Instance } from './streams.fixture.ts';
import type { WakeUps } from './wake-ups.ts';

const never = 10 * 60_000;
const silent: WakeUps = { start: async () => undefined, announce: () => undefined, stop: async () => undefined };
const running: Instance[] = [];
const keep = <I extends Instance>(instance: I): I => (running.push(instance), instance);

afterEach(async () => {
  await Promise.all(running.splice(0).map((instance) => instance.stop()));
});

describe('delivery', () => {
  test('eight writers leave no gap and no double, in order', async () => {
    const lines: string[] = [];
    await proveStreams(inject('postgresUrl'), { eventsEach: 50, judgeSpeed: false, print: (line) => lines.push(line) });
    expect(lines).toHaveLength(1);
  });

  test('another instance hears of it by a wake-up alone', async () => {
    const first = keep(await freshInstance('postgresql', { pollEvery: never }));
    const second = keep(await startInstance(await first.database.another(), { pollEvery: never }));
    const table = newTable();
    const follower = second.streams.follow(
      newViewer(),
      table,
      await first.streams.cursorNow(first.database.fork(), table),
    );
    const frames = take(follower, 2);
    await first.happen(table, 1);
    await first.happen(table, 2);
    expect(gist(await frames)).toEqual([1, 2]);
  });

  test('with wake-ups suppressed the poll delivers within half a second', async () => {
    const server = keep(await freshInstance('postgresql', { wakeUps: silent }));
    const table = newTable();
    const follower = server.streams.follow(
      newViewer(),
      table,
      await server.streams.cursorNow(server.database.fork(), table),
    );
    const frames = take(follower, 1);
    await server.happen(newTable(), 'elsewhere');
    await server.happen(table, 1);
    const committed = performance.now();
    expect(gist(await frames)).toEqual([1]);
    expect(performance.now() - committed).toBeLessThan(1_000);
    expect(server.streams.isLive()).toBe(true);
  });

  test('the listener comes back by itself after its connection was killed', async () => {
    const first = keep(await freshInstance('postgresql', { pollEvery: never }));
    const second = keep(await startInstance(await first.database.another(), { pollEvery: never }));
    const table = newTable();
    const follower = second.streams.follow(
      newViewer(),
      table,
      await first.streams.cursorNow(first.database.fork(), table),
    );
    const frames = take(follower, 1);
    await first.database
      .fork()
      .execute(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like '%wake-ups'`,
      );
    await first.happen(table, 'meanwhile');
    expect(gist(await frames)).toEqual(['meanwhile']);
  });

  test('after PostgreSQL was killed and started again, commands, followers and projectors go on by themselves', async () => {
    const postgres = await startPostgres();
    const projected: unknown[] = [];
    const server = keep(
      await freshInstance('postgresql', { server: postgres.url }, (streams) =>
        streams.registerProjector('collect', {
          handles: ['Happened'],
          project: async (_, events) => void projected.push(...events.map((event) => event.payload)),
        }),
      ),
    );
    const table = newTable();
    const follower = server.streams.follow(
      newViewer(),
      table,
      await server.streams.cursorNow(server.database.fork(), table),
    );
    const first = take(follower, 1);
    await server.happen(table, 'before');
    await server.streams.drain();
    // A read that is under way when the database goes ends its follower; what goes on is one that waits.
    expect(gist(await first)).toEqual(['before']);
    const second = take(follower, 1);
    await postgres.crash();
    await expect(server.happen(table, 'lost')).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    await expect.poll(() => server.database.isReady()).toBe(false);
    await postgres.start();
    await expect
      .poll(
        () =>
          server.happen(table, 'after').then(
            () => 'done',
            () => 'not yet',
          ),
        { timeout: 10_000 },
      )
      .toBe('done');
    expect(gist(await second)).toEqual(['after']);
    await expect.poll(() => projected, { timeout: 10_000 }).toEqual(['before', 'after']);
    await Promise.all(running.splice(0).map((instance) => instance.stop()));
    await postgres.stop();
  });

  test('cut and resumed at random points on two instances, everything arrives exactly once', async () => {
    const seed = Number(process.env.SEED ?? randomInt(2 ** 31));
    process.stdout.write(`random disconnects: SEED=${seed}\n`);
    const random = randomFrom(seed);
    const first = keep(await freshInstance('postgresql'));
    const second = keep(await startInstance(await first.database.another()));
    const instances = [first, second];
    const table = newTable();
    const start = await first.streams.cursorNow(first.database.fork(), table);
    const each = 40;
    const viewers = [newViewer(), newViewer({ hidden: (payload) => Number(payload) % 3 === 0 })];

    const follow = async (viewer: (typeof viewers)[number]) => {
      const expected = Array.from({ length: 4 * each }, (_, index) => index).filter(
        (index) => !viewer.hidden(index),
      ).length;
      const heard: number[] = [];
      let cursor = start;
      while (heard.length < expected) {
        const follower = instances[Math.floor(random() * 2)]!.streams.follow(viewer, table, cursor);
        const turns = Math.min(1 + Math.floor(random() * 12), expected - heard.length);
        for (const frame of await take(follower, turns)) {
          if (frame.kind === 'RESET') throw new Error('Nothing here is old enough for a reset.');
          heard.push(frame.event.number);
          cursor = frame.cursor;
        }
        await follower.return?.();
      }
      return heard;
    };
    const write = async (writer: number) => {
      for (let turn = 0; turn < each; turn += 1) await instances[writer % 2]!.happen(table, writer * each + turn);
    };
    const [all, some] = await Promise.all([follow(viewers[0]!), follow(viewers[1]!), ...[0, 1, 2, 3].map(write)]);
    expect(all).toEqual(Array.from({ length: 4 * each }, (_, index) => index + 1));
    expect(some).toEqual([...new Set(some as number[])].toSorted((a, b) => a - b));
  });
});

/** Mulberry32: small, seeded, and good enough to choose moments. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
