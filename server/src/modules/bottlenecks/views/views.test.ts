import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

let app: TestApp;
let cast: Cast;
beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-25T10:00:00Z') });
  cast = await bottleneckCast(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.platform.database.fork().execute('truncate bottleneck, bottleneck_view cascade');
});

const shown = 'view { id name search version count table { name } owner { name } viewerCan { verb allowed reason } }';
const save = `mutation ($input: SaveBottleneckViewInput!) { saveBottleneckView(input: $input) { problems { code path } ${shown} } }`;
const edit = `mutation ($input: EditBottleneckViewInput!) { editBottleneckView(input: $input) { problems { code path } ${shown} } }`;
const remove = `mutation ($input: BottleneckViewInput!) { removeBottleneckView(input: $input) { problems { code } view { id } } }`;
const list = 'query ($tableId: ID) { bottleneckViews(tableId: $tableId) { name count } }';
const west = () => `AccelerationTable_${cast.west.id}`;
const late = { name: 'Te laat', search: 'weergave=te-laat', list: { filter: { open: true, overdue: true } } };
const saved = async (part: Part, more: object = {}) =>
  (await cast.as(part).run(save, { input: { ...late, ...more } })).saveBottleneckView;

describe('a view', () => {
  test('is kept for oneself, and counts what its reader may see', async () => {
    await cast.bottleneck({ state: 'IN_PROGRESS', dueOn: '2026-11-01' });
    await cast.bottleneck({ state: 'IN_PROGRESS', dueOn: '2026-11-01', confidentiality: 'CONFIDENTIAL' });
    const { problems, view } = await saved('participant');
    expect(problems).toEqual([]);
    expect(view).toMatchObject({ name: 'Te laat', search: 'weergave=te-laat', count: 2, table: null });
    expect((await cast.as('chair').run(list)).bottleneckViews).toEqual([]);
  });

  test('of a table is shared by who leads it, and counts for each member what they may see', async () => {
    await cast.bottleneck({ state: 'IN_PROGRESS', dueOn: '2026-11-01' });
    await cast.bottleneck({ state: 'IN_PROGRESS', dueOn: '2026-11-01', confidentiality: 'CONFIDENTIAL' });
    const { view } = await saved('secretary', { tableId: west() });
    expect(view).toMatchObject({ table: { name: 'West' }, owner: { name: 'Sien' } });
    expect((await cast.as('participant').run(list, { tableId: west() })).bottleneckViews).toEqual([
      { name: 'Te laat', count: 2 },
    ]);
    expect((await cast.as('observer').run(list, { tableId: west() })).bottleneckViews).toEqual([
      { name: 'Te laat', count: 1 },
    ]);
    for (const part of ['twente', 'reader'] as const)
      expect((await cast.as(part).run(list, { tableId: west() })).bottleneckViews, part).toEqual([]);
    const { errors } = await cast.as('participant').answer(save, { input: { ...late, tableId: west() } });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const { errors: others } = await cast
      .as('participant')
      .answer(edit, { input: { viewId: view.id, expectedVersion: 1, name: 'Van mij' } });
    expect(others).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const { editBottleneckView } = await cast
      .as('chair')
      .run(edit, { input: { viewId: view.id, expectedVersion: 1, name: 'Achterstand' } });
    expect(editBottleneckView).toMatchObject({ problems: [], view: { name: 'Achterstand', version: 2 } });
  });

  test('is refused with what is not right', async () => {
    await saved('participant');
    const codes = async (more: object) =>
      (await saved('participant', more)).problems.map(
        ({ code, path }: { code: string; path: string[] }) => `${path.at(-1)} ${code}`,
      );
    expect(await codes({ name: 'te LAAT' })).toEqual(['name VIEW_NAME_TAKEN']);
    expect(await codes({ name: ' ' })).toEqual(['name REQUIRED']);
    expect(await codes({ name: 'x'.repeat(61), search: 'x'.repeat(2_001) })).toEqual([
      'name TOO_LONG',
      'search TOO_LONG',
    ]);
    expect(await codes({ name: 'Elders', tableId: `AccelerationTable_${cast.twente.id}` })).toEqual([
      'tableId UNKNOWN_TABLE',
    ]);
    for (let index = 1; index < 30; index++) await saved('participant', { name: `Nummer ${index}` });
    expect(await codes({ name: 'Nog een' })).toEqual(['name TOO_MANY_VIEWS']);
  });

  test('goes, and one of somebody else is not there', async () => {
    const { view } = await saved('participant');
    const gone = (part: Part) => cast.as(part).run(remove, { input: { viewId: view.id } });
    expect((await gone('chair')).removeBottleneckView.problems).toMatchObject([{ code: 'UNKNOWN_VIEW' }]);
    const stale = { viewId: view.id, expectedVersion: 7, name: 'Anders' };
    expect((await cast.as('participant').run(edit, { input: stale })).editBottleneckView.problems).toMatchObject([
      { code: 'CONFLICT' },
    ]);
    expect((await gone('participant')).removeBottleneckView).toEqual({ problems: [], view: null });
    expect((await cast.as('participant').run(list)).bottleneckViews).toEqual([]);
  });
});

test('the list in groups, counted as the rows are, and its windows', async () => {
  for (const [state, dueOn] of [
    ['SUBMITTED', '2026-12-01'],
    ['IN_PROGRESS', '2026-12-02'],
    ['IN_PROGRESS', '2026-12-03'],
  ] as const)
    await cast.bottleneck({ state, dueOn, themes: [cast.theme('NETCONGESTIE')] });
  const groups = `query ($by: BottleneckGroup!) { bottleneckGroups(filter: { open: true }, groupBy: $by) { value label count homes } }`;
  const by = async (group: string) => (await cast.as('secretary').run(groups, { by: group })).bottleneckGroups;
  // One project blocks the same homes three times over, and they count once.
  expect(await by('STATE')).toEqual([
    { value: 'SUBMITTED', label: 'Ingediend', count: 1, homes: 120 },
    { value: 'IN_PROGRESS', label: 'In behandeling', count: 2, homes: 120 },
  ]);
  expect(await by('OWNER')).toMatchObject([{ value: `Person_${cast.people.filer.id}`, label: 'Fenna', count: 3 }]);
  for (const [group, label] of [
    ['THEME', 'Netcongestie'],
    ['MUNICIPALITY', 'Kampen'],
    ['LEVEL', 'REGIONAL'],
  ])
    expect(await by(group ?? '')).toMatchObject([{ label, count: 3, homes: 120 }]);
  expect(await by('PATTERN')).toEqual([]);
  expect((await cast.as('twente').run(groups, { by: 'STATE' })).bottleneckGroups).toEqual([]);

  const rows = `query ($offset: Int, $after: String) { bottlenecks(orderBy: DUE_ON, first: 2, offset: $offset, after: $after) { edges { node { dueOn } } pageInfo { endCursor } } }`;
  const at = async (offset: number) =>
    (await cast.as('secretary').run(rows, { offset })).bottlenecks.edges.map(
      ({ node }: { node: { dueOn: string } }) => node.dueOn,
    );
  expect(await at(1)).toEqual(['2026-12-02', '2026-12-03']);
  expect(await at(3)).toEqual([]);
  const { bottlenecks } = await cast.as('secretary').run(rows, { offset: 0 });
  for (const variables of [{ offset: -1 }, { offset: 10_001 }, { offset: 1, after: bottlenecks.pageInfo.endCursor }]) {
    const { errors } = await cast.as('secretary').answer(rows, variables);
    expect(errors[0]?.extensions, JSON.stringify(variables)).toMatchObject({
      code: 'BAD_USER_INPUT',
      path: ['offset'],
    });
  }
});
