import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { TextSession, type TextOrder } from './text-session.ts';
import { freshState, type TextState } from './text-state.ts';

const nothing = (): (() => void) => () => undefined;
const fresh = (): TextState => freshState;

/** Opens a text while the component stands. @returns the text, null in the first moment, and how it stands */
export function useTextSession(order: TextOrder): { session: TextSession | null; state: TextState } {
  const { name, personId, keep, connection } = order;
  const [session, setSession] = useState<TextSession | null>(null);
  const latest = useRef(order);
  useEffect(() => {
    latest.current = order;
  });
  useEffect(() => {
    const opened = new TextSession({
      name,
      personId,
      keep,
      connection,
      // Another word for it is no reason to open the text again.
      label: latest.current.label,
      onRefusedText: (text) => latest.current.onRefusedText?.(text),
    });
    setSession(opened);
    return () => {
      setSession(null);
      opened.end();
    };
  }, [name, personId, keep, connection]);
  const state = useSyncExternalStore(session?.subscribe ?? nothing, session?.get ?? fresh);
  return { session, state };
}
