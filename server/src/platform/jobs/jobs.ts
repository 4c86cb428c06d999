import type { Logger } from 'pino';
import { RepeatingTask } from '../streams/repeating-task.ts';

/** Work that comes round: mail that is due, uploads that nobody used. Several instances may do it at the same time. */
export interface Job {
  /** Milliseconds from one round to the next. */
  readonly every: number;
  /** Does the first round come at once? Default: after `every`. */
  readonly atStart?: boolean;
  /**
   * One round. What it throws is logged, and the next round comes as if nothing happened.
   * @param stopping long work looks at it between two pieces, and leaves the rest for the next time.
   */
  run(stopping: AbortSignal): Promise<void>;
}

/** All work that comes round, each piece one round at a time. */
export class Jobs {
  readonly #jobs = new Map<string, { job: Job; task: RepeatingTask }>();
  #timers: NodeJS.Timeout[] = [];
  #stopping = new AbortController();

  constructor(private readonly log: Logger) {}

  /** @throws Error when the name is taken. */
  register(name: string, job: Job): void {
    if (this.#jobs.has(name)) throw new Error(`There is a job ${name} already.`);
    this.#jobs.set(name, { job, task: new RepeatingTask(() => this.#round(name, job)) });
  }

  /** From now on every job comes round by itself. */
  start(): void {
    this.#stopping = new AbortController();
    this.#timers = [...this.#jobs.values()].map(({ job, task }) => setInterval(() => task.ask(), job.every));
    for (const { job, task } of this.#jobs.values()) if (job.atStart) task.ask();
  }

  /** Does work come round by itself? */
  get isStarted(): boolean {
    return this.#timers.length > 0;
  }

  /** Does one round now; resolves when it is done. @throws Error when there is no such job. */
  async run(name: string): Promise<void> {
    const found = this.#jobs.get(name);
    if (!found) throw new Error(`There is no job ${name}.`);
    found.task.ask();
    await found.task.idle();
  }

  /** Begins no new round and lets those in hand finish. */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    this.#timers = [];
    this.#stopping.abort();
    await Promise.all([...this.#jobs.values()].map(({ task }) => task.idle()));
  }

  async #round(name: string, job: Job): Promise<void> {
    try {
      await job.run(this.#stopping.signal);
    } catch (error) {
      this.log.error({ err: error, job: name }, 'A round of a job went wrong; the next one comes by itself');
    }
  }
}
