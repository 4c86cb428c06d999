import type { GraphAnswer, GraphClient } from '@versnellingstafel/server/testing/graph-client';
import { type TestApp, testApp } from '@versnellingstafel/server/testing/test-app';
import {
  getNamedType,
  getNullableType,
  type GraphQLArgument,
  type GraphQLField,
  isInputObjectType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givesAway } from './attacker.ts';
import { DemoPeople, personId, projectId, tableId } from './demo-people.ts';
import { demoNow } from './mutation-cases.ts';

type AnyField = GraphQLField<unknown, unknown>;

/** What no answer ever gave out as an id or a place. */
const forged = [
  '',
  'x',
  '0',
  '-1',
  'null',
  'eyJpZCI6MX0',
  'A'.repeat(70),
  `${'A'.repeat(16)}${Buffer.from('["x","y"]').toString('base64url')}`,
  `' or '1'='1`,
  '../',
  '🏘️',
  'a'.repeat(100_000),
];
/** Arguments that these fields need, beside the one that is looked at. */
const needed: Readonly<Record<string, string>> = {
  bottleneckGroups: 'groupBy: STATE',
  similar: 'text: "stikstof"',
  search: 'query: "stikstof"',
  table: 'slug: "twente"',
  bottleneck: 'number: "KP-2026-006"',
  note: 'slug: "x"',
  imports: `tableId: "${tableId('west')}"`,
};

let app: TestApp;
let people: DemoPeople;
let secretary: GraphClient;

beforeAll(async () => {
  app = await testApp({ demoRegion: true, now: demoNow });
  people = new DemoPeople(app);
  secretary = await people.as('secretary-west');
  await app.database
    .fork()
    .execute(
      `insert into bottleneck_import (id, table_id, file_name, state, started_by_id, started_at) values (gen_random_uuid(), ?, 'lijst.csv', 'READY', ?, now())`,
      [tableId('west').split('_')[1], personId('secretary-west').split('_')[1]],
    );
});
afterAll(() => app.close());

/** Something to ask of a field, whatever it gives. */
function selectionOf(field: AnyField): string {
  const type = getNamedType(field.type);
  return isLeafType(type) ? '' : '{ __typename }';
}

/** Fields with an argument of this name, on the roots and on everything that has a page of its own. */
function fieldsWith(argument: string): { owner: string; field: AnyField }[] {
  return Object.values(app.app.schema.getTypeMap())
    .filter(
      (type) => isObjectType(type) && !type.name.startsWith('__') && !['Mutation', 'Subscription'].includes(type.name),
    )
    .flatMap((type) =>
      isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ owner: type.name, field })) : [],
    )
    .filter(({ field }) => field.args.some((arg) => arg.name === argument));
}

async function idOf(type: string): Promise<string> {
  if (type === 'Project') return projectId('D13');
  if (type === 'AccelerationTable') return tableId('west');
  const west = tableId('west').split('_')[1];
  const tables: Readonly<Record<string, string>> = {
    Bottleneck: `bottleneck where number = 'KP-2026-006'`,
    Import: 'bottleneck_import limit 1',
    LegalEvent: 'legal_event limit 1',
    Pattern: 'pattern limit 1',
    Action: `action where table_id = '${west}' and not closed_part limit 1`,
    Meeting: `meeting where table_id = '${west}' and published_at is not null limit 1`,
  };
  const table = tables[type] ?? 'knowledge_note limit 1';
  const [row] = await app.database.fork().execute<{ id: string }[]>(`select id from ${table}`);
  return `${type}_${row?.id ?? ''}`;
}

/** A field as an operation by itself, with one argument of it as a variable. */
async function operationWith(owner: string, field: AnyField, arg: GraphQLArgument): Promise<string> {
  const others =
    field.name in needed && owner === 'Query' && !needed[field.name]?.startsWith(`${arg.name}:`)
      ? `${needed[field.name]}, `
      : '';
  const call = `${field.name}(${others}${arg.name}: $value) ${selectionOf(field)}`;
  const head = `query ($value: ${String(arg.type)})`;
  return owner === 'Query'
    ? `${head} { ${call} }`
    : `${head} { node(id: "${await idOf(owner)}") { ... on ${owner} { ${call} } } }`;
}

function codesOf(answer: GraphAnswer): unknown[] {
  return answer.errors.map(({ extensions }) => extensions.code);
}

describe('A forged cursor', () => {
  it('is refused by every list, in two languages', async () => {
    const lists = fieldsWith('after');
    expect(lists.map(({ owner, field }) => `${owner}.${field.name}`)).toEqual(
      expect.arrayContaining([
        'Query.bottlenecks',
        'Query.search',
        'Query.inbox',
        'Bottleneck.timeline',
        'Project.bottlenecks',
        'AccelerationTable.meetings',
      ]),
    );
    const [real] = (await secretary.run('{ people(first: 1) { edges { cursor } } }')).people.edges as {
      cursor: string;
    }[];
    const cursor = real?.cursor ?? '';
    const places = [...forged, cursor, cursor.slice(0, -1), `B${cursor.slice(1)}`, `${cursor}A`];
    const flawed: string[] = [];
    for (const { owner, field } of lists) {
      const arg = field.args.find(({ name }) => name === 'after');
      if (!arg) continue;
      const query = await operationWith(owner, field, arg);
      const own = `${owner}.${field.name}` === 'Query.people';
      for (const value of places) {
        const answer = await secretary.answer(query, { value });
        const english = await secretary.answer(query, { value }, { 'accept-language': 'en' });
        if (own && value === cursor) continue;
        if (String(codesOf(answer)) !== 'BAD_CURSOR' || answer.errors[0]?.message === english.errors[0]?.message)
          flawed.push(
            `${owner}.${field.name} ${value.slice(0, 30)}: ${answer.status} ${JSON.stringify(answer.errors)}`,
          );
      }
    }
    expect(flawed).toEqual([]);
  });

  it('is refused by every subscription', async () => {
    const subscriptions: readonly [string, Record<string, unknown>][] = [
      [
        'subscription ($after: String, $id: ID!) { tableEvents(tableId: $id, after: $after) { __typename } }',
        { id: tableId('west') },
      ],
      ['subscription ($after: String) { knowledgeEvents(after: $after) { __typename } }', {}],
      ['subscription ($after: String) { inboxEvents(after: $after) { __typename } }', {}],
      [
        'subscription ($after: String, $id: ID!) { meetingEvents(meetingId: $id, after: $after) { __typename } }',
        { id: await idOf('Meeting') },
      ],
    ];
    const resumed = Object.values(app.app.schema.getSubscriptionType()?.getFields() ?? {}).filter(({ args }) =>
      args.some(({ name }) => name === 'after'),
    );
    expect(subscriptions).toHaveLength(resumed.length);
    const { inboxCursor } = await secretary.run('{ inboxCursor }');
    const { inboxCursor: another } = await (await people.as('chair-west')).run('{ inboxCursor }');
    for (const [query, variables] of subscriptions) {
      for (const after of [...forged.slice(0, -1), another, inboxCursor.slice(0, -1), inboxCursor.toLowerCase()]) {
        const following = secretary.follow(query, { ...variables, after });
        const { errors } = await following.next();
        following.stop();
        expect(errors?.[0]?.extensions.code, `${query} ${after}`).toBe('BAD_CURSOR');
      }
    }
    for (const id of [...forged.slice(0, -1), personId('reader'), tableId('nowhere'), tableId('twente')]) {
      const { errors } = await secretary.follow(subscriptions[0]?.[0] ?? '', { id, after: null }).next();
      expect(errors?.[0]?.extensions.code, id).toBe('NOT_FOUND');
    }
    await secretary.disconnect();
  });
});

describe('A malformed id', () => {
  it('is nothing, wherever something is asked for', async () => {
    const flawed: string[] = [];
    let asked = 0;
    const ask = async (what: string, query: string, value: unknown) => {
      asked += 1;
      const answer = await secretary.answer(query, { value });
      const allowed = codesOf(answer).every((code) => code === 'NOT_FOUND' || code === 'BAD_USER_INPUT');
      if (answer.status !== 200 || !allowed || givesAway(JSON.stringify(answer.errors)))
        flawed.push(`${what}: ${answer.status} ${JSON.stringify(answer.errors)}`);
    };
    const ids = [
      ...forged,
      personId('reader'),
      projectId('D13'),
      `${personId('reader')}\u2028`,
      personId('reader').toUpperCase(),
      `Person_${'0'.repeat(8)}-0000-0000-0000-000000000000`,
    ];
    for (const field of Object.values(app.app.schema.getQueryType()?.getFields() ?? {})) {
      for (const arg of field.args) {
        const type = getNamedType(arg.type);
        const query = await operationWith('Query', field, arg);
        if (type.name === 'ID') for (const id of ids) await ask(`${field.name}.${arg.name}`, query, id);
        if (isInputObjectType(type)) {
          const inner = Object.values(type.getFields()).filter((each) => getNamedType(each.type).name === 'ID');
          for (const { name } of inner) for (const id of ids) await ask(`${field.name}.${name}`, query, { [name]: id });
        }
      }
    }
    expect(flawed).toEqual([]);
    expect(asked).toBeGreaterThan(100);
  });
});

describe('A wrong choice', () => {
  it('is named, wherever there is something to choose', async () => {
    const flawed: string[] = [];
    for (const field of Object.values(app.app.schema.getQueryType()?.getFields() ?? {})) {
      for (const arg of field.args) {
        const type = getNamedType(arg.type);
        const list = String(getNullableType(arg.type)).startsWith('[');
        const wrong = isInputObjectType(type)
          ? { role: 'CHAIR' }
          : isLeafType(type) && !['ID', 'String'].includes(type.name)
            ? list
              ? ['HIER']
              : 'HIER'
            : 3.5;
        const answer = await secretary.answer(await operationWith('Query', field, arg), { value: wrong });
        const [error] = answer.errors;
        const path = error?.extensions['path'] as string[] | undefined;
        if (answer.status !== 400 && error?.extensions.code !== 'BAD_USER_INPUT')
          flawed.push(`${field.name}.${arg.name}: ${answer.status} ${JSON.stringify(answer.errors)}`);
        else if (path?.[0] !== 'value' && path?.[0] !== arg.name)
          flawed.push(`${field.name}.${arg.name} names ${JSON.stringify(path)}`);
      }
    }
    expect(flawed).toEqual([]);
  });
});
