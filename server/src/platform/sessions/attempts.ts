import { Breach } from '../commands/breach.ts';

/** Too many wrong attempts; answered with HTTP status 429. */
class RateLimited extends Breach {
  override readonly name = 'RateLimited';
  readonly extensions = { code: 'RATE_LIMITED', http: { status: 429 } };
  constructor() {
    super('RATE_LIMITED', 'Too many attempts. Wait a minute and try again.');
  }
}

/** Counts wrong attempts to sign in by address, so that guessing is slow. Right ones cost nothing. */
export class Attempts {
  readonly #wrong = new Map<string, number[]>();

  constructor(
    private readonly now: () => Date,
    private readonly limit = 20,
    /** Milliseconds after which a wrong attempt is forgotten. */
    private readonly window = 60_000,
  ) {}

  /** @throws RateLimited after `limit` wrong attempts within the window. */
  check(address: string): void {
    if (this.#recent(address).length >= this.limit) throw new RateLimited();
  }

  wrong(address: string): void {
    // A map that only grows would be an attack of its own.
    if (this.#wrong.size > 10_000) this.#wrong.clear();
    this.#wrong.set(address, [...this.#recent(address), this.now().getTime()]);
  }

  #recent(address: string): number[] {
    const since = this.now().getTime() - this.window;
    return (this.#wrong.get(address) ?? []).filter((moment) => moment > since);
  }
}
