import type { GraphAnswer } from '@versnellingstafel/server/testing/graph-client';
import { type TestApp, testApp } from '@versnellingstafel/server/testing/test-app';
import { messages } from '@versnellingstafel/shared/errors/messages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givesAway } from './attacker.ts';
import { DemoPeople, tableId } from './demo-people.ts';
import type { MutationCase } from './mutation-case.ts';
import { demoNow, mutationCases } from './mutation-cases.ts';
import { mutationsOf, operationOf } from './mutation-operation.ts';
import { changedTables, rowHashes } from './row-hashes.ts';
import { type WrongInput, wrongInputs } from './wrong-inputs.ts';

interface Told {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

let app: TestApp;
let people: DemoPeople;
let cases: readonly MutationCase[];

beforeAll(async () => {
  app = await testApp({ demoRegion: true, now: demoNow });
  people = new DemoPeople(app);
  cases = await mutationCases(app);
});
afterAll(() => app.close());

/** What the answer tells is wrong, whether by an error or by problems. */
function toldBy(answer: GraphAnswer, mutation: string): Told[] {
  if (answer.errors.length > 0) {
    return answer.errors.map(({ message, extensions }) => ({
      message,
      code: String(extensions['reason'] ?? extensions.code),
      path: (extensions['path'] ?? []) as string[],
    }));
  }
  const { problems = [], refused = [] } = answer.data?.[mutation] ?? {};
  // A change of many says of each case why it stays as it is.
  const each = (refused as { code: string; reason: string }[]).map(({ code, reason }) => ({ code, message: reason }));
  return [
    ...(problems as Told[]),
    ...each.map((one) => ({ ...one, path: ['bottlenecks', 'expectedVersion', 'change'] })),
  ];
}

/** What is missing in the way an answer refuses; nothing when it is as people need it. */
function flaws(answer: GraphAnswer, told: readonly Told[], wrong: WrongInput): string[] {
  const found: string[] = [];
  if (![200, 400].includes(answer.status)) found.push(`status ${answer.status}`);
  if (told.length === 0) found.push('was taken');
  const names = wrong.path.filter((step) => !/^\d+$/.test(step)).slice(-2);
  if (told.length > 0 && !told.some(({ path }) => names.some((name) => path.includes(name))))
    found.push(`names not the field, but ${JSON.stringify(told.map(({ path }) => path))}`);
  for (const { code, message } of told) {
    if (!Object.hasOwn(messages, code) || code === 'INTERNAL') found.push(`code ${code}`);
    if (/[a-z][A-Z]|\$|\{|undefined/.test(message)) found.push(`says «${message}»`);
  }
  if (givesAway(JSON.stringify(answer.errors))) found.push('gives away the inside');
  return found;
}

describe('Every mutation', () => {
  it('has a case here', () => {
    const known = new Set(cases.map(({ mutation }) => mutation));
    expect(
      mutationsOf(app.app.schema)
        .map(({ name }) => name)
        .filter((name) => !known.has(name)),
    ).toEqual([]);
  });

  it('refuses what is wrong with a code, the field and the remedy, in two languages, and changes nothing', async () => {
    const failed: string[] = [];
    let count = 0;
    for (const one of cases) {
      const mutation = mutationsOf(app.app.schema).find(({ name }) => name === one.mutation);
      if (!mutation) throw new Error(`${one.mutation} is not in the schema.`);
      const client = await people.as(one.by);
      const query = operationOf(mutation);
      const before = await rowHashes(app);
      for (const wrong of wrongInputs(mutation, await one.variables())) {
        count += 1;
        // An answer that is kept, of a change of many that was refused case by case, is no answer to the next one.
        if (!wrong.path.includes('idempotencyKey') && 'idempotencyKey' in wrong.variables)
          wrong.variables['idempotencyKey'] = crypto.randomUUID();
        const dutch = await client.answer(query, wrong.variables);
        const english = await client.answer(query, wrong.variables, { 'accept-language': 'en-GB, nl;q=0.5' });
        const told = toldBy(dutch, mutation.name);
        const said = toldBy(english, mutation.name);
        const flawed = [...flaws(dutch, told, wrong), ...flaws(english, said, wrong)];
        if (
          JSON.stringify(told.map(({ code, path }) => [code, path])) !==
          JSON.stringify(said.map(({ code, path }) => [code, path]))
        )
          flawed.push('is something else in English');
        else if (told.some(({ message }, index) => message === said[index]?.message))
          flawed.push(`has one language: «${told[0]?.message}»`);
        if (flawed.length > 0) failed.push(`${mutation.name}: ${wrong.what}: ${[...new Set(flawed)].join('; ')}`);
      }
      const mayRemember = mutation.name === 'changeBottlenecks' ? ['idempotency_key'] : [];
      const changed = changedTables(before, await rowHashes(app)).filter((table) => !mayRemember.includes(table));
      failed.push(...changed.map((table) => `${mutation.name} changes rows of ${table}`));
      // Only now: a case that would be refused anyway proves nothing.
      const right = await client.answer(query, await one.variables());
      const refused = toldBy(right, mutation.name);
      if (refused.length > 0) failed.push(`${mutation.name} as it should be: ${JSON.stringify(refused)}`);
    }
    expect(failed).toEqual([]);
    expect(count).toBeGreaterThan(700);
    // Some thousand requests, one after the other: a minute, and more where the machine does other things.
  }, 400_000);

  it('plans no meeting so far ahead that its dates cannot be written', async () => {
    const client = await people.as('chair-west');
    const plan = mutationsOf(app.app.schema).find(({ name }) => name === 'planMeeting');
    if (!plan) throw new Error('planMeeting is not in the schema.');
    for (const year of ['9999', '2126']) {
      const input = {
        tableId: tableId('west'),
        startsAt: `${year}-12-31T12:30:00Z`,
        endsAt: `${year}-12-31T15:00:00Z`,
        location: 'Stadhuis',
      };
      const answer = await client.answer(operationOf(plan), { input });
      expect(toldBy(answer, 'planMeeting')).toMatchObject([{ code: 'DATE_TOO_FAR', path: ['input', 'startsAt'] }]);
    }
  });
});
