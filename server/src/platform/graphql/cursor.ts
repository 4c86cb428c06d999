import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Breach } from '../commands/breach.ts';

/** A cursor that we did not make, or made for another list, order or filter. */
class BadCursor extends Breach {
  override readonly name = 'BadCursor';
  constructor() {
    super('BAD_CURSOR', 'This place in the list is no longer valid. Start from the top.');
  }
}

/** A value that rows are sorted by. */
export type SortValue = string | number | boolean | null;

/** A place in a list: the values of its sort keys and the UUID of the row. */
export interface Place {
  readonly values: readonly SortValue[];
  readonly id: string;
}

const signatureBytes = 12;

/**
 * Signs places, so that a client can hand them back but not make them: a made-up sort value would ask
 * the database questions about rows that the client may not see.
 */
export class CursorSigner {
  readonly #key: Buffer;

  /** @param secret the same on all instances: see sessions/signing-keys.ts. */
  constructor(secret: string) {
    this.#key = createHash('sha256').update(`cursor:${secret}`).digest();
  }

  /** @param list name, order and filter of the list; a cursor is valid for that very list only. */
  sign(list: string, place: Place): string {
    const body = JSON.stringify([...place.values, place.id]);
    const signature = this.#signature(list, body).toString('base64url');
    return `${signature}${Buffer.from(body).toString('base64url')}`;
  }

  /** @throws BadCursor */
  read(list: string, cursor: string): Place {
    const length = Math.ceil((signatureBytes * 4) / 3);
    const given = Buffer.from(cursor.slice(0, length), 'base64url');
    const body = Buffer.from(cursor.slice(length), 'base64url').toString();
    const expected = this.#signature(list, body);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new BadCursor();
    const parts = JSON.parse(body) as SortValue[];
    return { values: parts.slice(0, -1), id: String(parts.at(-1)) };
  }

  #signature(list: string, body: string): Buffer {
    return createHmac('sha256', this.#key).update(list).update('\0').update(body).digest().subarray(0, signatureBytes);
  }
}
