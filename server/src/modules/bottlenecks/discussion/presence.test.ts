import { afterAll, beforeAll, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import type { Following } from '../../../../testing/graph-client.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await testApp();
  cast = await bottleneckCast(app);
});
afterAll(() => app.close());

const look = (part: Part, id: string) =>
  cast
    .as(part)
    .follow('subscription ($id: ID!) { bottleneckPresence(bottleneckId: $id) { onlookers { person { name } } } }', {
      id,
    });
/** Waits until so many people look, and gives their names; lists in between are passed over. */
async function until(following: Following, count: number): Promise<string[]> {
  for (;;) {
    const { data, errors } = await following.next(15_000);
    if (errors) throw new Error(JSON.stringify(errors));
    const names = data.bottleneckPresence.onlookers.map(({ person }: { person: { name: string } }) => person.name);
    if (names.length === count) return names;
  }
}

test('who looks at a case is seen by who looks too, until they go', async () => {
  const made = await cast.bottleneck();
  const secretary = look('secretary', made.globalId);
  expect(await until(secretary, 1)).toEqual(['Sien']);
  const filer = look('filer', made.globalId);
  expect(await until(secretary, 2)).toEqual(['Sien', 'Fenna']);
  expect(await until(filer, 2)).toEqual(['Sien', 'Fenna']);
  filer.stop();
  expect(await until(secretary, 1)).toEqual(['Sien']);
  secretary.stop();
});

test('a case that one may not see is not there', async () => {
  const made = await cast.bottleneck({ confidentiality: 'CONFIDENTIAL' });
  const { errors } = await look('market', made.globalId).next();
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});
