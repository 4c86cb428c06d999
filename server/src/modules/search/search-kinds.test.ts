import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Part } from '../../../testing/bottleneck-cast.ts';
import { ClosedMeeting } from '../../../testing/closed-meeting.ts';
import { makeOutcome, makeRunningMeeting } from '../../../testing/minutes-factory.ts';
import { globalId } from '../../platform/graphql/global-id.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { rebuildSearch } from './search.module.ts';

let app: TestApp;
let stage: ClosedMeeting;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-12T12:30:00Z') });
  stage = await ClosedMeeting.on(app);
  await stage.play();
  await rebuildSearch(app.platform);
});
afterAll(() => app.close());

interface Found {
  readonly titles: readonly string[];
  readonly types: readonly string[];
  readonly reasons: readonly string[];
  readonly total: number;
  readonly facets: Readonly<
    Record<string, readonly { label: string; count: number; filter: string; askedBy: string[] }[]>
  >;
}

async function ask(part: Part, query: string, kinds: string[] | null = null): Promise<Found> {
  const { search } = await stage.as(part).run(
    `query ($query: String!, $kinds: [SearchKind!]) { search(query: $query, kinds: $kinds, first: 50) { totalCount
       facets { name values { label count filter askedBy } }
       edges { node { reason title { text } target { __typename } } } } }`,
    { query, kinds },
  );
  const nodes: { reason: string; title: { text: string }[]; target: { __typename: string } }[] = search.edges.map(
    ({ node }: { node: unknown }) => node,
  );
  return {
    titles: nodes.map(({ title }) => title.map(({ text }) => text).join('')),
    types: nodes.map(({ target }) => target.__typename),
    reasons: nodes.map(({ reason }) => reason),
    total: search.totalCount,
    facets: Object.fromEntries(
      search.facets.map(({ name, values }: { name: string; values: unknown }) => [name, values]),
    ),
  };
}

const others = ['market', 'observer', 'provincialChair', 'twente', 'stranger', 'reader'] as const;

describe('a decision', () => {
  test('is found by its words, its number and its item, by who may see the meeting', async () => {
    for (const query of ['ruimte Kampen', `B-${stage.meeting.id.slice(-12)}`, 'Stikstofruimte'])
      expect((await ask('market', query, ['DECISION'])).titles, query).toEqual(['De ruimte gaat naar Kampen']);
    for (const part of ['twente', 'stranger', 'reader'] as const)
      expect((await ask(part, 'ruimte Kampen', ['DECISION'])).total, part).toBe(0);
  });

  test('of a closed part, or about a case that is hidden, is found by nobody else', async () => {
    const at = { ...stage.meeting, tableId: stage.cast.west.id };
    const by = stage.cast.people.secretary;
    await makeOutcome(app, stage.cast.make, at, stage.closed, {
      by,
      number: 'B-2026-901',
      text: 'Bod op de Vlierhof',
      closedPart: true,
    });
    const hidden = await stage.cast.bottleneck({ confidentiality: 'CONFIDENTIAL' });
    const { meeting, items } = await makeRunningMeeting(app, stage.cast.make, {
      table: stage.cast.west,
      by: stage.cast.people.chair,
      items: [{ title: 'Onderwerp', bottlenecks: [hidden], went: 'FINISHED' }],
    });
    const [item] = items;
    if (!item) throw new Error('no item');
    const about = { ...meeting, tableId: stage.cast.west.id };
    await makeOutcome(app, stage.cast.make, about, item, {
      by,
      number: 'B-2026-902',
      text: 'Besproken: het Kastanjeplein',
    });
    await rebuildSearch(app.platform);
    expect((await ask('participant', 'Vlierhof', ['DECISION'])).total).toBe(1);
    expect((await ask('secretary', 'Kastanjeplein', ['DECISION'])).total).toBe(1);
    for (const part of others) expect((await ask(part, 'Vlierhof')).total, part).toBe(0);
    for (const part of ['market', 'observer', 'twente', 'stranger', 'reader'] as const)
      expect((await ask(part, 'Kastanjeplein')).total, part).toBe(0);
  });

  test('that was withdrawn is gone at once', async () => {
    const at = { ...stage.meeting, tableId: stage.cast.west.id };
    await makeOutcome(app, stage.cast.make, at, stage.open, {
      by: stage.cast.people.secretary,
      number: 'B-2026-903',
      text: 'Kwartelhof vervalt',
    });
    await rebuildSearch(app.platform);
    expect((await ask('market', 'Kwartelhof', ['DECISION'])).total).toBe(1);
    await stage
      .em()
      .execute(
        `update agenda_outcome set withdrawn_at = now(), withdrawn_by_id = recorded_by_id where number = 'B-2026-903'`,
      );
    expect((await ask('market', 'Kwartelhof', ['DECISION'])).total).toBe(0);
  });
});

describe('an action', () => {
  const add = async (what: string, dueOn: string) => {
    const { addAction } = await stage
      .as('secretary')
      .run(
        `mutation ($input: AddActionInput!) { addAction(input: $input) { action { number } problems { message } } }`,
        {
          input: {
            tableId: globalId('AccelerationTable', stage.cast.west.id),
            what,
            ownerId: globalId('Person', stage.cast.people.participant.id),
            dueOn,
          },
        },
      );
    expect(addAction.problems).toEqual([]);
    await app.platform.streams.drain();
    return addAction.action.number as string;
  };

  test('is found a moment after it was agreed, by what has to be done, who does it and its number', async () => {
    const number = await add('Trafohuisje bestellen bij de netbeheerder', '2026-11-20');
    for (const query of ['trafohuisje', 'netbeheerder bestellen', number]) {
      const { titles, types } = await ask('participant', query, ['ACTION']);
      expect(titles, query).toEqual(['Trafohuisje bestellen bij de netbeheerder']);
      expect(types).toEqual(['Action']);
    }
    for (const part of ['twente', 'stranger', 'reader'] as const)
      expect((await ask(part, 'trafohuisje')).total, part).toBe(0);
  });

  test('«openstaande acties te laat» is a list of just those', async () => {
    await add('Wacht nog', '2026-12-20');
    const late = await add('Had al gemoeten', '2026-11-13');
    await stage.em().execute(`update action set due_on = '2026-11-09' where number = ?`, [late]);
    const { titles, types } = await ask('participant', 'openstaande acties te laat');
    expect(types.filter((type) => type !== 'Action')).toEqual([]);
    expect(titles).toContain('Had al gemoeten');
    expect(titles).not.toContain('Wacht nog');
    expect((await ask('participant', 'status:"actie open" soort:acties')).titles).toEqual(
      expect.arrayContaining(['Wacht nog', 'Had al gemoeten']),
    );
  });

  test('about a closed part is found by who has to do it and by public bodies of the table', async () => {
    expect((await ask('participant', 'bod miljoen', ['ACTION'])).total).toBe(1);
    for (const part of ['observer', 'twente', 'stranger', 'reader'] as const)
      expect((await ask(part, 'bod miljoen')).total, part).toBe(0);
  });
});

test('projects and organisations are found by everybody who is signed in, with who works there', async () => {
  await stage.em().execute(
    `insert into project (id, name, plan_number, municipality_id, project_type, phase, homes, key_project, kind)
     select gen_random_uuid(), 'Ransuilkwartier', 'PL-4711-RAN', id, 'UITLEG', 'PLAN', 120, 'NO', 'DEMO_FICTIONAL' from municipality order by name limit 1`,
  );
  await rebuildSearch(app.platform);
  for (const query of ['ransuil', 'PL-4711'])
    expect((await ask('reader', query)).titles, query).toContain('Ransuilkwartier');
  const [person] = await stage
    .em()
    .execute<{ name: string; organisation: string }[]>(
      'select p.name, o.name as organisation from person p join organisation o on o.id = p.organisation_id where p.id = ?',
      [stage.cast.people.participant.id],
    );
  expect((await ask('reader', person?.name ?? '', ['ORGANISATION'])).titles).toContain(person?.organisation);
});

describe('facets', () => {
  test('count what would be found, tell how to ask for it, and hold when it is asked', async () => {
    const all = await ask('participant', 'Kampen', null);
    const tables = all.facets['TABLE'] ?? [];
    expect(tables.length).toBeGreaterThan(0);
    for (const { filter, count } of Object.values(all.facets).flat()) {
      const narrowed = await ask('participant', `Kampen ${filter}`);
      expect(narrowed.total, filter).toBe(count);
      expect(
        Object.values(narrowed.facets)
          .flat()
          .find((value) => value.filter === filter)?.askedBy,
        filter,
      ).toEqual([filter]);
    }
  });

  test('of another value of the same name are still offered when one is asked for', async () => {
    const [year] = (await ask('participant', 'Kampen')).facets['YEAR'] ?? [];
    const asked = await ask('participant', `Kampen ${year?.filter} tafel:"tafel west"`);
    expect(asked.facets['YEAR']?.find((value) => value.askedBy.length > 0)?.label).toBe(year?.label);
  });

  test('tell nobody of what they may not see', async () => {
    expect(Object.values((await ask('stranger', 'Streekhof')).facets)).toEqual([]);
    expect(
      Object.values((await ask('reader', 'Kampen gaat ruimte', ['DECISION', 'MINUTES', 'ACTION'])).facets),
    ).toEqual([]);
  });
});
