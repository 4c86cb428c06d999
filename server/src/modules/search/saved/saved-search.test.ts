import { afterAll, beforeAll, expect, test } from 'vitest';
import { Factories } from '../../../../testing/factories.ts';
import { type GraphClient, graphClient } from '../../../../testing/graph-client.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

let app: TestApp;
let roos: GraphClient;
let bram: GraphClient;

beforeAll(async () => {
  app = await testApp();
  const make = new Factories(app);
  roos = await graphClient(app, await make.person({ name: 'Roos' }));
  bram = await graphClient(app, await make.person({ name: 'Bram' }));
});
afterAll(() => app.close());

const list = async (client: GraphClient): Promise<{ id: string; query: string }[]> =>
  (await client.run('{ savedSearches { id query } }')).savedSearches;
const save = async (client: GraphClient, query: string) =>
  (
    await client.run(
      'mutation ($query: String!) { saveSearch(input: { query: $query }) { savedSearch { id query } problems { code path } } }',
      { query },
    )
  ).saveSearch;
const forget = async (client: GraphClient, id: string) =>
  (
    await client.run(
      'mutation ($id: ID!) { forgetSearch(input: { savedSearchId: $id }) { savedSearch { id } problems { code path } } }',
      { id },
    )
  ).forgetSearch;

test('a question is kept once, the latest first, and for its owner alone', async () => {
  await save(roos, 'stikstof thema:stikstof');
  const { savedSearch } = await save(roos, 'openstaande acties te laat');
  expect((await save(roos, ' Stikstof thema:Stikstof ')).problems).toEqual([]);
  expect((await list(roos)).map(({ query }) => query)).toEqual([
    'openstaande acties te laat',
    'stikstof thema:stikstof',
  ]);
  expect(await list(bram)).toEqual([]);
  expect(await bram.run('query ($id: ID!) { node(id: $id) { id } }', { id: savedSearch.id })).toEqual({ node: null });
  expect((await forget(bram, savedSearch.id)).problems).toEqual([
    { code: 'UNKNOWN_SAVED_SEARCH', path: ['input', 'savedSearchId'] },
  ]);
  expect((await list(roos)).map(({ id }) => id)).toContain(savedSearch.id);
});

test('it is forgotten when its owner says so', async () => {
  const { savedSearch } = await save(bram, 'bopa');
  expect((await forget(bram, savedSearch.id)).problems).toEqual([]);
  expect(await list(bram)).toEqual([]);
  expect((await forget(bram, savedSearch.id)).problems).toMatchObject([{ code: 'UNKNOWN_SAVED_SEARCH' }]);
});

test('nothing, and more than fit, are refused by field', async () => {
  expect((await save(bram, '   ')).problems).toMatchObject([{ code: 'REQUIRED', path: ['input', 'query'] }]);
  expect((await save(bram, 'x'.repeat(401))).problems).toMatchObject([{ code: 'TOO_LONG', path: ['input', 'query'] }]);
  await Promise.all(Array.from({ length: 55 }, (_, index) => save(bram, `vraag ${index}`)));
  expect(await list(bram)).toHaveLength(50);
  expect((await save(bram, 'nog een')).problems).toEqual([
    { code: 'TOO_MANY_SAVED_SEARCHES', path: ['input', 'query'] },
  ]);
});
