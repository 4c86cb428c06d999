import { pino } from 'pino';
import { expect, test } from 'vitest';
import { Jobs } from './jobs.ts';

const log = pino({ level: 'silent' });

test('a job comes round by itself until it is stopped, also after a round that went wrong', async () => {
  const jobs = new Jobs(log);
  let rounds = 0;
  jobs.register('count', {
    every: 5,
    async run() {
      rounds += 1;
      if (rounds === 1) throw new Error('Not this time.');
    },
  });
  jobs.start();
  await expect.poll(() => rounds, { timeout: 10_000 }).toBeGreaterThan(2);
  await jobs.stop();
  const after = rounds;
  await jobs.run('count');
  expect(rounds).toBe(after + 1);
});

test('rounds of one job never overlap, and stopping waits for the one in hand', async () => {
  const jobs = new Jobs(log);
  let inHand = 0;
  let most = 0;
  let finish = () => {};
  jobs.register('slow', {
    every: 1,
    async run() {
      inHand += 1;
      most = Math.max(most, inHand);
      await new Promise<void>((resolve) => {
        finish = resolve;
        setImmediate(resolve);
      });
      inHand -= 1;
    },
  });
  await Promise.all([jobs.run('slow'), jobs.run('slow'), jobs.run('slow')]);
  finish();
  await jobs.stop();
  expect([most, inHand]).toEqual([1, 0]);
});

test('names are taken once, and asking for another is a mistake', async () => {
  const jobs = new Jobs(log);
  jobs.register('mail', { every: 1_000, run: async () => {} });
  expect(() => jobs.register('mail', { every: 1_000, run: async () => {} })).toThrow('There is a job mail already');
  await expect(jobs.run('male')).rejects.toThrow('There is no job male');
});
