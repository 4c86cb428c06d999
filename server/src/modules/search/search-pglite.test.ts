import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestApp } from '../../../testing/test-app.ts';
import questions from './testing/queries.json' with { type: 'json' };
import type { Asking } from './testing/search-as.ts';
import { searchDemo } from './testing/search-demo.ts';

let apps: readonly TestApp[] = [];
let asking: { readonly postgres: Asking; readonly pglite: Asking };

beforeAll(async () => {
  const [postgres, pglite] = [await searchDemo(), await searchDemo(undefined, 'pglite')];
  apps = [postgres.app, pglite.app];
  asking = { postgres: postgres.asking, pglite: pglite.asking };
}, 180_000);
afterAll(() => Promise.all(apps.map((app) => app.close())));

/** What a person reads of an answer. */
async function read(one: Asking, person: string, query: string) {
  const { keys, total, counts, suggestion, interpretations, hits } = await one.search(person, query, { first: 20 });
  return { keys, total, counts, suggestion, interpretations, reasons: hits.map(({ reason }) => reason) };
}

test('the embedded database gives the same answers', { timeout: 180_000 }, async () => {
  const asked = [
    ...questions.queries.map(({ query }) => query),
    'thema:stikstof',
    'soortenmangementplan',
    'Hasselt',
    'ster',
  ];
  for (const query of asked)
    for (const person of ['validator', 'lead-deventer'])
      expect(await read(asking.pglite, person, query), `${person}: ${query}`).toEqual(
        await read(asking.postgres, person, query),
      );
});
