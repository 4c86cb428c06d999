import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestApp } from '../../../testing/test-app.ts';
import type { DemoRows } from './testing/demo-region.fixture.ts';
import type { Asking } from './testing/search-as.ts';
import { searchDemo } from './testing/search-demo.ts';

let app: TestApp;
let rows: DemoRows;
let asking: Asking;

beforeAll(async () => {
  ({ app, rows, asking } = await searchDemo());
});
afterAll(() => app.close());

const ask = (query: string, person = 'validator') => asking.search(person, query, { first: 50 });

/** Cases in this state, as the database has them. */
async function casesIn(state: string): Promise<string[]> {
  const found: { id: string }[] = await app.platform.database
    .fork()
    .execute('select id from bottleneck where state = ?', [state]);
  const ids = new Set(found.map(({ id }) => id));
  return [...rows.bottlenecks].flatMap(([key, id]) => (ids.has(id) ? [key] : []));
}

test('a status that is typed leaves out everything else, notes too', async () => {
  const { keys, counts, interpretations } = await ask('stikstof status:opgelost');
  const resolved = await casesIn('RESOLVED');
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.filter((key) => !resolved.includes(key))).toEqual([]);
  expect(counts['NOTE']).toBe(0);
  expect(interpretations).toContainEqual({ from: 'status:opgelost', to: 'opgelost', kind: 'STATE' });
});

test('a kind that is typed leaves out the others', async () => {
  const { counts } = await ask('soort:notities stikstof');
  expect(counts['NOTE']).toBeGreaterThan(0);
  expect(counts['BOTTLENECK']).toBe(0);
});

test('filters alone are a list, and more of them leave more out', async () => {
  const zwolle = await ask('gemeente:Zwolle');
  const both = await ask('gemeente:Zwolle status:opgelost');
  expect(zwolle.keys.length).toBeGreaterThan(0);
  expect(zwolle.counts['NOTE']).toBe(0);
  expect(both.keys.filter((key) => !zwolle.keys.includes(key))).toEqual([]);
  expect(both.total).toBeLessThan(zwolle.total);
});

test('words of more than one are written between quotes', async () => {
  const { interpretations } = await ask('status:"in behandeling"');
  expect(interpretations).toEqual([{ from: 'status:"in behandeling"', to: 'in behandeling', kind: 'STATE' }]);
});

test('a filter that is not known is told, and its words are searched', async () => {
  for (const filter of ['kleur:stikstof', 'status:stikstof', 'gemeente:Twente']) {
    const { interpretations, total } = await ask(filter);
    expect(interpretations, filter).toContainEqual({ from: filter, to: '', kind: 'UNKNOWN_FILTER' });
    expect(total, filter).toBeGreaterThan(0);
  }
});

test('a ruling, a time and an address are not filters', async () => {
  for (const text of [
    'ECLI:NL:RVS:2024:4923',
    'rvs:2024:4923',
    '10:30',
    'https://voorbeeld.nl/a',
    'status:',
    ':opgelost',
  ]) {
    const { interpretations } = await ask(text);
    expect(
      interpretations.filter(({ kind }) => kind === 'UNKNOWN_FILTER'),
      text,
    ).toEqual([]);
  }
});

test('a page of unknown filters is told once each, and not all of them', async () => {
  const { interpretations } = await ask('kleur:rood kleur:rood a:b c:d e:f '.repeat(30));
  expect(interpretations.filter(({ kind }) => kind === 'UNKNOWN_FILTER').map(({ from }) => from)).toEqual([
    'kleur:rood',
    'a:b',
    'c:d',
  ]);
});

test('a filter shows nobody more than they may see', async () => {
  const all = await ask('gemeente:Zwolle');
  const other = await ask('gemeente:Zwolle', 'lead-haaksbergen');
  expect(other.total).toBe(other.keys.length);
  expect(other.total).toBeLessThan(all.total);
});

test('a theme that is typed leaves out what is about something else, of every kind', async () => {
  const { keys, counts, interpretations } = await ask('thema:stikstof');
  expect(interpretations).toEqual([{ from: 'thema:stikstof', to: 'Stikstof', kind: 'THEME' }]);
  expect(counts['BOTTLENECK']).toBeGreaterThan(0);
  expect(counts['NOTE']).toBeGreaterThan(0);
  const themed: { id: string }[] = await app.platform.database
    .fork()
    .execute(`select target_id as id from search_document where theme_codes && '{STIKSTOF}'`);
  const ids = new Set(themed.map(({ id }) => id));
  const about = [...rows.bottlenecks, ...rows.notes].flatMap(([key, id]) => (ids.has(id) ? [key] : []));
  expect(keys.filter((key) => !about.includes(key))).toEqual([]);
  const both = await ask('thema:stikstof status:opgelost');
  expect(both.counts['NOTE']).toBe(0);
  expect(both.keys.filter((key) => !about.includes(key))).toEqual([]);
});

test('two values of one name ask for either', async () => {
  const [one, other, both] = [
    await ask('gemeente:Zwolle'),
    await ask('gemeente:Deventer'),
    await ask('gemeente:Zwolle gemeente:Deventer'),
  ];
  expect(both.keys.toSorted()).toEqual([...new Set([...one.keys, ...other.keys])].toSorted());
  const closed = await ask('status:opgelost status:doorverwezen');
  const cases = [...(await casesIn('RESOLVED')), ...(await casesIn('REFERRED'))];
  expect(closed.keys.length).toBeGreaterThan(0);
  expect(closed.keys.filter((key) => !cases.includes(key))).toEqual([]);
});
