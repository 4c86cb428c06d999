import { describe, expect, test } from 'vitest';
import type { DatabaseKind } from '../database/database.ts';
import type { StoredEvent } from './event.ts';
import type { Projector } from './stream.ts';
import { freshInstance, gist, newTable, newViewer, startInstance, take, type Instance } from './streams.fixture.ts';

const createInbox = 'create table inbox (event_id uuid not null, payload jsonb not null)';

/** Writes a row for each event, and lets a test interfere between the rows and the commit. */
function inboxProjector(
  interfere: (events: readonly StoredEvent[], tx: Parameters<Projector['project']>[0]) => Promise<void> = async () =>
    undefined,
): Projector {
  return {
    handles: ['Happened'],
    async project(tx, events) {
      for (const event of events) {
        await tx.em.execute('insert into inbox (event_id, payload) values (?, ?::jsonb)', [
          event.id,
          JSON.stringify(event.payload),
        ]);
      }
      await interfere(events, tx);
    },
  };
}

const inboxOf = async (instance: Instance) => {
  const rows = await instance.database
    .fork()
    .execute<{ payload: number; times: number }[]>(
      'select payload, count(*)::int as times from inbox group by payload order by payload',
    );
  return rows.map((row) => [row.payload, row.times]);
};
const once = (...payloads: number[]) => payloads.map((payload) => [payload, 1]);
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe.each<DatabaseKind>(['postgresql', 'pglite'])('projectors on %s', (kind) => {
  test('handle each event once, after its commit', async () => {
    const server = await freshInstance(kind, {}, (streams) => streams.registerProjector('inbox', inboxProjector()));
    await server.database.fork().execute(createInbox);
    for (const payload of numbers(5)) await server.happen(newTable(), payload);
    await server.streams.drain();
    expect(await inboxOf(server)).toEqual(once(...numbers(5)));
    expect(await server.database.fork().execute('select from projection_pending')).toEqual([]);
    await server.stop();
  });

  test('a crash between the work and its commit leaves nothing half done', async () => {
    let crashes = 2;
    const crash = async () => {
      if (crashes > 0) {
        crashes -= 1;
        throw new Error('Crashed.');
      }
    };
    const server = await freshInstance(kind, { pollEvery: 20 }, (streams) =>
      streams.registerProjector('inbox', inboxProjector(crash)),
    );
    await server.database.fork().execute(createInbox);
    await server.happen(newTable(), 1);
    await expect.poll(() => inboxOf(server), { timeout: 10_000 }).toEqual(once(1));
    expect(crashes).toBe(0);
    await server.stop();
  });

  test('an event that cannot be done does not hold up the others, and is done when it can be', async () => {
    let isBroken = true;
    const refuseTwo = async (events: readonly StoredEvent[]) => {
      if (isBroken && events.some((event) => event.payload === 2)) throw new Error('Two cannot be done.');
    };
    const server = await freshInstance(kind, { pollEvery: 20 }, (streams) =>
      streams.registerProjector('inbox', inboxProjector(refuseTwo)),
    );
    await server.database.fork().execute(createInbox);
    for (const payload of numbers(4)) await server.happen(newTable(), payload);
    await expect.poll(() => inboxOf(server), { timeout: 10_000 }).toEqual(once(0, 1, 3));
    const [waiting] = await server.database.fork().execute('select attempts, error from projection_pending');
    expect(waiting).toMatchObject({ attempts: expect.any(Number), error: 'Two cannot be done.' });
    isBroken = false;
    await expect.poll(() => inboxOf(server), { timeout: 10_000 }).toEqual(once(0, 1, 2, 3));
    await server.stop();
  });

  test('what a projector records is heard like everything else', async () => {
    const inbox = newTable();
    const server = await freshInstance(kind, {}, (streams) =>
      streams.registerProjector('forward', {
        handles: ['Happened'],
        async project(tx, events) {
          for (const event of events)
            tx.record({ stream: inbox, type: 'Forwarded', subjects: [], payload: event.payload });
        },
      }),
    );
    const follower = server.streams.follow(
      newViewer(),
      inbox,
      await server.streams.cursorNow(server.database.fork(), inbox),
    );
    const frames = take(follower, 2);
    await server.happen(newTable(), 1);
    await server.happen(newTable(), 2);
    expect(gist(await frames)).toEqual([1, 2]);
    await server.stop();
  });
});

describe('projectors of several instances on PostgreSQL', () => {
  test('share the work, each event once', async () => {
    const register = (streams: Instance['streams']) => streams.registerProjector('inbox', inboxProjector());
    const first = await freshInstance('postgresql', { pollEvery: 20 }, register);
    await first.database.fork().execute(createInbox);
    const second = await startInstance(await first.database.another(), { pollEvery: 20 }, register);
    await Promise.all(numbers(60).map((payload) => (payload % 2 ? first : second).happen(newTable(), payload)));
    await Promise.all([first.streams.drain(), second.streams.drain()]);
    expect(await inboxOf(first)).toEqual(once(...numbers(60)));
    await Promise.all([first.stop(), second.stop()]);
  });

  test('when the database drops the connection in the middle, the event is done once, later', async () => {
    let drops = 1;
    const drop = async (_: readonly StoredEvent[], tx: Parameters<Projector['project']>[0]) => {
      if (drops > 0) {
        drops -= 1;
        await tx.em.execute('select pg_terminate_backend(pg_backend_pid())');
      }
    };
    const server = await freshInstance('postgresql', { pollEvery: 20 }, (streams) =>
      streams.registerProjector('inbox', inboxProjector(drop)),
    );
    await server.database.fork().execute(createInbox);
    await server.happen(newTable(), 7);
    await expect.poll(() => inboxOf(server), { timeout: 10_000 }).toEqual(once(7));
    expect(drops).toBe(0);
    await server.stop();
  });
});
