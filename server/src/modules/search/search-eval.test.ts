import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestApp } from '../../../testing/test-app.ts';
import questions from './testing/queries.json' with { type: 'json' };
import type { Asking } from './testing/search-as.ts';
import { searchDemo } from './testing/search-demo.ts';

let app: TestApp;
let asking: Asking;
beforeAll(async () => {
  ({ app, asking } = await searchDemo());
});
afterAll(() => app.close());

/** How well one question was answered. */
interface Judged {
  readonly id: string;
  readonly query: string;
  /** Of the first five, or of as many as there are to find. */
  readonly precisionAt5: number;
  readonly recallAt20: number;
  /** One over the place of the first right answer; 0 without one. */
  readonly reciprocal: number;
  readonly nothing: boolean;
  readonly milliseconds: number;
}

async function judge({ id, query, notes, bottlenecks }: (typeof questions.queries)[number]): Promise<Judged> {
  const right = new Set([...notes, ...bottlenecks]);
  const began = performance.now();
  // Somebody who sees both regions.
  const { keys } = await asking.search('validator', query, { first: 20 });
  const milliseconds = performance.now() - began;
  const among = (count: number) => keys.slice(0, count).filter((key) => right.has(key)).length;
  const place = keys.findIndex((key) => right.has(key));
  return {
    id,
    query,
    precisionAt5: among(5) / Math.min(5, right.size),
    recallAt20: among(20) / right.size,
    reciprocal: place < 0 ? 0 : 1 / (place + 1),
    nothing: keys.length === 0,
    milliseconds,
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

/** `npm run search:eval` prints these figures; they are judged in every run of the tests. */
test('the questions that were given are answered: the right one among the first three, and never nothing', async () => {
  const judged: Judged[] = [];
  for (const question of questions.queries) judged.push(await judge(question));
  const inTop3 = judged.filter(({ reciprocal }) => reciprocal >= 1 / 3);
  const worst = judged.filter((one) => !inTop3.includes(one));
  const times = judged.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  const lines = [
    ['questions', String(judged.length)],
    ['right answer in the first three', percent(inTop3.length / judged.length)],
    ['precision@5', percent(mean(judged.map((one) => one.precisionAt5)))],
    ['recall@20', percent(mean(judged.map((one) => one.recallAt20)))],
    ['MRR', mean(judged.map((one) => one.reciprocal)).toFixed(3)],
    ['nothing found', percent(judged.filter((one) => one.nothing).length / judged.length)],
    ['p50', `${(times[Math.floor(times.length / 2)] ?? 0).toFixed(0)} ms`],
    ['not in the first three', worst.map(({ id, query }) => `${id} «${query}»`).join(', ') || 'none'],
  ];
  process.stdout.write(`${lines.map(([name, value]) => `${name?.padEnd(32)} ${value}`).join('\n')}\n`);
  expect(inTop3.length / judged.length).toBeGreaterThanOrEqual(0.9);
  expect(judged.filter((one) => one.nothing)).toEqual([]);
  expect(mean(judged.map((one) => one.recallAt20))).toBeGreaterThanOrEqual(0.95);
});
