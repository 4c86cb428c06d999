import type { Logger } from 'pino';
import { createCommandRunner } from '../src/platform/commands/create-command-runner.ts';
import type { Database } from '../src/platform/database/database.ts';
import type { EventLog } from '../src/platform/streams/recorded-transaction.ts';
import { bottleneckSteps } from './demo-region/demo-bottlenecks.ts';
import { demoCalendar, weeksSince } from './demo-region/demo-calendar.ts';
import { meetingSteps } from './demo-region/demo-meetings.ts';
import { discussionSteps } from './demo-region/demo-discussion.ts';
import { legalEventSteps } from './demo-region/demo-legal-events.ts';
import { noteSteps } from './demo-region/demo-notes.ts';
import { patternSteps } from './demo-region/demo-patterns.ts';
import { writeReference } from './demo-region/demo-reference.ts';
import { seriesSteps } from './demo-region/demo-series.ts';
import { StepTaker } from './demo-region/demo-steps.ts';

interface Surroundings {
  readonly database: Database;
  /** Where events go, and what waits until those who listen have done their part. */
  readonly streams: EventLog & { drain(): Promise<void> };
  readonly log: Logger;
  readonly now: () => Date;
}

/**
 * Loads the demo region once, through the use cases that people use. Operational dates move by whole weeks to the day of
 * loading. A loading that was cut off goes on where it was: each step has an idempotency key.
 * @returns whether there was something left to load
 * @throws Error naming the step that a use case refused
 */
export async function loadDemoRegion({ database, streams, log, now }: Surroundings): Promise<boolean> {
  const began = now();
  const em = database.fork();
  await em.execute('insert into demo_region (weeks, started_at) values (?, ?) on conflict do nothing', [
    weeksSince(began),
    began,
  ]);
  const [region] = await em.execute<{ weeks: number; finished_at: Date | null }[]>(
    'select weeks, finished_at from demo_region',
  );
  if (!region || region.finished_at !== null) return false;

  const calendar = demoCalendar(region.weeks, began);
  await database.fork().transactional((inside) => writeReference(inside, calendar));
  // Nobody follows yet, and search is quicker in large batches than after every step.
  const quiet: EventLog = {
    append: (inside, events, moment) => streams.append(inside, events, moment),
    committed: () => undefined,
  };
  const taker = new StepTaker(
    database,
    (clock) => createCommandRunner(database, quiet, clock),
    () => streams.drain(),
  );
  await taker.takeAll([
    ...noteSteps(calendar),
    ...legalEventSteps(calendar),
    ...bottleneckSteps(calendar),
    ...patternSteps(calendar),
    ...discussionSteps(calendar),
    ...meetingSteps(calendar),
    ...seriesSteps(calendar),
  ]);
  await streams.drain();
  await database.fork().execute('update demo_region set finished_at = ?', [now()]);
  log.info('The demo region is loaded.');
  return true;
}
