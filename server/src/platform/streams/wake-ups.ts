import type { Reference } from './event.ts';

/** Streams in which something is new; `all` when that is not known. */
export type Woken = readonly Reference[] | 'all';

/** Carries "something is new" from a commit to the readers. What is new they read for themselves. */
export interface WakeUps {
  start(heard: (streams: Woken) => void): Promise<void>;
  /** Called after a commit. */
  announce(streams: readonly Reference[]): void;
  stop(): Promise<void>;
}

/** Within one process, which is all there is on PGlite. */
export class InProcessWakeUps implements WakeUps {
  #heard: ((streams: Woken) => void) | undefined;

  start(heard: (streams: Woken) => void): Promise<void> {
    this.#heard = heard;
    return Promise.resolve();
  }

  announce(streams: readonly Reference[]): void {
    this.#heard?.(streams);
  }

  stop(): Promise<void> {
    this.#heard = undefined;
    return Promise.resolve();
  }
}
