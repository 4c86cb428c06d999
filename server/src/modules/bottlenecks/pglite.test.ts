import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cast, bottleneckCast } from '../../../testing/bottleneck-cast.ts';
import { testApp } from '../../../testing/test-app.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ database: 'pglite', now: new Date('2026-11-25T10:00:00Z') }));
});
afterAll(() => cast.app.close());

const all = `id number version title dueOn filedOn stateSince decisionBy homesBlocked overdue themes { code } projects { homesBlocked project { name homesWaiting } } owner { name }
  escalations { sentAt reason } viewerCan { verb allowed } timeline { edges { node { type occurredAt } } }`;

test('a case travels on PGlite as it does on PostgreSQL', async () => {
  const input = {
    title: 'Geen stroom',
    projects: [{ projectId: cast.project.globalId, homesBlocked: 40 }],
    themeCodes: ['NETCONGESTIE'],
    decisionBy: '2027-01-31',
  };
  const { logBottleneck } = await cast
    .as('filer')
    .run(
      `mutation ($input: LogBottleneckInput!) { logBottleneck(input: $input) { bottleneck { ${all} } problems { code } } }`,
      { input },
    );
  expect(logBottleneck.problems).toEqual([]);
  const { id, number } = logBottleneck.bottleneck;
  expect(logBottleneck.bottleneck).toMatchObject({
    dueOn: '2026-12-09',
    filedOn: '2026-11-25',
    decisionBy: '2027-01-31',
    stateSince: '2026-11-25T10:00:00.000Z',
    homesBlocked: 40,
  });
  const step = (part: 'secretary' | 'chair', name: string, type: string, rest: object) =>
    cast
      .as(part)
      .run(`mutation ($input: ${type}!) { ${name}(input: $input) { bottleneck { ${all} } problems { code } } }`, {
        input: { bottleneckId: id, ...rest },
      })
      .then((data) => data[name]);
  await step('secretary', 'triageBottleneck', 'TriageBottleneckInput', {
    expectedVersion: 1,
    remark: 'Helder',
    constructionStart: '2027-09-01',
  });
  await step('chair', 'startBottleneck', 'BottleneckVersionInput', { expectedVersion: 2 });
  await step('chair', 'escalateBottleneck', 'EscalateBottleneckInput', { expectedVersion: 3, reason: 'Provincie' });
  const undone = await step('chair', 'undoTransition', 'BottleneckVersionInput', { expectedVersion: 4 });
  expect(undone).toMatchObject({ problems: [], bottleneck: { version: 5, escalations: [] } });
  const orders = ['DUE_ON', 'HOMES_DESC', 'FILED_ON_DESC', 'NUMBER', 'STATE', 'TITLE', 'UPDATED_DESC'];
  await cast.bottleneck({ title: 'Een tweede', dueOn: '2027-05-01' });
  for (const orderBy of orders) {
    const query = `query ($orderBy: BottleneckOrder, $after: String) { bottlenecks(orderBy: $orderBy, first: 1, after: $after) { totalCount homesWaiting edges { node { number } } pageInfo { endCursor } } }`;
    const first = (await cast.as('secretary').run(query, { orderBy })).bottlenecks;
    const second = (await cast.as('secretary').run(query, { orderBy, after: first.pageInfo.endCursor })).bottlenecks;
    expect(new Set([first, second].map((page) => page.edges[0].node.number)).size, orderBy).toBe(2);
    expect([first.totalCount, first.homesWaiting]).toEqual([2, 120]);
  }
  expect(
    (await cast.as('secretary').run(`query ($number: String!) { bottleneck(number: $number) { title } }`, { number }))
      .bottleneck.title,
  ).toBe('Geen stroom');
});
