import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestApp } from '../../../../testing/test-app.ts';
import type { Asking } from '../testing/search-as.ts';
import { searchDemo } from '../testing/search-demo.ts';

let app: TestApp;
let asking: Asking;

beforeAll(async () => {
  ({ app, asking } = await searchDemo());
});
afterAll(() => app.close());

const editor = 'knowledge-editor';
const others = ['lead-deventer', 'secretary-west', 'validator', 'reader', 'developer'];
const fields = 'id version terms oneWay validFrom validUntil remark theme { code } updatedBy { name }';

async function change(person: string, mutation: string, type: string, input: object) {
  const client = await asking.client(person);
  const answer = await client.run(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${type === 'SettleSearchGapInput' ? 'searchGap { id question state }' : `synonymGroup { ${fields} }`} problems { code path message } } }`,
    { input },
  );
  return answer[mutation];
}
const add = (person: string, input: object) => change(person, 'addSynonyms', 'AddSynonymsInput', input);

async function gaps(states: readonly string[] = ['OPEN']) {
  const client = await asking.client(editor);
  const { searchGaps } = await client.run(
    'query ($states: [SearchGapState!]) { searchGaps(states: $states, first: 50) { edges { node { id question kind state times firstOn lastOn } } } }',
    { states },
  );
  return searchGaps.edges.map(({ node }: { node: unknown }) => node) as {
    id: string;
    question: string;
    kind: string;
    state: string;
    times: number;
  }[];
}
async function tell(person: string, query: string): Promise<void> {
  const client = await asking.client(person);
  const { recordSearch } = await client.run(
    'mutation ($query: String!) { recordSearch(input: { query: $query }) { problems { code } } }',
    { query },
  );
  expect(recordSearch.problems).toEqual([]);
}

describe('synonyms of the province', () => {
  test('act on the next question, one-way and two-way, and no longer once they are taken away', async () => {
    expect((await asking.search('validator', 'wurmenkwekerij')).total).toBe(0);
    const { synonymGroup, problems } = await add(editor, {
      terms: ['netcongestie', 'zwabberdoos'],
      oneWay: ['wurmenkwekerij'],
      themeCode: 'NETCONGESTIE',
      remark: 'Zo heet het in Ommen.',
    });
    expect(problems).toEqual([]);
    expect(synonymGroup).toMatchObject({ theme: { code: 'NETCONGESTIE' }, version: 1 });
    const found = await asking.search('validator', 'wurmenkwekerij');
    expect(found.keys).toContain('N07');
    expect(found.interpretations).toEqual([{ from: 'wurmenkwekerij', to: 'netcongestie', kind: 'SYNONYM' }]);
    expect((await asking.search('validator', 'zwabberdoos')).keys).toContain('N07');

    const edited = await change(editor, 'editSynonyms', 'EditSynonymsInput', {
      synonymGroupId: synonymGroup.id,
      expectedVersion: 1,
      terms: ['netcongestie', 'zwabberdoos'],
    });
    expect(edited.synonymGroup).toMatchObject({ version: 2, oneWay: [], theme: null });
    expect((await asking.search('validator', 'wurmenkwekerij')).total).toBe(0);

    const stale = await change(editor, 'editSynonyms', 'EditSynonymsInput', {
      synonymGroupId: synonymGroup.id,
      expectedVersion: 1,
      terms: ['net', 'stroom'],
    });
    expect(stale.problems).toMatchObject([{ code: 'CONFLICT' }]);
    await change(editor, 'removeSynonyms', 'SynonymGroupInput', { synonymGroupId: synonymGroup.id });
    expect((await asking.search('validator', 'zwabberdoos')).keys).not.toContain('N07');
    const gone = await change(editor, 'removeSynonyms', 'SynonymGroupInput', { synonymGroupId: synonymGroup.id });
    expect(gone.problems).toMatchObject([{ code: 'UNKNOWN_SYNONYMS', path: ['input', 'synonymGroupId'] }]);
  });

  test('hold between their days alone', async () => {
    await add(editor, { terms: ['stikstof', 'zwijnxq'], validUntil: '2026-11-22' });
    await add(editor, { terms: ['stikstof', 'kraanxq'], validFrom: '2026-11-24' });
    await add(editor, { terms: ['stikstof', 'vlaaixq'], validFrom: '2026-11-23', validUntil: '2026-11-23' });
    expect((await asking.search('validator', 'zwijnxq')).total).toBe(0);
    expect((await asking.search('validator', 'kraanxq')).total).toBe(0);
    expect((await asking.search('validator', 'vlaaixq')).total).toBeGreaterThan(0);
  });

  test('that cannot be are refused by field, with what to do', async () => {
    const codes = async (input: object) =>
      (await add(editor, input)).problems.map(
        ({ code, path }: { code: string; path: string[] }) => `${path.join('.')} ${code}`,
      );
    expect(await codes({ terms: ['een'] })).toEqual(['input.terms SYNONYMS_TOO_FEW']);
    expect(await codes({ terms: [], oneWay: ['iets', 'anders'] })).toEqual(['input.terms SYNONYMS_TOO_FEW']);
    expect(await codes({ terms: ['stroom', 'Stroom'] })).toEqual(['input.terms.1 SYNONYM_TWICE']);
    expect(await codes({ terms: ['stroom', '!?'] })).toEqual(['input.terms.1 SYNONYM_WITHOUT_WORDS']);
    expect(await codes({ terms: ['stroom', 'x'] })).toEqual(['input.terms.1 TOO_SHORT']);
    expect(await codes({ terms: ['stroom', 'net'], themeCode: 'BESTAAT_NIET' })).toEqual([
      'input.themeCode UNKNOWN_THEME',
    ]);
    expect(await codes({ terms: ['stroom', 'net'], validFrom: '2026-12-01', validUntil: '2026-11-01' })).toEqual([
      'input.validUntil ENDS_BEFORE_IT_BEGINS',
    ]);
    expect(await codes({ terms: Array.from({ length: 21 }, (_, index) => `woord ${index}`) })).toEqual([
      'input.terms TOO_MANY',
    ]);
  });

  test.each(others)('are not for %s to change', async (person) => {
    await expect(add(person, { terms: ['stroom', 'net'] })).rejects.toThrow('FORBIDDEN: Dat kan een kennisredacteur');
  });
});

describe('questions that led nowhere', () => {
  test('are kept with how often, and without who asked', async () => {
    await tell('lead-deventer', 'Kwartelkwestie!');
    await tell('reader', 'kwartelkwestie');
    await tell('reader', 'stikstof');
    const kept = await gaps();
    expect(kept).toContainEqual(expect.objectContaining({ question: 'kwartelkwestie', kind: 'NO_HIT', times: 2 }));
    expect(kept).toContainEqual(expect.objectContaining({ question: 'stikstof', kind: 'NO_CLICK', times: 1 }));
    const columns: { name: string }[] = await app.platform.database
      .fork()
      .execute(`select column_name as name from information_schema.columns where table_name = 'search_gap' order by 1`);
    expect(columns.map(({ name }) => name)).toEqual([
      'first_on',
      'id',
      'kind',
      'last_on',
      'question',
      'settled_at',
      'settled_by_id',
      'state',
      'times',
    ]);
  });

  test('that could point at a person or a case, or that say nothing, are not kept', async () => {
    await app.platform.database
      .fork()
      .execute(
        `update person set fictional = false, persona_summary = null, name = 'Quinten Zwaluwstaart' where id = (select id from person order by id limit 1)`,
      );
    const before = (await gaps()).length;
    for (const query of [
      'quinten zwaluwstaart',
      'KP-2026-0133',
      'iemand@voorbeeld.nl',
      'thema:stikstof',
      '06 12345678',
      '?!',
      'x',
      'een heel lange tekst die geen vraag is '.repeat(5),
    ])
      await tell('reader', query);
    expect((await gaps()).length).toBe(before);
  });

  test('become a synonym or a note that is asked for, or need nothing', async () => {
    await tell('reader', 'blafhond');
    const gap = (await gaps()).find(({ question }) => question === 'blafhond');
    if (!gap) throw new Error('not kept');
    const settle = (state: string, person = editor) =>
      change(person, 'settleSearchGap', 'SettleSearchGapInput', { searchGapId: gap.id, state });
    expect((await settle('NOTE_ASKED')).searchGap).toMatchObject({ state: 'NOTE_ASKED' });
    const { askedNotes } = await (await asking.client('policy-raalte')).run('{ askedNotes { question } }');
    expect(askedNotes).toEqual([{ question: 'blafhond' }]);
    await settle('SYNONYM');
    expect((await gaps()).map(({ question }) => question)).not.toContain('blafhond');
    // It still leads nowhere: the synonym did not help.
    await tell('reader', 'blafhond');
    expect((await gaps()).find(({ question }) => question === 'blafhond')).toMatchObject({ state: 'OPEN', times: 2 });
    for (const person of others)
      await expect(settle('IGNORED', person)).rejects.toThrow('FORBIDDEN: Dat kan een kennisredacteur');
  });

  test.each(others)('are not for %s to read', async (person) => {
    const client = await asking.client(person);
    expect(
      await client.run(
        '{ searchGaps(states: [OPEN, NOTE_ASKED, IGNORED, SYNONYM]) { edges { node { question } } } searchIndex { done } }',
      ),
    ).toEqual({ searchGaps: { edges: [] }, searchIndex: null });
    const [gap] = await gaps();
    expect(await client.run('query ($id: ID!) { node(id: $id) { id } }', { id: gap?.id })).toEqual({ node: null });
  });
});

test('the index is written anew when a tender asks for it, and it tells how far it is', async () => {
  const ask = async (person: string) =>
    (await asking.client(person)).run(
      'mutation { rebuildSearchIndex { searchIndex { done total finishedAt } problems { code } } }',
    );
  for (const person of others) await expect(ask(person)).rejects.toThrow('FORBIDDEN: Dat kan een kennisredacteur');
  const { rebuildSearchIndex } = await ask('administrator');
  expect(rebuildSearchIndex.searchIndex).toMatchObject({ done: 0, finishedAt: null });
  await app.platform.jobs.run('search-index');
  const { searchIndex } = await (await asking.client(editor)).run('{ searchIndex { done total finishedAt } }');
  expect(searchIndex.done).toBe(searchIndex.total);
  expect(searchIndex.finishedAt).not.toBeNull();
});
