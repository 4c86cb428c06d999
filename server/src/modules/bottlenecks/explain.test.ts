import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cast, bottleneckCast } from '../../../testing/bottleneck-cast.ts';
import { manyBottlenecks } from '../../../testing/many-bottlenecks.ts';
import { testApp } from '../../../testing/test-app.ts';
import { globalId } from '../../platform/graphql/global-id.ts';

/** Where the plans are kept when they are asked for: `EXPLAIN_TO=docs/explain-bottlenecks.md`. */
const keepIn = process.env['EXPLAIN_TO'];
const rows = 20_000;

let cast: Cast;
const asked: { sql: string; params: readonly unknown[] }[] = [];

beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
  await manyBottlenecks(cast, rows);
}, 120_000);
afterAll(() => cast.app.close());

const listing = `query ($filter: BottleneckFilter, $orderBy: BottleneckOrder) { bottlenecks(filter: $filter, orderBy: $orderBy, first: 50) { edges { node { number } } } }`;
const counting = `query ($filter: BottleneckFilter) { bottlenecks(filter: $filter, first: 1) { totalCount homesWaiting } }`;
const facets = `query ($filter: BottleneckFilter) { bottleneckFacets(filter: $filter) { states { count } themes { count } municipalities { count } } }`;

interface Question {
  readonly name: string;
  readonly query: string;
  readonly variables: () => Record<string, unknown>;
  /** What the plan must rest on; a name of an index. */
  readonly index?: string;
  /** Milliseconds that the slowest of its statements may take, generously. */
  readonly within: number;
}

const questions: readonly Question[] = [
  {
    name: 'List: open, by due date',
    query: listing,
    variables: () => ({ filter: { open: true } }),
    index: 'bottleneck_by_due',
    within: 100,
  },
  {
    name: 'List: of one table',
    query: listing,
    variables: () => ({ filter: { open: true, tableId: globalId('AccelerationTable', cast.west.id) } }),
    within: 100,
  },
  {
    name: 'List: most homes first',
    query: listing,
    variables: () => ({ orderBy: 'HOMES_DESC' }),
    index: 'bottleneck_by_homes',
    within: 100,
  },
  {
    name: 'List: last changed first',
    query: listing,
    variables: () => ({ orderBy: 'UPDATED_DESC' }),
    index: 'bottleneck_by_update',
    within: 100,
  },
  {
    name: 'List: newest first',
    query: listing,
    variables: () => ({ orderBy: 'FILED_ON_DESC' }),
    index: 'bottleneck_by_filed',
    within: 100,
  },
  {
    name: 'List: by number',
    query: listing,
    variables: () => ({ orderBy: 'NUMBER' }),
    index: 'bottleneck_by_number',
    within: 100,
  },
  {
    name: 'List: by title',
    query: listing,
    variables: () => ({ orderBy: 'TITLE' }),
    index: 'bottleneck_by_title',
    within: 100,
  },
  {
    name: 'List: by state',
    query: listing,
    variables: () => ({ orderBy: 'STATE' }),
    index: 'bottleneck_by_state',
    within: 100,
  },
  {
    name: 'List: part of a number',
    query: listing,
    variables: () => ({ filter: { text: '019371' } }),
    index: 'bottleneck_by_text',
    within: 100,
  },
  { name: 'List: two words', query: listing, variables: () => ({ filter: { text: 'stikstof 1234' } }), within: 100 },
  { name: 'List: mine', query: listing, variables: () => ({ filter: { mine: true } }), within: 100 },
  {
    name: 'List: one theme',
    query: listing,
    variables: () => ({ filter: { themeCodes: ['GROND'], open: true } }),
    within: 150,
  },
  {
    name: 'Totals: how many, how many homes',
    query: counting,
    variables: () => ({ filter: { open: true } }),
    within: 400,
  },
  {
    name: 'List: a screen in the middle',
    query: `{ bottlenecks(orderBy: DUE_ON, first: 100, offset: 5000) { edges { node { number } } } }`,
    variables: () => ({}),
    within: 200,
  },
  {
    name: 'Groups: by theme, with their homes',
    query: `query ($filter: BottleneckFilter) { bottleneckGroups(filter: $filter, groupBy: THEME) { count homes } }`,
    variables: () => ({ filter: { open: true } }),
    within: 400,
  },
  {
    name: 'Homes at risk of a list',
    query: `query ($filter: BottleneckFilter) { bottlenecks(filter: $filter, first: 1) { atRisk { homes homeMonths } } }`,
    variables: () => ({ filter: { open: true } }),
    within: 600,
  },
  { name: 'Facets', query: facets, variables: () => ({ filter: { open: true } }), within: 600 },
  {
    name: 'Projects: most homes that wait first',
    query: `{ projects(orderBy: HOMES_WAITING_DESC) { edges { node { name homesWaiting openBottleneckCount } } } }`,
    variables: () => ({}),
    within: 400,
  },
];

/** The statements about cases that a question leads to, each with its plan. */
async function plansOf(question: Question): Promise<{ sql: string; plan: string; time: number }[]> {
  const em = cast.app.platform.database.fork();
  const connection = em.getDriver().getConnection();
  asked.length = 0;
  const { platform } = connection as unknown as {
    platform: { formatQuery(sql: string, params: readonly unknown[]): string };
  };
  const format = platform.formatQuery.bind(platform);
  platform.formatQuery = (sql, params) => {
    if (/\bfrom (\(?select from )?(bottleneck|project)\b/.test(sql)) asked.push({ sql, params });
    return format(sql, params);
  };
  try {
    await cast.as('secretary').run(question.query, question.variables());
  } finally {
    platform.formatQuery = format;
  }
  const plans: { sql: string; plan: string; time: number }[] = [];
  for (const { sql, params } of asked) {
    const lines = await em.execute<{ 'QUERY PLAN': string }[]>(
      `explain (analyze, costs off, timing off, buffers off, summary on) ${format(sql, params)}`,
    );
    const plan = lines.map((line) => line['QUERY PLAN']).join('\n');
    plans.push({ sql, plan, time: Number(/Execution Time: ([\d.]+)/.exec(plan)?.[1]) });
  }
  return plans;
}

test(`the lists, totals and facets of ${rows} cases`, async () => {
  const report: string[] = [];
  for (const question of questions) {
    const plans = await plansOf(question);
    expect(plans.length, question.name).toBeGreaterThan(0);
    for (const { plan, time } of plans) {
      expect(time, `${question.name}\n${plan}`).toBeLessThan(question.within);
      report.push(`## ${question.name}\n\n\`\`\`\n${shortened(plan)}\n\`\`\`\n`);
    }
    if (question.index) expect(plans.map(({ plan }) => plan).join('\n'), question.name).toContain(question.index);
  }
  if (keepIn) await writeFile(keepIn, heading + report.join('\n'));
}, 120_000);

const heading = `# Plans of the lists of bottlenecks

${rows.toLocaleString('en')} generated cases, 2,000 projects, read by the secretary of a regional table. Made by
\`EXPLAIN_TO=../docs/explain-bottlenecks.md pnpm exec vitest run src/modules/bottlenecks/explain.test.ts\`
(in \`server/\`), whose test also holds the indexes. Ids, long filters and the lists of
grants and escalations (read once per statement) are left out.

`;

/** Keeps what a reader compares: how the rows are found, and how long it took. The part about rights is the same everywhere. */
function shortened(plan: string): string {
  const lines: string[] = [];
  let hiddenBelow: number | null = null;
  for (const line of plan.split('\n')) {
    const indent = line.search(/\S/);
    if (hiddenBelow !== null && indent > hiddenBelow) continue;
    hiddenBelow = /^\s*(InitPlan|SubPlan) /.test(line) ? indent : null;
    if (hiddenBelow !== null || /Planning Time|Index Searches|Heap Fetches/.test(line)) continue;
    const told = line.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…');
    lines.push(told.length > 150 ? `${told.slice(0, 150)} …` : told);
  }
  return lines.join('\n');
}
