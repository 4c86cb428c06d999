import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestApp } from '../../../testing/test-app.ts';
import { rebuildSearch } from './search.module.ts';
import { type Asking, found, plain } from './testing/search-as.ts';
import { searchDemo } from './testing/search-demo.ts';

let app: TestApp;
let asking: Asking;

beforeAll(async () => {
  ({ app, asking } = await searchDemo());
});
afterAll(() => app.close());

const ask = (query: string, more = {}) => asking.search('validator', query, more);

describe('words', () => {
  test('the end of another word is not a find: «ster» is not minister', async () => {
    expect((await ask('ster')).keys).toEqual([]);
  });

  test('a part of a compound is: «depositie» finds stikstofdepositie', async () => {
    const { keys, hits } = await asking.search('lead-zwartewaterland', 'depositie', { first: 20 });
    const hit = hits[keys.indexOf('KP-2026-026')];
    expect(found(hit?.title ?? [])).toEqual(['Stikstofdepositieruimte']);
  });

  test('accents and capitals do not matter', async () => {
    expect((await ask('GEMEENTEGROND')).keys).toEqual((await ask('gemeentegrond')).keys);
    expect((await ask('geëscaleerd')).interpretations).toEqual([
      { from: 'geëscaleerd', to: 'geëscaleerd', kind: 'STATE' },
    ]);
    expect((await ask('geescaleerd')).keys).toEqual((await ask('geëscaleerd')).keys);
  });

  test('plurals find singulars', async () => {
    expect((await ask('corporaties')).keys).toEqual((await ask('corporatie')).keys);
  });

  test('short tokens count in capitals only', async () => {
    expect((await ask('N')).keys).toContain('N02');
    expect((await ask('n')).keys).toEqual([]);
    expect((await ask('BO')).interpretations).toEqual([{ from: 'BO', to: 'escalatie', kind: 'SYNONYM' }]);
    expect((await ask('bo')).interpretations).toEqual([]);
  });

  test('«Woo» is not the beginning of woning', async () => {
    expect((await ask('woo', { first: 20 })).keys).toEqual(['N14']);
  });

  test('a typing error is put right, with a proposal', async () => {
    const answer = await ask('soortenmangementplan');
    expect(answer.suggestion).toBe('soortenmanagementplan');
    expect(answer.keys.slice(0, 2)).toEqual((await ask('soortenmanagementplan')).keys.slice(0, 2));
    expect(answer.hits[0]?.reason).toBe('lijkt op: soortenmanagementplan');
  });

  test('numbers are found by a part', async () => {
    for (const query of ['013', 'KP-2026-013', 'kp 2026 013', 'kp-2026-013'])
      expect((await ask(query)).keys[0], query).toBe('KP-2026-013');
    for (const query of ['4923', 'ECLI:NL:RVS:2024:4923', 'rvs:2024:4923'])
      expect((await ask(query)).keys[0], query).toBe('N02');
    expect((await ask('5.129g')).keys[0]).toBe('N01');
  });
});

describe('what is meant', () => {
  test.each([
    ['bestemmingsplan', 'omgevingsplan (sinds 2024)', 'OLD_LAW'],
    ['watertoets', 'weging van het waterbelang (sinds 2024)', 'OLD_LAW'],
    ['Wnb', 'Omgevingswet (sinds 2024)', 'OLD_LAW'],
    ['LDV', 'laddertoets', 'SYNONYM'],
    ['Hasselt', 'Zwartewaterland', 'PLACE'],
    ['twente', 'Twente', 'REGION'],
    ['opgelost', 'opgelost', 'STATE'],
    ['naar Den Haag', 'bij de landelijke tafel', 'STATE'],
    ['Entschede', 'Enschede', 'SPELLING'],
  ])('%s is read as %s', async (from, to, kind) => {
    expect((await ask(from)).interpretations).toEqual([{ from, to, kind }]);
  });

  test('a supplier leads to its theme, and the theme not to the supplier', async () => {
    expect((await ask('Enexis')).keys).toEqual(expect.arrayContaining(['N07', 'KP-2026-002']));
  });

  test('a place narrows to its cases, and to what was learned there', async () => {
    const { keys, hits } = await ask('Hasselt', { kinds: ['BOTTLENECK', 'NOTE'] });
    expect(keys).toEqual(['KP-2026-013', 'N10']);
    expect(hits.map((hit) => hit.reason)).toEqual([
      'gemeente: Zwartewaterland (Hasselt)',
      'hoort bij Diffuse bodemverontreiniging maakt grondverzet onbetaalbaar',
    ]);
  });

  test('the case goes before the registers of its place, and what was learned stays in sight', async () => {
    const { keys } = await ask('Hasselt');
    expect(keys[0]).toBe('KP-2026-013');
    expect(keys.slice(0, 5)).toEqual(expect.arrayContaining(['N10', 'Gemeente Zwartewaterland']));
  });

  test('a state narrows, and leaves all others out', async () => {
    const { keys } = await ask('stikstof aangehouden', { kinds: ['BOTTLENECK'] });
    expect(keys).toEqual(['KP-2026-019']);
  });

  test('«mijn knelpunten» are those of the person', async () => {
    expect((await asking.search('lead-zwartewaterland', 'mijn knelpunten', { kinds: ['BOTTLENECK'] })).keys).toContain(
      'KP-2026-013',
    );
    expect((await ask('mijn knelpunten')).total).toBe(0);
  });

  test('a kind in words', async () => {
    const { counts } = await ask('notities over stikstof');
    expect(counts['BOTTLENECK']).toBe(0);
  });
});

describe('any text is a question', () => {
  test.each([
    '',
    ' ',
    'a',
    'de het een',
    `a & b | !c <-> d:* ('`,
    `'; drop table search_document; --`,
    '\u{1F6A7}\u{1F469}\u200D\u{1F4BB}',
    'مرحبا بالعالم',
    '\u202Etfos',
    '%',
    '_',
    '\\',
    'x'.repeat(2_000),
    'stikstof '.repeat(250),
    '<script>alert(1)</script>',
    '{{7*7}}',
  ])('%j is answered', async (query) => {
    const answer = await ask(query);
    expect(answer.total).toBeGreaterThanOrEqual(answer.keys.length);
  });

  test('a question of 2,000 letters of words is read in its beginning', async () => {
    expect((await ask(`stikstof ${'lorem ipsum '.repeat(170)}`)).keys).toContain('N02');
  });

  test('markup in a text comes back as text', async () => {
    const em = app.platform.database.fork();
    await em.execute(`update knowledge_note set summary = 'Een <b>vet</b> woord over xyloglyf' where slug = 'n16'`);
    await rebuildSearch(app.platform);
    const { hits } = await ask('xyloglyf');
    expect(plain(hits[0]?.snippet ?? [])).toContain('<b>vet</b>');
    expect(found(hits[0]?.snippet ?? [])).toEqual(['xyloglyf']);
  });
});

describe('pages', () => {
  test('lie behind one another without gap or double', async () => {
    const whole = await ask('plan', { first: 100 });
    const keys: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page = await ask('plan', { first: 3, after });
      keys.push(...page.keys);
      expect(page.total).toBe(whole.total);
      if (!page.hasNextPage) break;
      after = page.endCursor;
    }
    expect(keys).toEqual(whole.keys);
    expect(keys.length).toBe(whole.total);
  });

  test('a cursor of another question or person is refused', async () => {
    const { endCursor } = await ask('plan', { first: 1 });
    await expect(ask('stikstof', { after: endCursor })).rejects.toThrow('BAD_CURSOR');
    await expect(asking.search('reader', 'plan', { after: endCursor })).rejects.toThrow('BAD_CURSOR');
    await expect(ask('plan', { after: 'made up' })).rejects.toThrow('BAD_CURSOR');
  });

  test('a page that cannot be is refused', async () => {
    await expect(ask('plan', { first: 0 })).rejects.toThrow('BAD_USER_INPUT');
    await expect(ask('plan', { first: 101 })).rejects.toThrow('BAD_USER_INPUT');
  });

  test('kinds narrow the list and not the counts of each', async () => {
    const both = await ask('stikstof', { first: 50 });
    const notes = await ask('stikstof', { first: 50, kinds: ['NOTE'] });
    expect(notes.counts).toEqual(both.counts);
    expect(notes.total).toBe(both.counts['NOTE']);
    expect(notes.keys.every((key) => key.startsWith('N'))).toBe(true);
  });
});

test('the number of statements does not grow with what is found', async () => {
  await ask('stikstof', { first: 50 });
  app.takeStatements();
  await ask('stikstof', { first: 5 });
  const few = app.takeStatements().length;
  await ask('stikstof', { first: 50 });
  expect(app.takeStatements().length).toBe(few);
});

test('a text with NUL is refused before it is a question, in words', async () => {
  await expect(ask('\u0000')).rejects.toThrow('niet te bewaren');
});

test('nobody searches without a session', async () => {
  const { graphClient } = await import('../../../testing/graph-client.ts');
  const stranger = await graphClient(app, null);
  const { errors } = await stranger.answer('{ search(query: "stikstof") { totalCount } }');
  expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
});
