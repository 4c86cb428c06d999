import { Factories } from '@versnellingstafel/server/testing/factories';
import { type GraphClient, graphClient } from '@versnellingstafel/server/testing/graph-client';
import { type TestApp, testApp } from '@versnellingstafel/server/testing/test-app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givesAway, operation, send } from './attacker.ts';

/** Generous, for machines that do other things too; the bar of 100 ms is judged by the full run. */
const soon = 1_500;
const repeat = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');

const deepObject = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

const attacks: Readonly<Record<string, { body: string; code: string }>> = {
  'nests 50 levels': {
    body: operation(`{ tables { edges { node { ${'parent { '.repeat(50)}id${' }'.repeat(50)} } } } }`),
    code: 'OPERATION_TOO_LARGE',
  },
  'nests 20,000 levels': {
    body: operation(`{ tables { edges { node { ${'parent { '.repeat(20_000)}id${' }'.repeat(20_000)} } } } }`),
    code: 'OPERATION_TOO_LARGE',
  },
  'has 1,000 aliases': {
    body: operation(`{ ${repeat(1_000, (index) => `a${index}: regions { id }`)} }`),
    code: 'OPERATION_TOO_LARGE',
  },
  'has 10,000 overlapping fields': {
    body: operation(`{ regions { ${repeat(10_000, () => 'id')} } }`),
    code: 'OPERATION_TOO_LARGE',
  },
  'has 5,000 overlapping fields': {
    body: operation(`{ regions { ${repeat(5_000, () => 'id')} } }`),
    code: 'OPERATION_TOO_LARGE',
  },
  'has 100,000 tokens': {
    body: operation(`{ ${repeat(100_000, (index) => `f${index}`)} }`),
    code: 'OPERATION_TOO_LARGE',
  },
  'has 5,000 directives': {
    body: operation(`{ regions { id ${repeat(2_000, () => '@skip(if: false)')} } }`),
    code: 'OPERATION_TOO_LARGE',
  },
  'has fragments in a cycle': {
    body: operation('{ regions { ...A } } fragment A on Region { ...B } fragment B on Region { ...A }'),
    code: 'GRAPHQL_VALIDATION_FAILED',
  },
  'has a fragment bomb': {
    body: operation(
      `{ regions { ...F0 } } ${repeat(40, (index) => `fragment F${index} on Region { municipalities { region { ...F${index + 1} ...F${index + 1} } } }`)} fragment F40 on Region { id }`,
    ),
    code: 'OPERATION_TOO_LARGE',
  },
  'asks for pages in pages': {
    body: operation(
      `{ people(first: 100) { edges { node { organisation { municipality { ${'region { municipalities { '.repeat(4)}name${' } }'.repeat(4)} } } } } } }`,
    ),
    code: 'OPERATION_TOO_LARGE',
  },
  'asks for 1e9 rows': {
    body: operation('query ($first: Int) { tables(first: $first) { edges { cursor } } }', { first: 1e9 }),
    code: 'BAD_USER_INPUT',
  },
  'asks for −1 rows': { body: operation('{ tables(first: -1) { edges { cursor } } }'), code: 'BAD_USER_INPUT' },
  'asks for 0 rows': { body: operation('{ tables(first: 0) { edges { cursor } } }'), code: 'BAD_USER_INPUT' },
  'forges a cursor': { body: operation('{ tables(after: "eyJpZCI6MX0") { edges { cursor } } }'), code: 'BAD_CURSOR' },
  'forges a signed cursor': {
    body: operation(
      `{ tables(after: "${'A'.repeat(16)}${Buffer.from('[1,"x","y"]').toString('base64url')}") { edges { cursor } } }`,
    ),
    code: 'BAD_CURSOR',
  },
  'is malformed JSON': { body: '{"query": "{ viewer { locale } }"', code: 'BAD_REQUEST' },
  'is an array of 100 operations': {
    body: JSON.stringify(Array.from({ length: 100 }, () => ({ query: '{ viewer { locale } }' }))),
    code: 'BAD_REQUEST',
  },
  'is no object': { body: '"{ viewer { locale } }"', code: 'BAD_REQUEST' },
  'is empty': { body: '{}', code: 'BAD_REQUEST' },
  'has variables 10,000 deep': {
    body: `{"query":"query ($text: String) { people(text: $text) { edges { cursor } } }","variables":{"text":${deepObject(10_000)}}}`,
    code: 'BAD_USER_INPUT',
  },
  'has __proto__ in variables': {
    body: '{"query":"query ($text: String) { people(text: $text) { edges { cursor } } }","variables":{"__proto__":{"text":"x"},"text":"x"}}',
    code: 'BAD_USER_INPUT',
  },
  'has NUL in a variable': {
    body: operation('query ($text: String) { people(text: $text) { edges { cursor } } }', { text: 'a\0b' }),
    code: 'BAD_USER_INPUT',
  },
  'has half a surrogate pair': {
    body: '{"query":"query ($text: String) { people(text: $text) { edges { cursor } } }","variables":{"text":"a\\ud800b"}}',
    code: 'BAD_USER_INPUT',
  },
  'has NUL in a literal': {
    body: operation('{ people(text: "a\\u0000b") { edges { cursor } } }'),
    code: 'BAD_USER_INPUT',
  },
  'gives an object for a string': {
    body: operation('query ($text: String) { people(text: $text) { edges { cursor } } }', { text: { a: 1 } }),
    code: 'BAD_USER_INPUT',
  },
  'names no operation': {
    body: operation('query A { viewer { locale } } query B { viewer { locale } }'),
    code: 'OPERATION_RESOLUTION_FAILURE',
  },
  'asks for an unknown field': { body: operation('{ secrets { id } }'), code: 'GRAPHQL_VALIDATION_FAILED' },
  'subscribes over HTTP': { body: operation('subscription { knowledgeEvents { __typename } }'), code: 'BAD_REQUEST' },
  'sends an unknown trusted operation': {
    body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'ab' } } }),
    code: 'PERSISTED_QUERY_NOT_SUPPORTED',
  },
};

describe('an operation that', () => {
  let app: TestApp;
  let client: GraphClient;

  beforeAll(async () => {
    app = await testApp({ config: { demo: false, introspection: false } });
    client = await graphClient(app, await new Factories(app).person());
  });
  afterAll(() => app.close());

  it.each(Object.entries(attacks))('%s is refused, clearly and soon', async (_name, { body, code }) => {
    const answer = await send(app, body, { cookie: client.cookie });
    const { errors, data } = JSON.parse(answer.text) as {
      errors: { message: string; extensions: { code: string } }[];
      data?: unknown;
    };
    expect(errors[0]?.extensions.code).toBe(code);
    expect(errors[0]?.message).not.toBe('');
    expect(data ?? null).toBeNull();
    expect(givesAway(answer.text)).toBe(false);
    expect(answer.milliseconds).toBeLessThan(soon);
  });

  it('asks for the schema is refused in production', async () => {
    const answer = await client.answer('{ __schema { types { name } } }');
    expect(answer.errors[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(JSON.stringify(await client.answer('{ vieuwer { locale } }'))).not.toContain('Did you mean');
  });

  it('cannot make a failure of ours visible', async () => {
    const answer = await client.answer('query ($id: ID!) { node(id: $id) { id } }', {
      id: `Person_${'0'.repeat(8)}-0000-0000-0000-00000000000Z'; drop table person; --`,
    });
    expect(answer.data).toEqual({ node: null });
  });
});

describe('in the demo', () => {
  it('the schema can be explored', async () => {
    const app = await testApp();
    const answer = await (await graphClient(app, null)).run('{ __schema { queryType { name } } }');
    expect(answer.__schema.queryType.name).toBe('Query');
    await app.close();
  });
});
