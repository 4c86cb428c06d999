import { IncomingMessage, MessageType } from '@hocuspocus/server';
import * as Y from 'yjs';
import { textLimits } from './text-limits.ts';

/** What a message over the socket is, as far as it must be known before it is passed on. */
export type TextMessage =
  | { readonly kind: 'pong' }
  | { readonly kind: 'pass' }
  /** A change that nobody will take. */
  | { readonly kind: 'refused'; readonly address: string; readonly reason: 'TOO_LARGE' | 'MALFORMED' };

/** A kind, then ids; nothing that could do harm in a log line. */
const nameShape = /^[a-z][a-z-]{0,30}(?::[0-9a-z-]{1,64}){1,3}$/;
/** Which of one's own views of it, when there are more over one socket. */
const viewShape = /^[0-9a-z]{1,20}$/;
const fromClients: readonly number[] = [
  MessageType.Sync,
  MessageType.Awareness,
  MessageType.Auth,
  MessageType.QueryAwareness,
  MessageType.Stateless,
  MessageType.CLOSE,
];
const [stateVector, wholeState, change] = [0, 1, 2];
const longestWord = 200;
/** A client speaks of its own caret, and now and then of those it has lost. */
const mostCarets = 100;
const longestCarets = 20_000;

/**
 * Looks at a message before anything is done with it. @throws Error when it is none of the protocol.
 */
export function readTextMessage(data: Uint8Array): TextMessage {
  if (data.byteLength === 1 && data[0] === MessageType.Pong) return { kind: 'pong' };
  const message = new IncomingMessage(data);
  const address = message.readVarString();
  const [name = '', ...views] = address.split('\0');
  if (!nameShape.test(name) || views.length > 1 || !views.every((view) => viewShape.test(view)))
    throw new Error('The name of a text has another shape.');
  const type = message.readVarUint();
  if (!fromClients.includes(type)) throw new Error('A client does not send this.');
  if (type === MessageType.Stateless && data.byteLength > address.length + longestWord)
    throw new Error('This word is too long.');
  if (type === MessageType.Awareness) checkCarets(message.readVarUint8Array());
  if (type !== MessageType.Sync) return { kind: 'pass' };
  const step = message.readVarUint();
  const content = message.readVarUint8Array();
  if (step === stateVector) Y.decodeStateVector(content);
  else if (step !== wholeState && step !== change) throw new Error('There is no such step.');
  else if (content.byteLength > textLimits.update) return { kind: 'refused', address, reason: 'TOO_LARGE' };
  else if (!isUpdate(content)) return { kind: 'refused', address, reason: 'MALFORMED' };
  return { kind: 'pass' };
}

/** @throws Error when this is not about carets. */
function checkCarets(content: Uint8Array): void {
  if (content.byteLength > longestCarets) throw new Error('This is too much for a caret.');
  const carets = new IncomingMessage(content);
  const count = carets.readVarUint();
  if (count > mostCarets) throw new Error('These are too many carets.');
  for (let caret = 0; caret < count; caret += 1) {
    carets.readVarUint();
    carets.readVarUint();
    JSON.parse(carets.readVarString());
  }
}

function isUpdate(content: Uint8Array): boolean {
  try {
    Y.decodeUpdate(content);
    return true;
  } catch {
    return false;
  }
}
