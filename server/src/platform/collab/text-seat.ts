import type { Connection, WebSocketLike } from '@hocuspocus/server';
import type { TextSeat } from './text-rights.ts';
import type { ServerWord } from './text-words.ts';

/** A socket with who is at the other end. */
export interface TextSocket {
  readonly personId: string;
  readonly socket: WebSocketLike;
  /** All that is open over it. */
  readonly seats: Set<LiveSeat>;
  /** The one that a message is about. */
  readonly seat?: LiveSeat;
}

/** Somebody at a document over one socket. */
export interface LiveSeat extends TextSeat {
  connection: Connection<TextSocket> | undefined;
  /** Something that came from here was refused: nothing is called saved any more. */
  refused: boolean;
  /** It was no longer theirs before the document was even open. */
  gone: boolean;
}

/** Says no without a line in the log: a refusal is nobody's bug. */
export class TurnedAway extends Error {
  constructor(readonly reason: string) {
    super('');
  }
}

/** Says a word beside the text. */
export function say(connection: Connection, word: ServerWord): void {
  connection.sendStateless(JSON.stringify(word));
}
