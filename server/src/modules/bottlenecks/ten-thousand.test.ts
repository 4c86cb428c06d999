import { bottleneckStates } from '@versnellingstafel/shared/bottlenecks/states';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast, type Part } from '../../../testing/bottleneck-cast.ts';
import { manyBottlenecks } from '../../../testing/many-bottlenecks.ts';
import { testApp } from '../../../testing/test-app.ts';
import { globalId } from '../../platform/graphql/global-id.ts';

/** The full run judges times too: `npm run prove`. */
const proving = process.env['PROVE'] === '1';
const rows = 10_000;
const today = '2026-11-25';
/** Milliseconds of one answer at the server, with everything that the page of the list asks for at once. */
const bar = 100;

let cast: Cast;
beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date(`${today}T10:00:00Z`) }));
  await manyBottlenecks(cast, rows);
}, 120_000);
afterAll(() => cast.app.close());

/*
 * What these people see of the generated cases, said once more in SQL that shares nothing with the server: nothing is shared with
 * anybody and nothing is escalated by hand, so that place and confidentiality decide.
 */
const regionOf = (name: string) => `(select id from region where code = '${name}')`;
const seenBy = {
  /** Secretary in the west, of the province. */
  secretary: () =>
    `(b.confidentiality = 'PUBLIC' or b.held_by_id = '${cast.west.id}' or (b.confidentiality = 'REGIONAL' and b.region_id = ${regionOf('WEST_OVERIJSSEL')}))`,
  /** A developer at that table. */
  market: () =>
    `(b.confidentiality = 'PUBLIC' or (b.confidentiality = 'REGIONAL' and (b.held_by_id = '${cast.west.id}' or b.region_id = ${regionOf('WEST_OVERIJSSEL')})))`,
  /** Chair of the table above: what is confidential there, and what is public. */
  provincialChair: () => `(b.confidentiality = 'PUBLIC' or b.held_by_id = '${cast.province.id}')`,
  /** Nobody in particular. */
  stranger: () => `b.confidentiality = 'PUBLIC'`,
} as const satisfies Partial<Record<Part, () => string>>;
type Who = keyof typeof seenBy;

const closed = `b.state in ('RESOLVED', 'REFERRED', 'WITHDRAWN')`;
const filters: Readonly<Record<string, { filter: () => object; sql: () => string }>> = {
  everything: { filter: () => ({}), sql: () => 'true' },
  'what is open': { filter: () => ({ open: true }), sql: () => `not ${closed}` },
  'what is late': {
    filter: () => ({ overdue: true }),
    sql: () => `not ${closed} and b.due_on < date '${today}'`,
  },
  'one table': {
    filter: () => ({ tableId: globalId('AccelerationTable', cast.west.id) }),
    sql: () => `b.held_by_id = '${cast.west.id}'`,
  },
  'one municipality, two states': {
    filter: () => ({ municipalityCodes: [municipality], states: ['TRIAGE', 'ON_HOLD'] }),
    sql: () => `b.municipality_id = '${cast.kampen.id}' and b.state in ('TRIAGE', 'ON_HOLD')`,
  },
  'a word': { filter: () => ({ text: 'stikstof' }), sql: () => `b.title ilike '%stikstof%'` },
};
let municipality = '';
beforeAll(async () => {
  const [row] = await sql<{ code: string }>(`select code from municipality where id = '${cast.kampen.id}'`);
  municipality = row?.code ?? '';
});

function sql<T>(text: string): Promise<T[]> {
  return cast.app.platform.database.fork().execute<T[]>(text);
}
const counted = async (from: string) =>
  Object.fromEntries(
    (
      await sql<{ value: string; count: number }>(
        `select value, count(*)::int as count from (${from}) x group by value`,
      )
    ).map(({ value, count }) => [value, count]),
  );
const byValue = (list: readonly { value: string; count: number }[]) =>
  Object.fromEntries(list.map(({ value, count }) => [value, count]));

const totals = `query ($filter: BottleneckFilter) {
  bottlenecks(filter: $filter, first: 1) { totalCount totalCountIsExact homesWaiting atRisk { homes bottleneckCount projectCount } }
  bottleneckFacets(filter: $filter) { states { value count } themes { value count } municipalities { value count } levels { value count } confidentiality { value count } }
  bottleneckGroups(filter: $filter, groupBy: STATE) { value count homes } }`;

describe.each(Object.keys(seenBy) as Who[])('What %s is told', (who) => {
  test.each(Object.entries(filters))('of %s is what the rows say', async (_name, { filter, sql: wanted }) => {
    const where = `b.state <> 'DRAFT' and ${seenBy[who]()} and ${wanted()}`;
    const data = await cast.as(who).run(totals, { filter: filter() });
    const [row] = await sql<{ count: number; homes: number; projects: number; open: number }>(
      `select (select count(*)::int from bottleneck b where ${where}) as count,
         (select coalesce(sum(most), 0)::int from (select max(bp.homes_blocked) as most from bottleneck b
           join bottleneck_project bp on bp.bottleneck_id = b.id where ${where} and not ${closed} group by bp.project_id) x) as homes`,
    );
    expect(data.bottlenecks).toMatchObject({
      totalCount: row?.count,
      totalCountIsExact: true,
      homesWaiting: row?.homes,
    });
    const states = await counted(`select b.state as value from bottleneck b where ${where}`);
    expect(byValue(data.bottleneckGroups)).toEqual(states);
    const homes = await sql<{ state: string; homes: number }>(
      `select state, sum(most)::int as homes from (select b.state, max(bp.homes_blocked) as most from bottleneck b
         join bottleneck_project bp on bp.bottleneck_id = b.id where ${where} group by b.state, bp.project_id) x group by state`,
    );
    expect(
      Object.fromEntries(
        data.bottleneckGroups.map((group: { value: string; homes: number }) => [group.value, group.homes]),
      ),
    ).toEqual(Object.fromEntries(homes.map((group) => [group.state, group.homes])));
    const facets = data.bottleneckFacets;
    expect(byValue(facets.confidentiality)).toEqual(
      await counted(`select b.confidentiality as value from bottleneck b where ${where}`),
    );
    expect(byValue(facets.levels)).toEqual(
      await counted(`select b.solvable_at as value from bottleneck b where ${where}`),
    );
    expect(byValue(facets.themes)).toEqual(
      await counted(
        `select t.code as value from bottleneck b join bottleneck_theme bt on bt.bottleneck_id = b.id join theme t on t.id = bt.theme_id where ${where}`,
      ),
    );
  });
});

const page = `query ($filter: BottleneckFilter, $orderBy: BottleneckOrder, $offset: Int) {
  bottlenecks(filter: $filter, orderBy: $orderBy, first: 100, offset: $offset) { edges { node {
    id number title state dueOn overdue homesBlocked themes { code } owner { name } lead { name } heldBy { name } projects { project { name } } municipality { name } viewerCan { verb allowed } } } } }`;
const list = `query ($filter: BottleneckFilter, $orderBy: BottleneckOrder) {
  bottlenecks(filter: $filter, orderBy: $orderBy, first: 100) { totalCount homesWaiting edges { node {
    id number title state dueOn overdue homesBlocked themes { code } owner { name } lead { name } heldBy { name } projects { project { name } } municipality { name } viewerCan { verb allowed } } } }
  bottleneckFacets(filter: $filter) { states { count } themes { count } municipalities { count } owners { count } levels { count } confidentiality { count } } }`;
const groups = `query ($filter: BottleneckFilter, $groupBy: BottleneckGroup!) { bottleneckGroups(filter: $filter, groupBy: $groupBy) { value label count homes } }`;

test('scrolling to the end shows every row once, and each screen costs the same statements', async () => {
  const ids: string[] = [];
  const costs = new Set<number>();
  for (let offset = 0; ; offset += 100) {
    cast.app.takeStatements();
    const { bottlenecks } = await cast.as('secretary').run(page, { filter: {}, orderBy: 'TITLE', offset });
    if (bottlenecks.edges.length === 100) costs.add(cast.app.takeStatements().length);
    ids.push(...bottlenecks.edges.map(({ node }: { node: { id: string } }) => node.id));
    if (bottlenecks.edges.length < 100) break;
  }
  const [row] = await sql<{ count: number }>(
    `select count(*)::int as count from bottleneck b where b.state <> 'DRAFT' and ${seenBy.secretary()}`,
  );
  expect([ids.length, new Set(ids).size]).toEqual([row?.count, row?.count]);
  expect([...costs]).toHaveLength(1);
}, 60_000);

/** Milliseconds that the server takes for each of so many answers, from the smallest. */
async function times(query: string, variables: readonly Record<string, unknown>[]): Promise<number[]> {
  const client = cast.as('secretary');
  for (const each of variables) await client.run(query, each);
  const taken: number[] = [];
  for (let round = 0; round < (proving ? 20 : 2); round += 1)
    for (const each of variables) {
      const from = performance.now();
      await client.run(query, each);
      taken.push(performance.now() - from);
    }
  return taken.toSorted((a, b) => a - b);
}

const orders = ['DUE_ON', 'HOMES_DESC', 'TITLE', 'STATE', 'UPDATED_DESC', 'FILED_ON_DESC', 'NUMBER'];
const asked: Readonly<Record<string, () => { query: string; variables: Record<string, unknown>[] }>> = {
  'the page: rows, count, homes and facets of what is open': () => ({
    query: list,
    variables: orders.map((orderBy) => ({ filter: { open: true }, orderBy })),
  }),
  'the page, with a filter': () => ({
    query: list,
    variables: [
      { themeCodes: ['GROND'], open: true },
      { states: ['TRIAGE', 'ON_HOLD'] },
      { municipalityCodes: [municipality], overdue: true },
      { text: 'stikstof', open: true },
      { tableId: globalId('AccelerationTable', cast.west.id) },
    ].map((filter) => ({ filter, orderBy: 'DUE_ON' })),
  }),
  'a screen somewhere in the middle': () => ({
    query: page,
    variables: [100, 2_500, 5_000, 5_400].map((offset) => ({ filter: {}, orderBy: 'DUE_ON', offset })),
  }),
  'groups with their homes': () => ({
    query: groups,
    variables: ['STATE', 'THEME', 'MUNICIPALITY', 'OWNER', 'LEVEL', 'TABLE'].map((groupBy) => ({
      filter: { open: true },
      groupBy,
    })),
  }),
};

test.each(Object.entries(asked))(
  '%s: constant SQL, and within the bar',
  async (name, make) => {
    const { query, variables } = make();
    const costs = new Set<number>();
    for (const each of variables) {
      await cast.as('secretary').run(query, each);
      cast.app.takeStatements();
      await cast.as('secretary').run(query, each);
      costs.add(cast.app.takeStatements().length);
    }
    expect([...costs], name).toHaveLength(1);
    const taken = await times(query, variables);
    const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? Infinity;
    const told = `${name}, ${rows} cases: p50 ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms, ${[...costs].join()} statements`;
    process.stdout.write(`${told}\n`);
    if (proving) expect(at(0.95), told).toBeLessThanOrEqual(bar);
  },
  60_000,
);

test('every state that there is has rows, so that none is forgotten here', async () => {
  const found = await sql<{ state: string }>(`select distinct state from bottleneck`);
  expect(found.map(({ state }) => state).toSorted()).toEqual([...bottleneckStates].toSorted());
});
