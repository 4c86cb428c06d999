import * as Y from 'yjs';
import type { Logger } from 'pino';
import { textLimits } from './text-limits.ts';
import type { KeepRules, Kept, TextStore } from './text-store.ts';

/** What changes that come from the rows bear, so that nobody takes them for somebody's typing. */
const fromRows = { source: 'local', skipStoreHooks: true } as const;

/**
 * A document that is open on this instance, tied to its rows. One thing happens to it at a time: changes are kept in the order in which
 * they come, and what other instances kept is read in between.
 */
export class LiveText {
  /** All changes up to this number are in the document. */
  #read = 0;
  /** Where a change is tried out before it is kept: one that breaks a document must break no other. */
  #trial: Y.Doc | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #compacting = false;

  constructor(
    readonly name: string,
    readonly doc: Y.Doc,
    private readonly store: TextStore,
    private readonly log: Logger,
  ) {}

  get read(): number {
    return this.#read;
  }

  /** Reads what was kept since the last look: all of it at first, later what other instances kept. */
  catchUp(): Promise<void> {
    return this.#inTurn(() => this.#catchUp());
  }

  /**
   * Keeps a change and only then shows it to anybody.
   * @param origin whose change it is, for those who hear of it
   * @returns why it was refused, or null when it is committed
   * @throws what the database throws: then nothing is known of the change, and the client must come again
   */
  keep(update: Uint8Array, actorId: string, origin: unknown, rules: KeepRules): Promise<string | null> {
    return this.#inTurn(async () => {
      if (!this.#holds(update)) return 'MALFORMED';
      const kept = await this.#append(update, actorId, rules);
      if ('refused' in kept) return kept.refused;
      Y.applyUpdate(this.doc, update, origin);
      if (kept.n === this.#read + 1) this.#read = kept.n;
      else await this.#catchUp();
      if (kept.n - kept.snapshotN > textLimits.sinceSnapshot) this.#compactSoon();
      return null;
    });
  }

  /** Resolves when nothing is being kept or read any more. */
  idle(): Promise<void> {
    return this.#inTurn(() => Promise.resolve());
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #append(update: Uint8Array, actorId: string, rules: KeepRules): Promise<Kept> {
    try {
      const kept = await this.store.append({ name: this.name, update, actorId }, rules);
      if ('refused' in kept) this.#trial = undefined;
      return kept;
    } catch (error) {
      this.#trial = undefined;
      throw error;
    }
  }

  async #catchUp(): Promise<void> {
    const { last, updates } = await this.store.after(this.name, this.#read);
    for (const update of updates) this.#apply(update);
    this.#read = Math.max(this.#read, last);
  }

  #apply(update: Uint8Array): void {
    try {
      Y.applyUpdate(this.doc, update, fromRows);
      if (this.#trial) Y.applyUpdate(this.#trial, update);
    } catch (error) {
      // It was tried out when it came; one damaged row must not hide the others.
      this.#trial = undefined;
      this.log.error({ err: error, text: this.name }, 'A kept change of a text cannot be read');
    }
  }

  /** Can this change be made without breaking anything? */
  #holds(update: Uint8Array): boolean {
    try {
      if (!this.#trial) {
        this.#trial = new Y.Doc();
        Y.applyUpdate(this.#trial, Y.encodeStateAsUpdate(this.doc));
      }
      Y.applyUpdate(this.#trial, update);
      return true;
    } catch {
      this.#trial = undefined;
      return false;
    }
  }

  #compactSoon(): void {
    if (this.#compacting) return;
    this.#compacting = true;
    void this.#inTurn(() => this.store.compact(this.name))
      // The changes are all there; the next one tries again.
      .catch((error: unknown) => this.log.warn({ err: error, text: this.name }, 'A text could not be compacted'))
      .finally(() => (this.#compacting = false));
  }
}
