import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatabaseKind } from '../database/database.ts';
import type { TimelineRequest } from './stream.ts';
import { freshInstance, newTable, newViewer, type Instance, type TestViewer } from './streams.fixture.ts';

describe.each<DatabaseKind>(['postgresql', 'pglite'])('a timeline on %s', (kind) => {
  let server: Instance;
  beforeAll(async () => {
    server = await freshInstance(kind, {}, (streams) =>
      streams.registerSubject('bottleneck', {
        visible: async (viewer, _, events) =>
          new Set(events.filter((event) => !viewer.hidden(event.payload)).map((event) => event.id)),
      }),
    );
  });
  afterAll(() => server.stop());

  const newBottleneck = () => ({ ...newTable(), kind: 'bottleneck' });
  const read = (viewer: TestViewer, subject: { kind: string; id: string }, request: TimelineRequest) =>
    server.streams.timeline(server.database.fork(), viewer, subject, request);

  test('shows what concerns the subject, whatever stream it happened in, newest first, page by page', async () => {
    const subject = newBottleneck();
    const other = newBottleneck();
    for (const payload of [1, 2, 3, 4, 5])
      await server.happen(newTable(), payload, payload === 3 ? [other, subject] : [subject, subject]);
    await server.happen(newTable(), 'elsewhere', [other]);
    const first = await read(newViewer(), subject, { first: 2 });
    expect(first.entries.map((entry) => entry.event.payload)).toEqual([5, 4]);
    expect(first.hasMore).toBe(true);
    await server.happen(newTable(), 6, [subject]);
    const second = await read(newViewer(), subject, { first: 2, before: first.entries.at(-1)!.cursor });
    expect(second.entries.map((entry) => entry.event.payload)).toEqual([3, 2]);
    const third = await read(newViewer(), subject, { first: 2, before: second.endCursor! });
    expect(third).toMatchObject({
      entries: [{ event: { payload: 1, actorId: null, type: 'Happened' } }],
      hasMore: false,
    });
  });

  test('leaves out what is hidden, and can go on behind it', async () => {
    const subject = newBottleneck();
    for (let payload = 0; payload < 20; payload += 1) await server.happen(newTable(), payload, [subject]);
    const viewer = newViewer({ hidden: (payload) => Number(payload) > 0 && Number(payload) < 19 });
    const seen: unknown[] = [];
    let before: string | undefined;
    for (let more = true; more;) {
      const page = await read(viewer, subject, { first: 2, before });
      seen.push(...page.entries.map((entry) => entry.event.payload));
      before = page.endCursor ?? undefined;
      more = page.hasMore;
    }
    expect(seen).toEqual([19, 0]);
  });

  test('tells of a next page only when something on it shows, however much is hidden', async () => {
    const subject = newBottleneck();
    for (let payload = 0; payload < 60; payload += 1) await server.happen(newTable(), payload, [subject]);
    const sees = async (shown: readonly number[]) => {
      const viewer = newViewer({ hidden: (payload) => !shown.includes(Number(payload)) });
      const { entries, hasMore } = await read(viewer, subject, { first: 1 });
      return [entries.map((entry) => entry.event.payload), hasMore];
    };
    expect(await sees([])).toEqual([[], false]);
    expect(await sees([59])).toEqual([[59], false]);
    expect(await sees([59, 0])).toEqual([[59], true]);
    expect(await sees([0])).toEqual([[0], false]);
  });

  test('of something unknown, and with the cursor of something else, is refused', async () => {
    const subject = newBottleneck();
    await server.happen(newTable(), 1, [subject]);
    const { endCursor } = await read(newViewer(), subject, { first: 1 });
    await expect(read(newViewer(), newTable(), { first: 1 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(read(newViewer(), newBottleneck(), { first: 1, before: endCursor! })).rejects.toMatchObject({
      code: 'BAD_CURSOR',
    });
    const table = newTable();
    const streamCursor = await server.streams.cursorNow(server.database.fork(), table);
    await expect(read(newViewer(), subject, { first: 1, before: streamCursor })).rejects.toMatchObject({
      code: 'BAD_CURSOR',
    });
  });
});
