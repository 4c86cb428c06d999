import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HiddenThings, hideThings, openWorld, secretWords, type World } from './hidden-world.ts';
import { questions, screens } from './leak-questions.ts';

/** How many random questions of each sort; more when somebody has the time. */
const numRuns = Number(process.env['LEAK_RUNS'] ?? 12);
const seed = Number(process.env['SEED'] ?? Math.trunc(Math.random() * 2 ** 31));

/** People who may see nothing of what is hidden: no table, an observer, a market party, two who are excluded (one after being its lead), the other region. */
const sides = {
  West: ['reader', 'observer', 'developer', 'lead-kampen', 'lead-raalte'],
  Twente: ['reader', 'lead-hof-van-twente', 'corporation', 'secretary-twente'],
} as const;
type Side = keyof typeof sides;

const worlds = {} as Record<Side | 'plain', World>;
const hidden = {} as Record<Side, HiddenThings>;

beforeAll(async () => {
  worlds.plain = await openWorld();
  for (const side of Object.keys(sides) as Side[]) {
    worlds[side] = await openWorld();
    hidden[side] = await hideThings(worlds[side], side);
  }
  await worlds.plain.app.platform.streams.drain();
});
afterAll(async () => {
  for (const { app } of Object.values(worlds)) await app.close();
});

/** An answer without what may differ from one loading to another: ids. */
const alike = (answer: unknown) =>
  JSON.stringify(answer).replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '…');

async function ask(world: World, who: string, query: string, variables: Record<string, unknown> = {}) {
  const { status, data, errors } = await (await world.people.as(who)).answer(query, variables);
  return JSON.parse(alike({ status, data, errors })) as unknown;
}

describe.each(Object.keys(sides) as Side[])('What is hidden from people in %s', (side) => {
  it.each(Object.entries(questions))('changes no answer about %s', async (_about, question) => {
    let answered = 0;
    const property = fc.asyncProperty(fc.constantFrom(...sides[side]), question, async (who, { query, variables }) => {
      const without = await ask(worlds.plain, who, query, variables);
      answered += JSON.stringify(without).length > 200 ? 1 : 0;
      expect(await ask(worlds[side], who, query, variables)).toEqual(without);
    });
    // A dozen questions may all be about nothing; then others are asked, so that silence is never taken for secrecy.
    for (let round = 0; round < 8 && answered === 0; round += 1)
      await fc.assert(property, { numRuns, seed: seed + round });
    expect(answered, 'answers that say something').toBeGreaterThan(0);
  });

  it.each(Object.entries(screens))('changes nothing on their own screen of %s', async (_screen, query) => {
    for (const who of sides[side])
      expect(await ask(worlds[side], who, query), who).toEqual(await ask(worlds.plain, who, query));
  });

  it('is not there by its id, its number or its address', async () => {
    const { ids, numbers, slugs } = hidden[side];
    for (const who of sides[side]) {
      const client = await worlds[side].people.as(who);
      for (const id of ids)
        expect(
          (await client.run('query ($id: ID!) { node(id: $id) { id __typename } }', { id })).node,
          `${who} ${id}`,
        ).toBeNull();
      for (const number of numbers)
        expect(
          (await client.run('query ($number: String!) { bottleneck(number: $number) { id } }', { number })).bottleneck,
          who,
        ).toBeNull();
      for (const slug of slugs)
        expect(
          (await client.run('query ($slug: String!) { note(slug: $slug) { id } }', { slug })).note,
          who,
        ).toBeNull();
    }
    expect(ids.length).toBeGreaterThan(20);
    expect(slugs.length).toBeGreaterThan(2);
  });

  it('is seen by those who may: the questions are about it', async () => {
    const who = side === 'West' ? 'secretary-west' : 'chair-west';
    for (const query of [
      screens['home'] ?? '',
      '{ bottlenecks { totalCount homesWaiting } }',
      '{ search(query: "zwanezangkwestie") { totalCount } }',
    ])
      expect(await ask(worlds[side], who, query), query).not.toEqual(await ask(worlds.plain, who, query));
  });

  it('stands in none of all that they can read', async () => {
    const everything = [
      '{ bottlenecks(first: 100) { edges { node { title description ask nextStep timeline(first: 50) { edges { node { remark changes { before after } } } } } } } }',
      '{ notes(first: 100) { edges { node { title summary applications { conditions } timeline(first: 50) { edges { node { remark changes { before after } } } } } } } }',
      ...Object.values(screens),
    ];
    for (const who of sides[side])
      for (const query of everything)
        expect(alike(await ask(worlds[side], who, query)), who).not.toMatch(new RegExp(secretWords.join('|'), 'i'));
  });
});
