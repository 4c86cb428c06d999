import { once } from 'node:events';
import { Factories, type Made, type MadePerson } from '@versnellingstafel/server/testing/factories';
import { type GraphClient, graphClient } from '@versnellingstafel/server/testing/graph-client';
import { type TestApp, testApp } from '@versnellingstafel/server/testing/test-app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';

interface Message {
  readonly id?: string;
  readonly type: string;
  readonly payload?: { readonly extensions: { readonly code: string } }[];
}

const follow =
  'subscription ($id: ID!, $after: String) { tableEvents(tableId: $id, after: $after) { ... on StreamChange { event { type } } } }';

describe('over WebSocket', () => {
  let app: TestApp;
  let make: Factories;
  let table: Made;
  let member: MadePerson;
  let client: GraphClient;
  const open: WebSocket[] = [];

  beforeAll(async () => {
    app = await testApp();
    make = new Factories(app);
    table = await make.table();
    member = await make.member(table, 'SECRETARY');
    client = await graphClient(app, member);
  });
  afterAll(async () => {
    for (const socket of open) socket.terminate();
    await app.close();
  });

  function connect(cookie: string, headers: Record<string, string> = {}, protocol = 'graphql-transport-ws'): WebSocket {
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, protocol, {
      headers: { ...(cookie && { cookie }), ...headers },
    });
    socket.on('error', () => undefined);
    open.push(socket);
    return socket;
  }

  async function connected(
    cookie: string,
  ): Promise<{ socket: WebSocket; say(message: object): void; hear(type: string): Promise<Message> }> {
    const socket = connect(cookie);
    const heard: Message[] = [];
    socket.on('message', (data) => heard.push(JSON.parse(String(data)) as Message));
    const hear = async (type: string): Promise<Message> => {
      for (;;) {
        const at = heard.findIndex((message) => message.type === type);
        if (at >= 0) return heard.splice(at, 1)[0]!;
        await once(socket, 'message');
      }
    };
    await once(socket, 'open');
    const say = (message: object) => socket.send(JSON.stringify(message));
    say({ type: 'connection_init' });
    await hear('connection_ack');
    return { socket, say, hear };
  }

  const closing = async (socket: WebSocket): Promise<number> => ((await once(socket, 'close')) as [number])[0];
  const subscribe = (id: string, query = follow, variables: object = { id: `AccelerationTable_${table.id}` }) => ({
    id,
    type: 'subscribe',
    payload: { query, variables },
  });

  it('answers a foreign origin with 403 before there is a socket', async () => {
    const socket = connect(client.cookie, { origin: 'https://evil.example' });
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
    expect(response.statusCode).toBe(403);
    for (const origin of ['null', 'not a url', `${app.url}.evil.example`]) {
      const [, refused] = (await once(connect(client.cookie, { origin }), 'unexpected-response')) as [
        unknown,
        { statusCode: number },
      ];
      expect(refused.statusCode, origin).toBe(403);
    }
  });

  it('closes with 4401 who subscribes before saying hello, or has no session', async () => {
    const early = connect(client.cookie);
    await once(early, 'open');
    early.send(JSON.stringify(subscribe('1')));
    expect(await closing(early)).toBe(4401);
    const stranger = connect('');
    await once(stranger, 'open');
    stranger.send(JSON.stringify({ type: 'connection_init' }));
    expect(await closing(stranger)).toBe(4401);
  });

  it('does not wait for a hello that never comes', { timeout: 15_000 }, async () => {
    const silent = connect(client.cookie);
    expect(await closing(silent)).toBe(4408);
  });

  it('caps the subscriptions of one socket', async () => {
    const { say, hear, socket } = await connected(client.cookie);
    for (let index = 0; index < 1_000; index++) say(subscribe(String(index)));
    const refused = await hear('error');
    expect(refused.payload?.[0]?.extensions.code).toBe('TOO_MANY_SUBSCRIPTIONS');
    expect(Number(refused.id)).toBe(50);
    socket.terminate();
  });

  it('closes with 1009 who sends too much at once', async () => {
    const { socket } = await connected(client.cookie);
    socket.send('x'.repeat(1_000_000));
    expect(await closing(socket)).toBe(1009);
  });

  it('closes within a second when the session ends, here or elsewhere', async () => {
    const one = await graphClient(app, member);
    const { socket } = await connected(one.cookie);
    const ended = closing(socket);
    const began = performance.now();
    await one.run('mutation { signOut { problems { code } } }');
    expect(await ended).toBe(4401);
    expect(performance.now() - began).toBeLessThan(1_000);

    const two = await graphClient(app, member);
    const other = await connected(two.cookie);
    const closed = closing(other.socket);
    const since = performance.now();
    await app.database.fork().execute('delete from session where person_id = ?', [member.id]);
    expect(await closed).toBe(4401);
    expect(performance.now() - since).toBeLessThan(1_000);
    client = await graphClient(app, member);
  });

  it('has the limits of HTTP, and runs subscriptions only', async () => {
    const { say, hear, socket } = await connected(client.cookie);
    const attacks: [string, string, object][] = [
      [`subscription { tableEvents(tableId: "x") { ${'__typename '.repeat(5_000)} } }`, 'OPERATION_TOO_LARGE', {}],
      [
        'subscription { tableEvents(tableId: "x") { ...A } } fragment A on StreamChange { ...A }',
        'GRAPHQL_VALIDATION_FAILED',
        {},
      ],
      ['subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED', {}],
      ['subscription {', 'GRAPHQL_PARSE_FAILED', {}],
      [follow, 'BAD_USER_INPUT', { id: 'a\0' }],
      ['mutation { markVisit { problems { code } } }', 'BAD_REQUEST', {}],
      ['{ viewer { locale } }', 'BAD_REQUEST', {}],
    ];
    for (const [query, code, variables] of attacks) {
      say(subscribe(query.slice(0, 20), query, variables));
      expect((await hear('error')).payload?.[0]?.extensions.code, query.slice(0, 60)).toBe(code);
    }
    socket.terminate();
  });

  it('answers a cursor of another table, or one made up, like an absent table or with BAD_CURSOR', async () => {
    const other = await make.table();
    const outsider = await graphClient(app, await make.member(other, 'CHAIR'));
    const { tableCursor } = await client.run('query ($id: ID!) { tableCursor(tableId: $id) }', {
      id: `AccelerationTable_${table.id}`,
    });
    const codeOf = async (who: GraphClient, made: Made, after: string) => {
      const following = who.follow(follow, { id: `AccelerationTable_${made.id}`, after });
      const answer = await following.next();
      return answer.errors?.[0]?.extensions.code;
    };
    expect(await codeOf(outsider, table, tableCursor)).toBe('NOT_FOUND');
    expect(await codeOf(client, table, 'made-up')).toBe('BAD_CURSOR');
    expect(await codeOf(outsider, other, tableCursor)).toBe('BAD_CURSOR');
    await outsider.disconnect();
    await client.disconnect();
  });

  it('survives messages of nonsense', async () => {
    for (const nonsense of [
      '',
      '{',
      '[]',
      '{"type":"subscribe"}',
      '{"type":"nothing"}',
      '\0',
      JSON.stringify({ type: 'connection_init', payload: [] }),
    ]) {
      const { socket } = await connected(client.cookie);
      socket.send(nonsense);
      expect(await closing(socket)).toBeGreaterThanOrEqual(4000);
    }
    expect(await client.run('{ viewer { demo } }')).toEqual({ viewer: { demo: true } });
  });
});
