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
  /**
   * What a document begins with that nobody opened before, for a kind whose words are in a row already. Asked in the transaction that
   * begins it, of which there is one for each document, whoever comes first; locks the row it reads. @returns null for an empty one.
   */
  begin?(em: SqlEntityManager, name: string): Promise<FirstWords | null>;
  /** Told in the transaction that keeps a change. */
  wrote?(em: SqlEntityManager, change: { name: string; actorId: string; at: Date }): Promise<void>;
  /** Told when the last one who may write in a document has left it on this instance. */
  left?(name: string): void;
  /** Bytes that a document of this kind may have, where it is less than any. */
  readonly largest?: number;
}

/** What a document begins with. */
export interface FirstWords {
  readonly update: Uint8Array;
  /** Whose words they are. */
  readonly actorId: string;
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
