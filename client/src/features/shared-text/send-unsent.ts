import type { Connection } from '../live/connection.ts';
import { localCopies, openTexts, tellCopies } from './local-copies.ts';
import { TextSession } from './text-session.ts';

/**
 * Sends what was left on this device of texts that are not open: somebody closed the page, or the battery was empty. What the server no
 * longer takes stays noted. @returns how to stop
 */
export function sendUnsent(personId: string, connection: Connection): () => void {
  const sessions = new Set<TextSession>();
  const end = (session: TextSession): void => {
    sessions.delete(session);
    session.end();
  };
  for (const [name, { unsent, label }] of Object.entries(localCopies(personId))) {
    if (!unsent || openTexts.has(name)) continue;
    const session = new TextSession({ name, personId, label, keep: true, connection, onRefusedText: undefined });
    sessions.add(session);
    session.subscribe(() => {
      if (session.get().unsent) return;
      // Not while it is telling others.
      queueMicrotask(() => {
        end(session);
        tellCopies();
      });
    });
  }
  return () => {
    for (const session of sessions) end(session);
  };
}
