import { afterAll, beforeAll, expect, test } from 'vitest';
import { Factories } from '../../../testing/factories.ts';
import { graphClient, type GraphClient } from '../../../testing/graph-client.ts';
import { makeNote } from '../../../testing/note-factory.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { searchBounds } from './rank/find-candidates.ts';
import { rebuildSearch } from './search.module.ts';

let app: TestApp;
let client: GraphClient;

/** More notes than one word may bring along hold each of the two words; one holds both. */
beforeAll(async () => {
  app = await testApp();
  const make = new Factories(app);
  const author = await make.person({ name: 'Auteur' });
  const crowd = searchBounds.ofAnArm + 100;
  await app.platform.database.fork().execute(
    `insert into knowledge_note (id, slug, title, summary, valid_as_of, review_by, status, author_id, created_at, updated_at, updated_by_id)
     select gen_random_uuid(), 'note-' || n, case when n % 2 = 0 then 'Kwikzilver' else 'Arsenicum' end || ' in deel ' || n, '', '2026-01-01', '2027-01-01',
       'VALIDATED', ?, now(), now(), ? from generate_series(1, ${2 * crowd}) as n`,
    [author.id, author.id],
  );
  await makeNote(app, make, { author, title: 'Allebei', summary: 'Eerst kwikzilver en dan arsenicum.' });
  await rebuildSearch(app.platform);
  client = await graphClient(app, author);
});
afterAll(() => app.close());

const ask = async (query: string) => {
  const { search } = await client.run(
    'query S($query: String!) { search(query: $query, first: 3) { totalCount edges { node { title { text } } } } }',
    { query },
  );
  return {
    total: search.totalCount as number,
    titles: search.edges.map(({ node }: { node: { title: { text: string }[] } }) =>
      node.title.map((segment) => segment.text).join(''),
    ) as string[],
  };
};

test('what holds every word comes first, however many hold one of them', async () => {
  expect((await ask('kwikzilver arsenicum')).titles).toContain('Allebei');
});

test('a word that stands everywhere is answered with a bounded list', async () => {
  const { total } = await ask('kwikzilver');
  expect(total).toBeGreaterThanOrEqual(searchBounds.ofAnArm);
  expect(total).toBeLessThanOrEqual(searchBounds.ranked + 100);
});
