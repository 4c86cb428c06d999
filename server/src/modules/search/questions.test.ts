import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestApp } from '../../../testing/test-app.ts';
import type { DemoRows } from './testing/demo-region.fixture.ts';
import questions from './testing/queries.json' with { type: 'json' };
import type { Asking } from './testing/search-as.ts';
import { searchDemo } from './testing/search-demo.ts';

let app: TestApp;
let rows: DemoRows;
let asking: Asking;

beforeAll(async () => {
  ({ app, rows, asking } = await searchDemo());
});
afterAll(() => app.close());

/** Whom the questions were written for; those who know both regions see all that is expected. */
const personas: Readonly<Record<string, readonly string[]>> = {
  'gemeentelijk projectleider': ['lead-deventer', 'lead-haaksbergen', 'lead-dinkelland'],
  kenniszoeker: ['policy-raalte', 'policy-ommen', 'lead-almelo'],
  'provinciaal secretaris': ['secretary-west', 'secretary-twente'],
};

const seenByPerson = new Map<string, Promise<ReadonlySet<string>>>();

function seenBy(person: string): Promise<ReadonlySet<string>> {
  const seen = seenByPerson.get(person) ?? readableBy(person);
  seenByPerson.set(person, seen);
  return seen;
}

/** The cases and notes that this person can open. */
async function readableBy(person: string): Promise<ReadonlySet<string>> {
  const client = await asking.client(person);
  const seen = new Set<string>();
  for (const [key, id] of [...rows.bottlenecks, ...rows.notes]) {
    const type = rows.notes.has(key) ? 'KnowledgeNote' : 'Bottleneck';
    const { node } = await client.run('query Seen($id: ID!) { node(id: $id) { id } }', { id: `${type}_${id}` });
    if (node) seen.add(key);
  }
  return seen;
}

describe.each(questions.queries)('$id «$query»', ({ query, mode, notes, bottlenecks, persona }) => {
  const first = mode === 'RANKED' ? 5 : 50;

  test('finds everything that is expected for who sees both regions', async () => {
    const { keys } = await asking.search('validator', query, { first });
    expect(keys).toEqual(expect.arrayContaining([...notes, ...bottlenecks]));
  });

  test.each(personas[persona] ?? [])('finds for %s what they may see of it, and nothing else', async (person) => {
    const seen = await seenBy(person);
    const answer = await asking.search(person, query, { first: 50 });
    // A note that is expected because of a case comes along with that case only.
    const seesCase = bottlenecks.some((key) => seen.has(key));
    const expected = seesCase ? [...notes, ...bottlenecks].filter((key) => seen.has(key)) : [];
    expect(answer.keys.slice(0, first)).toEqual(expect.arrayContaining(expected));
    // Registers are public; cases and notes are not.
    const guarded = answer.keys.filter((key) => rows.bottlenecks.has(key) || rows.notes.has(key));
    expect(guarded.filter((key) => !seen.has(key))).toEqual([]);
    expect(answer.total).toBe(answer.keys.length);
  });
});
