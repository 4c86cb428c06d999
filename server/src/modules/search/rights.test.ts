import { searchKinds } from '@versnellingstafel/shared/search/limits';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestApp } from '../../../testing/test-app.ts';
import { rebuildSearch } from './search.module.ts';
import type { DemoRows } from './testing/demo-region.fixture.ts';
import { type Answer, type Asking, plain } from './testing/search-as.ts';
import { searchDemo } from './testing/search-demo.ts';

let app: TestApp;
let rows: DemoRows;
let asking: Asking;

/** Words that stand in one confidential case of Staphorst (KP-2026-012) and nowhere else. */
const secret = 'zwanezangkwestie';

beforeAll(async () => {
  ({ app, rows, asking } = await searchDemo(async (started) =>
    started.platform.database
      .fork()
      .execute(
        `update bottleneck set description = description || ' De ${secret} speelt.' where number = 'KP-2026-012'`,
      ),
  ));
});
afterAll(() => app.close());

const withoutCursor = (answer: Answer) => ({ ...answer, endCursor: null });
const caseId = () => rows.bottlenecks.get('KP-2026-012') ?? '';
const personId = (person: string) => rows.people.get(person) ?? '';
const run = (sql: string, params: unknown[]) => app.platform.database.fork().execute(sql, params);

const similarTo = async (person: string, text: string) => {
  const client = await asking.client(person);
  const { similar } = await client.run(
    'query Similar($text: String!) { similar(text: $text) { themeCode bottlenecks { bottleneck { number } snippet { text } } notes { note { slug } } } }',
    { text },
  );
  return similar as { themeCode: string | null; bottlenecks: { bottleneck: { number: string } }[]; notes: unknown[] };
};

describe('a confidential case', () => {
  test.each(['lead-staphorst', 'secretary-west', 'chair-west'])('is found by %s', async (person) => {
    expect((await asking.search(person, secret)).keys).toContain('KP-2026-012');
    expect((await asking.search(person, 'sleutelperceel')).keys).toContain('KP-2026-012');
  });

  // A market party, an observer, another region, no table at all.
  describe.each(['developer', 'observer', 'lead-almelo', 'reader'])('does not exist for %s', (person) => {
    test('in results, counts, snippets and reasons', async () => {
      const answer = await asking.search(person, secret);
      expect(answer).toEqual({ ...(await asking.search(person, 'qwertyuiopkwestie')), interpretations: [] });
      expect(answer.total).toBe(0);
      expect(answer.counts).toEqual(Object.fromEntries(searchKinds.map((kind) => [kind, 0])));
    });

    test('in a suggestion', async () => {
      expect((await asking.search('secretary-west', 'zwanezankwestie')).suggestion).toBe(secret);
      expect((await asking.search(person, 'zwanezankwestie')).suggestion).toBeNull();
      expect((await asking.search(person, 'zwanezangkwesti')).total).toBe(0);
      expect((await asking.search(person, 'zangkwestie')).total).toBe(0);
    });

    test('by its number, its place, or through the note that is linked to it', async () => {
      for (const query of [
        'KP-2026-012',
        'Staphorst',
        'Rouveen',
        'voorkeursrecht',
        'Gemeentegrond uitgeven na Didam',
      ]) {
        const answer = await asking.search(person, query, { first: 50 });
        expect(answer.keys, query).not.toContain('KP-2026-012');
        expect(JSON.stringify(answer), query).not.toMatch(/sleutelperceel/i);
        expect(answer.total, query).toBe(answer.keys.length);
      }
    });

    test('among look-alikes', async () => {
      const similar = await similarTo(person, 'Grondeigenaar houdt sleutelperceel vast in afwachting van hogere prijs');
      expect(similar.bottlenecks.map(({ bottleneck }) => bottleneck.number)).not.toContain('KP-2026-012');
      expect(await similarTo(person, secret)).toEqual({ themeCode: null, bottlenecks: [], notes: [] });
    });

    test('as a change in what else is found', async () => {
      const queries = ['grond', 'hogere prijs', 'eigenaar', 'vast in afwachting', 'stikstof'];
      const before = await Promise.all(queries.map((query) => asking.search(person, query, { first: 50 })));
      await run(`delete from search_document where target_id = ?`, [caseId()]);
      const after = await Promise.all(queries.map((query) => asking.search(person, query, { first: 50 })));
      await rebuildSearch(app.platform);
      expect(before.map(withoutCursor)).toEqual(after.map(withoutCursor));
    });
  });

  test('shows to whom it is shared with, until that is taken back', async () => {
    await run(`insert into bottleneck_grant (bottleneck_id, person_id, kind) values (?, ?, 'SHARED')`, [
      caseId(),
      personId('reader'),
    ]);
    expect((await asking.search('reader', secret)).keys).toContain('KP-2026-012');
    await run(`delete from bottleneck_grant where bottleneck_id = ? and person_id = ?`, [caseId(), personId('reader')]);
    expect((await asking.search('reader', secret)).keys).toEqual([]);
  });

  test('is gone for somebody who is excluded, whatever their seat', async () => {
    await run(`insert into bottleneck_grant (bottleneck_id, person_id, kind) values (?, ?, 'EXCLUDED')`, [
      caseId(),
      personId('chair-west'),
    ]);
    expect((await asking.search('chair-west', secret)).total).toBe(0);
    await run(`delete from bottleneck_grant where bottleneck_id = ? and person_id = ?`, [
      caseId(),
      personId('chair-west'),
    ]);
  });
});

test('a draft is found by its filer alone', async () => {
  const find = async (person: string) => (await asking.search(person, 'Stikstofdepositieruimte')).keys;
  expect(await find('lead-zwartewaterland')).toContain('KP-2026-026');
  for (const person of ['secretary-west', 'validator', 'reader'])
    expect(await find(person)).not.toContain('KP-2026-026');
});

test('a reader without a table finds what is public', async () => {
  const { keys } = await asking.search('reader', 'netcongestie', { first: 50 });
  expect(keys).toContain('KP-2025-031');
  expect(keys).not.toContain('KP-2026-002');
});

test('a case that was closed to the viewer between index and question does not show: rights are read from the rows', async () => {
  await run(`update bottleneck set confidentiality = 'CONFIDENTIAL' where number = 'KP-2025-031'`, []);
  const answer = await asking.search('reader', 'transformatorstation', { first: 50 });
  expect(answer.keys).not.toContain('KP-2025-031');
  expect(answer.hits.map((hit) => plain(hit.title)).join()).not.toContain('transformatorstation in een krap');
  await run(`update bottleneck set confidentiality = 'PUBLIC' where number = 'KP-2025-031'`, []);
});

test('a confidential note is found by its author and by validators', async () => {
  await run(`update knowledge_note set confidentiality = 'CONFIDENTIAL' where slug = 'n06'`, []);
  const find = async (person: string) => (await asking.search(person, 'soortenmanagementplan', { first: 50 })).keys;
  expect(await find('knowledge-editor')).toContain('N06');
  expect(await find('validator')).toContain('N06');
  expect(await find('lead-almelo')).not.toContain('N06');
  expect((await asking.search('reader', 'vleermuisonderzoek', { first: 50 })).keys).not.toContain('N06');
  await run(`update knowledge_note set confidentiality = 'PUBLIC' where slug = 'n06'`, []);
});
