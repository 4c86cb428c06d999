import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatabaseKind } from '../database/database.ts';
import { freshInstance, newTable, type Instance } from '../streams/streams.fixture.ts';
import type { Transaction } from '../streams/transaction.ts';
import { Breach } from './breach.ts';
import { inputHash } from './input-hash.ts';
import { isRefused, Refusal } from './refusal.ts';

describe.each<DatabaseKind>(['postgresql', 'pglite'])('commands on %s', (kind) => {
  let server: Instance;
  beforeAll(async () => {
    server = await freshInstance(kind);
    await server.database.fork().execute('create table note (id uuid primary key, title text not null)');
  });
  afterAll(() => server.stop());

  const write = async (tx: Transaction, title: string) => {
    const id = tx.newId();
    await tx.em.execute('insert into note (id, title) values (?, ?)', [id, title]);
    const stream = newTable();
    tx.record({ stream, type: 'NoteWritten', subjects: [stream], payload: { id } });
    return { id };
  };
  const rowsOf = (title: string) => server.database.fork().execute('select id from note where title = ?', [title]);
  const eventsOf = (id: string) =>
    server.database.fork().execute(`select actor_id from event where payload->>'id' = ?`, [id]);

  test('keep the rows and the event together', async () => {
    const actorId = randomUUID();
    const answer = await server.commands.run('writeNote', { actorId, input: {} }, (tx) => write(tx, 'one'));
    expect(await rowsOf('one')).toEqual([answer]);
    expect(await eventsOf((answer as { id: string }).id)).toEqual([{ actor_id: actorId }]);
  });

  test('a refusal undoes everything and comes back as problems', async () => {
    const problem = { kind: 'FieldProblem', code: 'TOO_LONG', message: 'Te lang.', path: ['input', 'title'] };
    let id = '';
    const answer = await server.commands.run(
      'writeNote',
      { actorId: null, input: {}, idempotencyKey: 'refused' },
      async (tx) => {
        id = (await write(tx, 'refused')).id;
        throw new Refusal([problem]);
      },
    );
    expect(answer).toEqual({ problems: [problem] });
    expect(isRefused(answer)).toBe(true);
    expect(isRefused({ problems: [] })).toBe(false);
    expect(await rowsOf('refused')).toEqual([]);
    expect(await eventsOf(id)).toEqual([]);
    const again = await server.commands.run(
      'writeNote',
      { actorId: null, input: {}, idempotencyKey: 'refused' },
      (tx) => write(tx, 'refused'),
    );
    expect(await rowsOf('refused')).toEqual([again]);
  });

  test('a bug undoes everything and is thrown', async () => {
    const bug = server.commands.run('writeNote', { actorId: null, input: {} }, async (tx) => {
      await write(tx, 'bug');
      throw new TypeError('A bug.');
    });
    await expect(bug).rejects.toThrow(TypeError);
    expect(await rowsOf('bug')).toEqual([]);
  });

  test('the same key fifty times in parallel gives one row and fifty equal answers', async () => {
    const options = { actorId: randomUUID(), input: { title: 'many' }, idempotencyKey: 'many' };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => server.commands.run('writeNote', options, (tx) => write(tx, 'many'))),
    );
    expect(await rowsOf('many')).toHaveLength(1);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test('the same key for something else is refused; for somebody else it is another key', async () => {
    const actorId = randomUUID();
    const run = (by: string, command: string, input: unknown) =>
      server.commands.run(command, { actorId: by, input, idempotencyKey: 'reused' }, (tx) =>
        write(tx, `reused by ${by}`),
      );
    await run(actorId, 'writeNote', { title: 'a', parts: [1, { b: 2, c: 3 }] });
    await run(actorId, 'writeNote', { parts: [1, { c: 3, b: 2 }], title: 'a' });
    await expect(run(actorId, 'writeNote', { title: 'b' })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    await expect(run(actorId, 'other', { title: 'a', parts: [1, { b: 2, c: 3 }] })).rejects.toThrow(Breach);
    expect(await rowsOf(`reused by ${actorId}`)).toHaveLength(1);
    const other = randomUUID();
    await run(other, 'writeNote', { title: 'c' });
    expect(await rowsOf(`reused by ${other}`)).toHaveLength(1);
  });

  test('a command that gives nothing gives nothing again', async () => {
    const run = () =>
      server.commands.run('touch', { actorId: null, input: null, idempotencyKey: 'nothing' }, async () => undefined);
    expect([await run(), await run()]).toEqual([undefined, undefined]);
  });

  test('an event recorded after the end is a bug that shows', async () => {
    let late: Transaction | undefined;
    await server.commands.run('late', { actorId: null, input: null }, async (tx) => void (late = tx));
    expect(() => late!.record({ stream: newTable(), type: 'Late', subjects: [], payload: null })).toThrow(
      /not awaited/,
    );
  });

  test('a key that is no key is refused', async () => {
    for (const idempotencyKey of ['', 'a\u0000b', 'x'.repeat(201)]) {
      const run = server.commands.run('writeNote', { actorId: null, input: {}, idempotencyKey }, (tx) =>
        write(tx, 'no key'),
      );
      await expect(run).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });
});

describe('commands that stand in each other’s way', () => {
  test('are done again until they succeed: a deadlock is not seen', async () => {
    const server = await freshInstance('postgresql');
    await server.database.fork().execute('create table account (id int primary key, amount int not null)');
    await server.database.fork().execute('insert into account values (1, 0), (2, 0)');
    let attempts = 0;
    let holding = 0;
    let met: (() => void) | undefined;
    const bothHoldOne = new Promise<void>((proceed) => (met = proceed));
    const add = (order: [number, number]) =>
      server.commands.run('add', { actorId: null, input: null }, async (tx) => {
        attempts += 1;
        await tx.em.execute('update account set amount = amount + 1 where id = ?', [order[0]]);
        holding += 1;
        if (holding === 2) met?.();
        await bothHoldOne;
        await tx.em.execute('update account set amount = amount + 1 where id = ?', [order[1]]);
      });
    await Promise.all([add([1, 2]), add([2, 1])]);
    expect(attempts).toBeGreaterThan(2);
    expect(await server.database.fork().execute('select sum(amount)::int as sum from account')).toEqual([{ sum: 4 }]);
    await server.stop();
  });

  test('one that loses the database says that trying again makes sense', async () => {
    const server = await freshInstance('postgresql');
    const run = server.commands.run('lost', { actorId: null, input: null }, (tx) =>
      tx.em.execute('select pg_terminate_backend(pg_backend_pid())').then(() => undefined),
    );
    await expect(run).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE', retriable: true });
    await server.stop();
  });
});

test('the hash of an input does not depend on the order of its fields, and does on everything else', () => {
  expect(inputHash('c', { a: 1, b: [{ x: 1, y: 2 }] })).toBe(inputHash('c', { b: [{ y: 2, x: 1 }], a: 1 }));
  expect(inputHash('c', { a: undefined })).toBe(inputHash('c', {}));
  const others = [
    {},
    { a: 1 },
    { a: '1' },
    { a: [1] },
    { a: { b: 1 } },
    { a: null },
    [],
    null,
    JSON.parse('{"__proto__": 1}') as unknown,
  ];
  expect(new Set([...others.map((input) => inputHash('c', input)), inputHash('d', {})]).size).toBe(others.length + 1);
});
