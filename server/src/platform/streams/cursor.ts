import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { parse, stringify } from 'uuid';
import type { Reference } from './event.ts';
import { StreamRefused } from './stream-refused.ts';

/** Where a reader is: a number in a stream, or a position on a timeline, of one epoch of the database. */
export interface Place {
  epoch: string;
  number: number;
}

const ivLength = 12;
const tagLength = 16;
const placeLength = 24;

/**
 * Cursors that clients keep and cannot read: numbers in the clear would tell how much happened that one
 * may not see. Each is tied to what it was made for and of one length, whatever the number.
 */
export class Cursors {
  readonly #key: Buffer;

  /** @param key 32 bytes, the same for every instance on one database. */
  constructor(key: Buffer) {
    this.#key = key;
  }

  seal(purpose: 'stream' | 'timeline', of: Reference, place: Place): string {
    const iv = randomBytes(ivLength);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv).setAAD(binding(purpose, of));
    const plain = Buffer.alloc(placeLength);
    plain.set(parse(place.epoch));
    plain.writeBigUInt64BE(BigInt(place.number), 16);
    return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url');
  }

  /** @throws StreamRefused `BAD_CURSOR` when it was not made here for this. */
  open(purpose: 'stream' | 'timeline', of: Reference, cursor: string): Place {
    try {
      const bytes = Buffer.from(cursor, 'base64url');
      if (bytes.length !== ivLength + placeLength + tagLength) throw new Error('Wrong length.');
      const decipher = createDecipheriv('aes-256-gcm', this.#key, bytes.subarray(0, ivLength), {
        authTagLength: tagLength,
      });
      decipher.setAAD(binding(purpose, of)).setAuthTag(bytes.subarray(-tagLength));
      const plain = Buffer.concat([decipher.update(bytes.subarray(ivLength, -tagLength)), decipher.final()]);
      return { epoch: stringify(plain.subarray(0, 16)), number: Number(plain.readBigUInt64BE(16)) };
    } catch (error) {
      throw new StreamRefused('BAD_CURSOR', 'This cursor was not made for this.', { cause: error });
    }
  }
}

function binding(purpose: string, of: Reference): Buffer {
  return Buffer.from(JSON.stringify([purpose, of.kind, of.id.toLowerCase()]));
}
