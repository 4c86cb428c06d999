import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatabaseKind } from '../database/database.ts';
import { startNewEpoch } from './epoch.ts';
import { freshInstance, gist, newTable, newViewer, take, type Instance } from './streams.fixture.ts';

describe.each<DatabaseKind>(['postgresql', 'pglite'])('following a stream on %s', (kind) => {
  let server: Instance;
  beforeAll(async () => {
    server = await freshInstance(kind, { pollEvery: 50, limits: { replay: 30, waiting: 20 } });
  });
  afterAll(() => server.stop());

  const happenAll = async (table: ReturnType<typeof newTable>, payloads: (string | number)[]) => {
    for (const payload of payloads) await server.happen(table, payload);
  };
  const now = (table: ReturnType<typeof newTable>) => server.streams.cursorNow(server.database.fork(), table);

  test('what happens arrives in order, as it was recorded', async () => {
    const table = newTable();
    const odd = `it's "1"? \\ \u00e9 \u{1f3e0} :name $1`;
    const follower = server.streams.follow(newViewer(), table, await now(table));
    const frames = take(follower, 3);
    await happenAll(table, [1, odd, 3]);
    expect(gist(await frames)).toEqual([1, odd, 3]);
    await follower.return?.();
  });

  test('without a cursor it begins with what is new', async () => {
    const table = newTable();
    await happenAll(table, ['before']);
    const follower = server.streams.follow(newViewer(), table);
    const first = follower.next();
    await expect
      .poll(async () => (await server.happen(table, 'after'), Promise.race([first, undefined])))
      .toBeDefined();
    expect(gist([(await first).value!])).toEqual(['after']);
    await follower.return?.();
  });

  test('one who comes back gets what was missed and goes on', async () => {
    const table = newTable();
    const viewer = newViewer();
    const start = await now(table);
    await happenAll(table, [1, 2, 3, 4]);
    const first = server.streams.follow(viewer, table, start);
    const [, second] = await take(first, 2);
    await first.return?.();
    await server.happen(table, 5);
    const again = server.streams.follow(viewer, table, second!.cursor);
    const frames = take(again, 4);
    await server.happen(table, 6);
    expect(gist(await frames)).toEqual([3, 4, 5, 6]);
    await again.return?.();
  });

  test('too much missed gives one reset, and goes on from there', async () => {
    const table = newTable();
    const start = await now(table);
    await happenAll(
      table,
      Array.from({ length: 31 }, (_, index) => index),
    );
    const follower = server.streams.follow(newViewer(), table, start);
    const [reset] = await take(follower, 1);
    expect(reset).toEqual({ kind: 'RESET', cursor: expect.any(String) });
    await server.happen(table, 'later');
    expect(gist(await take(follower, 1))).toEqual(['later']);
    await follower.return?.();
    const resumed = server.streams.follow(newViewer(), table, reset!.cursor);
    expect(gist(await take(resumed, 1))).toEqual(['later']);
    await resumed.return?.();
  });

  test('a cursor that is damaged, made up or of another stream is refused', async () => {
    const table = newTable();
    const cursor = await now(table);
    const damaged = (cursor[0] === 'A' ? 'B' : 'A') + cursor.slice(1);
    for (const bad of ['', 'x', '1', damaged, cursor.slice(2), await now(newTable())]) {
      const follower = server.streams.follow(newViewer(), table, bad);
      await expect(follower.next()).rejects.toMatchObject({ code: 'BAD_CURSOR' });
      expect(await follower.next()).toEqual({ done: true, value: undefined });
    }
  });

  test('what is not there and what one may not follow look the same', async () => {
    const answers = await Promise.allSettled([
      server.streams.follow(newViewer({ mayFollow: false }), newTable()).next(),
      server.streams.follow(newViewer({ mayFollow: false }), newTable(), 'forged').next(),
      server.streams.follow(newViewer(), { ...newTable(), kind: 'unregistered' }).next(),
      server.streams.follow(newViewer(), { kind: 'table', id: `'; drop table event; --` }).next(),
    ]);
    const reasons = answers.map((answer) => answer.status === 'rejected' && (answer.reason as Error));
    expect(reasons.map((reason) => reason && { ...reason, text: reason.message })).toEqual(
      answers.map(() => ({ name: 'StreamRefused', code: 'NOT_FOUND', text: 'There is no such stream.' })),
    );
  });

  test('hidden events send nothing and cursors do not tell of them', async () => {
    const table = newTable();
    const start = await now(table);
    const viewer = newViewer({ hidden: (payload) => payload === 'secret' });
    const follower = server.streams.follow(viewer, table, start);
    await happenAll(table, ['secret', 'a', 'secret', 'secret', 'b']);
    const frames = await take(follower, 2);
    expect(gist(frames)).toEqual(['a', 'b']);
    const lengths = new Set([start, ...frames.map((frame) => frame.cursor)].map((cursor) => cursor.length));
    expect(lengths.size).toBe(1);
    const repeated = await Promise.all([now(table), now(table)]);
    expect(repeated[0]).not.toBe(repeated[1]);
    await follower.return?.();
  });

  test('visibility is asked in bulk', async () => {
    const table = newTable();
    const start = await now(table);
    await happenAll(table, [1, 2, 3, 4, 5, 6, 7, 8]);
    server.bulks.length = 0;
    const follower = server.streams.follow(newViewer(), table, start);
    await take(follower, 8);
    expect(server.bulks[0]).toBe(8);
    await follower.return?.();
  });

  test('a right that is revoked stops the very next frame', async () => {
    const table = newTable();
    const viewer = newViewer();
    const follower = server.streams.follow(viewer, table, await now(table));
    await server.happen(table, 'seen');
    expect(gist(await take(follower, 1))).toEqual(['seen']);
    const next = follower.next();
    viewer.mayFollow = false;
    await server.happen(table, 'too late');
    await expect(next).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await follower.next()).toEqual({ done: true, value: undefined });
  });

  test('a reader that does not read is cut, and resumes without loss', async () => {
    const table = newTable();
    const viewer = newViewer();
    const other = server.streams.follow(newViewer(), table, await now(table));
    const lazy = server.streams.follow(viewer, table, await now(table));
    await server.happen(table, 0);
    const [first] = await take(lazy, 1);
    for (let index = 1; index <= 21; index += 1) {
      await server.happen(table, index);
      if (index === 1) await take(other, 2);
      else await take(other, 1);
    }
    await expect(lazy.next()).rejects.toMatchObject({ code: 'SLOW_READER' });
    const back = server.streams.follow(viewer, table, first!.cursor);
    expect(gist(await take(back, 21))).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
    await Promise.all([other.return?.(), back.return?.()]);
  });

  test('a new epoch resets who follows and who comes back', async () => {
    const table = newTable();
    const old = await now(table);
    const follower = server.streams.follow(newViewer(), table, old);
    await server.happen(table, 1);
    await take(follower, 1);
    const next = take(follower, 1);
    await startNewEpoch(server.database.fork());
    expect(gist(await next)).toEqual(['RESET']);
    const returning = server.streams.follow(newViewer(), table, old);
    expect(gist(await take(returning, 1))).toEqual(['RESET']);
    await server.happen(table, 2);
    expect(gist([...(await take(follower, 1)), ...(await take(returning, 1))])).toEqual([2, 2]);
    await Promise.all([follower.return?.(), returning.return?.()]);
  });

  test('leaving ends a wait at once', async () => {
    const follower = server.streams.follow(newViewer(), newTable());
    const waiting = follower.next();
    await follower.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  test('stopping tells who follows to come back', async () => {
    const another = await freshInstance(kind);
    const table = newTable();
    const follower = another.streams.follow(
      newViewer(),
      table,
      await another.streams.cursorNow(another.database.fork(), table),
    );
    const waiting = follower.next().catch((reason: unknown) => reason);
    await another.stop();
    expect(await waiting).toMatchObject({ code: 'STOPPING' });
  });
});
