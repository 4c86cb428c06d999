import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { Viewer } from '../../src/modules/people/people.module.ts';
import type { CommandResult } from '../../src/platform/commands/command-runner.ts';
import { globalId } from '../../src/platform/graphql/global-id.ts';
import type { Transaction } from '../../src/platform/streams/transaction.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { type DemoStep, versionOf } from './demo-steps.ts';

/** The UUID of a case by the number that people know. */
export async function bottleneckIdOf(tx: Transaction, number: string): Promise<string> {
  const [row] = await tx.em.execute<{ id: string }[]>('select id from bottleneck where number = ?', [number]);
  if (!row) throw new Error(`The demo region has no ${number} yet.`);
  return row.id;
}

type Versioned = { bottleneckId: string; expectedVersion: number };
type Verb = (tx: Transaction, viewer: Viewer, input: Versioned) => Promise<CommandResult>;

/** What the way needs to know of its case. */
interface Filed {
  number: string;
  filedOn: LocalDate;
  filer: string;
}

/** The way of one case: each step by who may take it, on a day after the one before. */
export class Way {
  readonly steps: DemoStep[] = [];
  readonly #demo: Filed;
  readonly #calendar: DemoCalendar;

  constructor(demo: Filed, calendar: DemoCalendar) {
    this.#demo = demo;
    this.#calendar = calendar;
  }

  first(take: DemoStep['take']): void {
    this.steps.push({
      key: this.#demo.number,
      at: this.#calendar.past(this.#demo.filedOn, '10:12'),
      by: this.#demo.filer,
      take,
    });
  }

  /** @param on the day as written, @param time in Amsterdam */
  next(name: string, on: LocalDate, time: string, by: string, verb: Verb): void {
    const { number } = this.#demo;
    this.steps.push({
      key: `${number}-${name}`,
      at: this.#calendar.past(on, time),
      by,
      take: async (tx, viewer) => {
        const id = await bottleneckIdOf(tx, number);
        return verb(tx, viewer, {
          bottleneckId: globalId('Bottleneck', id),
          expectedVersion: await versionOf(tx, 'bottleneck', id),
        });
      },
    });
  }
}
