import { StreamRefused } from '../streams/stream-refused.ts';
import type { Onlooker, Presence } from './presence.ts';

/** Milliseconds after which it is asked again whether somebody may still look, also when nothing happens. */
const rightsEvery = 10_000;

export interface OnlookersPort {
  readonly presence: Presence;
  readonly room: string;
  /** Who follows counts as looking; null: somebody who does not, such as a projector. */
  readonly countsAs: string | null;
  now(): Date;
  mayStay(): Promise<boolean>;
}

/**
 * The whole list of who looks, at once and at every change; changes in quick succession come together. Not a generator function: its
 * `return` would wait for the next change.
 */
export class Onlookers implements AsyncIterableIterator<{ onlookers: Onlooker[] }> {
  #leave: (() => void) | undefined;
  #deaf: (() => void) | undefined;
  #rights: NodeJS.Timeout | undefined;
  #due = true;
  #over = false;
  #refused = false;
  #signal: (() => void) | undefined;

  constructor(private readonly port: OnlookersPort) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<{ onlookers: Onlooker[] }, undefined>> {
    if (!this.#over) this.#begin();
    while (!this.#due && !this.#over)
      await new Promise<void>((resolve) => {
        this.#signal = resolve;
      });
    if (this.#refused) {
      this.#refused = false;
      throw new StreamRefused('NOT_FOUND', 'There is no such thing.');
    }
    if (this.#over) return { done: true, value: undefined };
    this.#due = false;
    return { done: false, value: { onlookers: this.port.presence.in(this.port.room) } };
  }

  return(): Promise<IteratorResult<{ onlookers: Onlooker[] }, undefined>> {
    this.#end();
    return Promise.resolve({ done: true, value: undefined });
  }

  #begin(): void {
    if (this.#deaf) return;
    const { presence, room, countsAs, now } = this.port;
    if (countsAs !== null) this.#leave = presence.enter(room, countsAs, now());
    this.#deaf = presence.follow(room, () => {
      this.#due = true;
      this.#wake();
    });
    this.#rights = setInterval(() => void this.#askAgain(), rightsEvery).unref();
  }

  async #askAgain(): Promise<void> {
    // Not being able to ask is no answer; it is asked again.
    const may = await this.port.mayStay().catch(() => true);
    if (may || this.#over) return;
    this.#refused = true;
    this.#end();
  }

  #end(): void {
    this.#over = true;
    clearInterval(this.#rights);
    this.#deaf?.();
    this.#leave?.();
    this.#leave = undefined;
    this.#wake();
  }

  #wake(): void {
    this.#signal?.();
    this.#signal = undefined;
  }
}
