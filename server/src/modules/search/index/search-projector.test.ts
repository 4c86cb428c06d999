import { afterAll, beforeAll, expect, test } from 'vitest';
import { Factories } from '../../../../testing/factories.ts';
import { type GraphClient, graphClient } from '../../../../testing/graph-client.ts';
import { makeNote, makeTheme } from '../../../../testing/note-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import { rebuildSearch } from '../search.module.ts';
import { indexState, isOutdated } from './rebuild-index.ts';

let app: TestApp;
let make: Factories;
let client: GraphClient;

beforeAll(async () => {
  app = await testApp();
  make = new Factories(app);
  await makeTheme(make, 'STIKSTOF');
  const table = await make.table({ region: await make.region('WEST_OVERIJSSEL') });
  client = await graphClient(app, await make.member(table, 'SECRETARY', { name: 'Roos', roles: ['KNOWLEDGE_EDITOR'] }));
});
afterAll(() => app.close());

async function titles(query: string): Promise<string[]> {
  const { search } = await client.run(
    'query S($query: String!) { search(query: $query) { edges { node { title { text } } } } }',
    { query },
  );
  return search.edges.map(({ node }: { node: { title: { text: string }[] } }) =>
    node.title.map((segment) => segment.text).join(''),
  );
}

test('a note is found once it is written, and by its new words once it is changed', async () => {
  const { writeNote } = await client.run(
    `mutation { writeNote(input: { title: "Kwikzilver in de bouwput", summary: "Wat te doen.", themeCodes: ["STIKSTOF"] }) { note { id version } problems { code } } }`,
  );
  expect(writeNote.problems).toEqual([]);
  await app.platform.streams.drain();
  expect(await titles('kwikzilver')).toEqual(['Kwikzilver in de bouwput']);

  await client.run(
    `mutation Edit($id: ID!, $version: Int!) { editNote(input: { noteId: $id, expectedVersion: $version, title: "Arsenicum in de bouwput" }) { problems { code } } }`,
    { id: writeNote.note.id, version: writeNote.note.version },
  );
  await app.platform.streams.drain();
  expect(await titles('arsenicum')).toEqual(['Arsenicum in de bouwput']);
  expect(await titles('kwikzilver')).toEqual([]);
});

test('an index that was lost is written anew, and what is gone is taken out', async () => {
  const note = await makeNote(app, make, { author: await make.person(), title: 'Molybdeen onder de fundering' });
  expect(await titles('molybdeen')).toEqual([]);
  expect(await rebuildSearch(app.platform)).toBeGreaterThanOrEqual(1);
  expect(await titles('molybdeen')).toEqual(['Molybdeen onder de fundering']);
  const em = app.platform.database.fork();
  await em.execute('delete from knowledge_note where id = ?', [note.id]);
  await rebuildSearch(app.platform);
  expect(await em.execute('select from search_document where target_id = ?', [note.id])).toEqual([]);
});

test('an index that was written by older rules is written anew in the background, and tells how far it is', async () => {
  const em = app.platform.database.fork();
  const note = await makeNote(app, make, { author: await make.person(), title: 'Beryllium in de kelder' });
  await rebuildSearch(app.platform);
  await em.execute(`update search_index set version = 0`);
  await em.execute('delete from search_document where target_id = ?', [note.id]);
  expect(await isOutdated(em)).toBe(true);
  expect(await titles('beryllium')).toEqual([]);
  await app.platform.jobs.run('search-index');
  expect(await titles('beryllium')).toEqual(['Beryllium in de kelder']);
  const { done, total, finishedAt } = await indexState(em);
  expect(done).toBe(total);
  expect(finishedAt).not.toBeNull();
  expect(await isOutdated(em)).toBe(false);
});

test('two servers that write the index anew at the same time write it once', async () => {
  const em = app.platform.database.fork();
  await em.execute(`update search_index set version = 0`);
  await Promise.all([app.platform.jobs.run('search-index'), rebuildSearch(app.platform)]);
  const { done, total } = await indexState(em);
  expect(done).toBe(total);
});

test('the progress goes from nothing to all', async () => {
  const seen: number[] = [];
  const count = await rebuildSearch(app.platform, (done) => void seen.push(done));
  expect(seen.at(-1)).toBe(count);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
});
