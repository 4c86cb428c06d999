import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphClient } from './graph-client.ts';
import { demoData } from './demo-region/demo-data.ts';
import { demoId } from './demo-region/demo-reference.ts';
import { loadDemoRegion } from './load-demo-region.ts';
import { type TestApp, testApp } from './test-app.ts';

interface Shown {
  confidentiality: string;
  municipality: { region: { code: string } };
}

describe('The demo region', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await testApp({ demoRegion: true });
  });
  afterAll(() => app.close());

  it('brings every case to its state through the use cases', async () => {
    const rows = await app.database
      .fork()
      .execute<{ number: string; state: string }[]>('select number, state from bottleneck');
    const states = new Map(rows.map(({ number, state }) => [number, state]));
    expect(Object.fromEntries(states)).toEqual(
      Object.fromEntries(demoData.bottlenecks.map(({ number, state }) => [number, state])),
    );
  });

  it('hangs no case on a real project', async () => {
    const [row] = await app.database
      .fork()
      .execute<{ n: string }[]>(
        `select count(*) as n from bottleneck_project b join project p on p.id = b.project_id where p.kind <> 'DEMO_FICTIONAL'`,
      );
    expect(Number(row?.n)).toBe(0);
  });

  it('has 55 projects, 25 municipalities, and people who are all invented', async () => {
    const [row] = await app.database.fork().execute<{ projects: string; municipalities: string; real: string }[]>(
      `select (select count(*) from project) as projects, (select count(*) from municipality) as municipalities,
        (select count(*) from person where not fictional) as real`,
    );
    expect([row?.projects, row?.municipalities, row?.real].map(Number)).toEqual([55, 25, 0]);
  });

  it('shows public cases of both regions to a reader without a table, and nothing else', async () => {
    const reader = await graphClient(app, { id: demoId('person', 'reader') });
    const { bottlenecks } = await reader.run(
      '{ bottlenecks(first: 100) { edges { node { confidentiality municipality { region { code } } } } } }',
    );
    const nodes = bottlenecks.edges.map(({ node }: { node: Shown }) => node) as Shown[];
    expect(new Set(nodes.map(({ confidentiality }) => confidentiality))).toEqual(new Set(['PUBLIC']));
    expect(new Set(nodes.map(({ municipality }) => municipality.region.code))).toEqual(
      new Set(['WEST_OVERIJSSEL', 'TWENTE']),
    );
    expect(nodes.length).toBeGreaterThanOrEqual(8);
  });

  it('has promises that are kept, kept late, open and late, at both tables', async () => {
    const secretary = await graphClient(app, { id: demoId('person', 'secretary-west') });
    const { table } = await secretary.run(
      `{ table(slug: "west-overijssel") { promises { kept keptLate late open } meetings(first: 50) { edges { node { outcomes { kind number action { what } } } } } } }`,
    );
    const total = (of: string) =>
      table.promises.reduce((sum: number, figures: Record<string, number>) => sum + (figures[of] ?? 0), 0);
    // What is due this week may be late or not, by the day of loading.
    expect([total('kept'), total('keptLate'), total('late') + total('open')]).toEqual([2, 1, 4]);
    expect(total('late')).toBeGreaterThanOrEqual(2);
    const outcomes = table.meetings.edges.flatMap(({ node }: { node: { outcomes: object[] } }) => node.outcomes);
    expect(outcomes.map(({ kind }: { kind: string }) => kind)).toEqual([
      'DECISION',
      'ACTION',
      'ACTION',
      'DECISION',
      'ACTION',
      'ACTION',
    ]);
  });

  it('is loaded once', async () => {
    const again = await loadDemoRegion({
      database: app.database,
      streams: {
        append: () => Promise.reject(new Error('nothing is told')),
        committed: () => undefined,
        drain: () => Promise.resolve(),
      },
      log: app.platform.log,
      now: () => new Date(),
    });
    expect(again).toBe(false);
  });
});
