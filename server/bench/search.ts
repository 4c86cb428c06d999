import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { loadViewer } from '../src/modules/people/people.module.ts';
import { engineOf } from '../src/modules/search/engine-of.ts';
import { readQuery } from '../src/modules/search/query/read-query.ts';
import { armsOf } from '../src/modules/search/rank/arm.ts';
import { findCandidates } from '../src/modules/search/rank/find-candidates.ts';
import { rebuildSearch } from '../src/modules/search/search.module.ts';
import { loadCorpus, questionsHeldBack, questionsToTuneOn } from '../src/modules/search/testing/corpus.fixture.ts';
import type { DemoRows } from '../src/modules/search/testing/demo-region.fixture.ts';
import { searchDemo } from '../src/modules/search/testing/search-demo.ts';
import { graphClient } from '../testing/graph-client.ts';
import type { TestApp } from '../testing/test-app.ts';

/**
 * How fast search answers on 50,000 documents on PostgreSQL, beside what PostgreSQL does by itself with the same words: twenty hits with
 * their headlines, without rights, synonyms, compounds, facets or counts. Prints a table and writes it as JSON.
 */
const documents = 50_000;
const rounds = 1;

const page = `query ($query: String!) { search(query: $query, first: 20) { totalCount kindCounts { value count } facets { name values { label count } }
  edges { node { reason title { text hit } snippet { text hit } target { __typename ... on Node { id } } } } } }`;
const suggestions = `query ($query: String!) { search(query: $query, first: 6) { edges { node { title { text hit } target { __typename ... on Node { id } } } } } }`;
const alike = `query ($text: String!) { similar(text: $text, first: 5) { themeCode bottlenecks { bottleneck { id } title { text } } notes { note { id } title { text } } } }`;

/** Cases whose words are those of the cases of the corpus, each put together from three of them. */
async function multiply(app: TestApp): Promise<void> {
  const em = app.platform.database.fork();
  await em.execute(
    `with own as (select b.*, row_number() over (order by b.id)::int as n, count(*) over ()::int as total from bottleneck b where b.confidentiality = 'PUBLIC')
     insert into bottleneck (id, number, title, description, tried_so_far, ask, state, state_since, solvable_at, held_by_id, municipality_id, region_id,
       confidentiality, filer_id, owner_id, due_on, next_step, proposed_resolution, resolution, homes_blocked, filed_on, updated_at, updated_by_id)
     select gen_random_uuid(), 'KP-' || (2010 + k % 15) || '-' || lpad((10000 + k)::text, 6, '0'), a.title, b.description, c.tried_so_far, '', a.state, a.state_since,
       a.solvable_at, b.held_by_id, b.municipality_id, b.region_id, case when k % 3 = 0 then 'REGIONAL' else 'PUBLIC' end, a.filer_id, a.owner_id, a.due_on, '', '',
       c.resolution, a.homes_blocked, a.filed_on, a.updated_at, a.updated_by_id
     from generate_series(1, ${documents}) k
       join own a on a.n = 1 + k % a.total join own b on b.n = 1 + (k * 7 + k / 300) % b.total join own c on c.n = 1 + (k * 13 + k / 90) % c.total`,
  );
  await em.execute(
    `insert into bottleneck_theme (bottleneck_id, theme_id, position)
     select b.id, (select id from theme order by md5(b.id::text || code) limit 1), 0 from bottleneck b
     where not exists (select from bottleneck_theme t where t.bottleneck_id = b.id)`,
  );
}

interface Times {
  readonly name: string;
  readonly asked: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

function timesOf(name: string, all: readonly number[]): Times {
  const sorted = all.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { name, asked: all.length, p50: at(0.5), p99: at(0.99), most: sorted.at(-1) ?? 0 };
}

async function measure(name: string, asked: readonly string[], ask: (one: string) => Promise<unknown>): Promise<Times> {
  for (const one of asked) await ask(one);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const one of asked) {
      const began = performance.now();
      await ask(one);
      times.push(performance.now() - began);
    }
  return timesOf(name, times);
}

/** The same words to PostgreSQL itself: its own ranking, twenty headlines, nobody’s rights. */
async function floor(app: TestApp, query: string): Promise<unknown> {
  return app.platform.database.fork().execute(
    `with asked as (select websearch_to_tsquery('dutch', ?) as query),
       best as (select d.target_id, d.title, d.summary, d.body, asked.query from search_document d, asked where d.terms @@ asked.query
         order by ts_rank(d.terms, asked.query) desc limit 20)
     select target_id, ts_headline('dutch', title, query) as title, ts_headline('dutch', summary || ' ' || body, query) as snippet from best`,
    [query],
  );
}

function print(rows: readonly Times[]): void {
  const line = (cells: readonly string[]) =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(44) : cell.padStart(10))).join('');
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  process.stdout.write(
    `${[line(['', 'asked', 'p50', 'p99', 'most']), ...rows.map((row) => line([row.name, String(row.asked), ms(row.p50), ms(row.p99), ms(row.most)]))].join('\n')}\n`,
  );
}

/** How PostgreSQL finds the documents of a question: the main statement, caught with its values where it is sent. */
async function plan(app: TestApp, personId: string, query: string): Promise<string> {
  const em = app.platform.database.fork();
  const viewer = await loadViewer(em, personId);
  if (!viewer) throw new Error('Nobody to ask for.');
  const now = new Date('2026-11-23T10:00:00Z');
  const reader = await engineOf(app.platform).reader(em, now);
  const { concepts } = await readQuery(em, reader, query);
  let lines = '';
  const explaining = {
    execute: async (sql: string, params: unknown[]) => {
      const rows = await em.execute<{ 'QUERY PLAN': string }[]>(
        `explain (analyze, costs off, timing off, summary on) ${sql}`,
        params as never,
      );
      lines = rows.map((row) => row['QUERY PLAN']).join('\n');
      return [];
    },
  };
  await findCandidates(explaining as never, { viewer, arms: armsOf(concepts), facets: [], today: localDateOf(now) });
  return lines;
}

let app: TestApp;
let rows: DemoRows;
beforeAll(async () => {
  ({ app, rows } = await searchDemo());
  await loadCorpus(app, rows);
  await multiply(app);
}, 600_000);
afterAll(() => app.close());

test('search and suggestions on 50,000 documents', { timeout: 1_800_000 }, async () => {
  const began = performance.now();
  const written = await rebuildSearch(app.platform);
  const seconds = (performance.now() - began) / 1_000;
  await app.platform.database.fork().execute('vacuum analyze');
  process.stdout.write(`${written} documents written in ${seconds.toFixed(0)} s\n`);
  const client = await graphClient(app, { id: rows.people.get('coordinator') ?? '' });
  const questions = [...questionsToTuneOn(), ...questionsHeldBack()].map(({ query }) => query);
  // What one passes while typing: every beginning of a question from two letters on, one in seven of them.
  const beginnings = questions
    .flatMap((query) => Array.from({ length: query.length - 1 }, (_, at) => query.slice(0, at + 2)))
    .filter((_, index) => index % 7 === 0);
  const titles = await app.platform.database
    .fork()
    .execute<{ title: string }[]>('select title from bottleneck order by md5(id::text) limit 100');
  const table = [
    await measure('PostgreSQL alone, 20 headlines', questions, (query) => floor(app, query)),
    await measure('search, 20 hits with facets', questions, (query) => client.run(page, { query })),
    await measure('suggestions while typing, 6 hits', beginnings, (query) => client.run(suggestions, { query })),
    await measure(
      'similar cases and notes for a title',
      titles.map(({ title }) => title),
      (text) => client.run(alike, { text }),
    ),
  ];
  print(table);
  process.stdout.write(`\n${await plan(app, rows.people.get('coordinator') ?? '', 'netcongestie')}\n`);
  const file = process.env['BENCH_JSON'];
  if (file) writeFileSync(file, JSON.stringify({ documents: written, table }, null, 2));
  expect(written).toBeGreaterThan(documents);
});
