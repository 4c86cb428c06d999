/**
 * What server and client say to each other beside the text itself, as JSON.
 *
 * The client asks `{ ask: 'saved', mark }`. All that it sent before is committed when the answer `{ saved: mark, at }` comes: messages
 * over one socket are handled in order. Nothing of what was refused is ever answered.
 */
export type ServerWord =
  | { readonly saved: string; readonly at: string }
  | { readonly access: 'write' | 'read'; readonly because: string | null }
  | { readonly refused: string };

/** The mark that a client asks about; null when it says something else. */
export function markOf(payload: string): string | null {
  try {
    const word = JSON.parse(payload) as { ask?: unknown; mark?: unknown } | null;
    return word?.ask === 'saved' && typeof word.mark === 'string' && word.mark.length <= 40 ? word.mark : null;
  } catch {
    return null;
  }
}

/** Why the server leaves a document or refuses it at the door. */
export const textRefusals = {
  /** Not there, or not (any more) of this person. The client forgets what it kept. */
  notYours: 'NOT_YOURS',
  tooMany: 'TOO_MANY',
  /** For now only: the client comes back. */
  later: 'LATER',
} as const;

/** How the server closes a socket. */
export const textCloses = {
  goingAway: { code: 1001, reason: 'Going away' },
  unreadable: { code: 1007, reason: 'Unreadable' },
  tooSlow: { code: 1008, reason: 'Too slow' },
  tooMany: { code: 1008, reason: 'Too many sockets' },
  later: { code: 1013, reason: 'Try again later' },
  unauthorized: { code: 4401, reason: 'Unauthorized' },
} as const;
