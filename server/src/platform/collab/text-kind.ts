import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Reference } from '../streams/event.ts';

/** What a person may do with one document. */
export interface TextAccess {
  readonly may: 'write' | 'read';
  /** Why not write, as a code; null for who may. */
  readonly because: string | null;
  /** The name that others see at this person's caret. */
  readonly shownAs: string;
  /** Streams whose events may change the above: then it is asked again. */
  readonly streams: readonly Reference[];
}

/** A kind of document that people write together, and who may do what with it. `C` is the context of whoever asks. */
export interface TextKind<C> {
  /**
   * What the viewer of this context may do with the document of this name, read now.
   * @returns null when there is no such document or it is not this viewer's: both are answered alike.
   */
  access(context: C, name: string): Promise<TextAccess | null>;
  /**
   * Asked in the very transaction that keeps a change: is the document closed by now? Locks what it reads, so that nobody closes it
   * before the change is kept. @returns why, as a code; null when it is open.
   */
  closed(em: SqlEntityManager, name: string): Promise<string | null>;
}

/** The kinds of documents that rooms have. A name begins with its kind and a colon. */
export class TextKinds<C> {
  readonly #kinds = new Map<string, TextKind<C>>();

  /** @throws Error when the kind is there already. */
  register(kind: string, definition: TextKind<C>): void {
    if (this.#kinds.has(kind)) throw new Error(`${kind} is registered already.`);
    this.#kinds.set(kind, definition);
  }

  /** The kind of the document of this name; undefined when no room has it. */
  of(name: string): TextKind<C> | undefined {
    return this.#kinds.get(name.slice(0, Math.max(0, name.indexOf(':'))));
  }
}
