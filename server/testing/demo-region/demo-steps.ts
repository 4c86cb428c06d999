import type { CommandResult, CommandRunner } from '../../src/platform/commands/command-runner.ts';
import { isRefused } from '../../src/platform/commands/refusal.ts';
import type { Transaction } from '../../src/platform/streams/transaction.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { loadViewer, type Viewer } from '../../src/modules/people/people.module.ts';
import { demoId } from './demo-reference.ts';

/** One thing that somebody in the demo region did, at a moment. */
export interface DemoStep {
  /** Names it, for one loading and for ever: a loading that was cut off takes no step twice. */
  readonly key: string;
  readonly at: Date;
  /** Key of the person who did it. */
  readonly by: string;
  /** Through the use case that people use. */
  readonly take: (tx: Transaction, viewer: Viewer) => Promise<CommandResult>;
  /** What follows from it is told before the next step, so that timelines read in the same order at every loading. */
  readonly settles?: boolean;
}

/** Takes the steps in order of time, each at its own moment. */
export class StepTaker {
  readonly #database: Database;
  readonly #commands: CommandRunner;
  readonly #settled: () => Promise<void>;
  #viewers = new Map<string, Viewer>();

  /**
   * @param commands with a clock that reads `now` of this taker
   * @param settled waits until all that follows from what happened is there
   */
  constructor(database: Database, commands: (clock: () => Date) => CommandRunner, settled: () => Promise<void>) {
    this.#database = database;
    this.#commands = commands(() => this.#now);
    this.#settled = settled;
  }

  #now = new Date();

  /** @throws Error naming the step when a use case refuses: then the data of the demo are wrong. */
  async takeAll(steps: readonly DemoStep[]): Promise<void> {
    const inOrder = steps.toSorted((one, other) => one.at.getTime() - other.at.getTime());
    for (const step of inOrder) {
      await this.#take(step);
      if (step.settles === true) await this.#settled();
    }
  }

  async #take({ key, at, by, take }: DemoStep): Promise<void> {
    this.#now = at;
    const viewer = await this.#viewer(by);
    const idempotencyKey = `demo:${key}`;
    const outcome = await this.#commands
      .run('demo', { actorId: viewer.personId, input: key, idempotencyKey }, (tx) => take(tx, viewer))
      .catch((error: unknown) => {
        throw new Error(`The demo region cannot take step ${key}.`, { cause: error });
      });
    if (isRefused(outcome)) {
      const reasons = outcome.problems.map(({ code, path }) => `${code} at ${(path ?? []).join('.')}`).join(', ');
      throw new Error(`The demo region is refused step ${key}: ${reasons}`);
    }
  }

  async #viewer(key: string): Promise<Viewer> {
    const known = this.#viewers.get(key);
    if (known) return known;
    const viewer = await loadViewer(this.#database.fork(), demoId('person', key));
    if (!viewer) throw new Error(`Nobody in the demo region is called ${key}.`);
    this.#viewers.set(key, viewer);
    return viewer;
  }
}

/** The version of a row now, as somebody sees it who has just opened the page. */
export async function versionOf(
  tx: Transaction,
  table: 'bottleneck' | 'knowledge_note' | 'meeting',
  id: string,
): Promise<number> {
  const [row] = await tx.em.execute<{ version: number }[]>(`select version from ${table} where id = ?`, [id]);
  if (!row) throw new Error(`No ${table} ${id} in the demo region.`);
  return row.version;
}
