import { useRouteContext } from '@tanstack/react-router';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useViewer } from '../session/session.ts';
import { TextSession } from './text-session.ts';
import { freshState, type TextState } from './text-state.ts';

/** The bare id in an id that names its type. */
const bare = (id: string): string => id.slice(id.indexOf('_') + 1);

interface MinutesTextOrder {
  meetingId: string;
  itemId: string;
  label: string;
  keep: boolean;
  onRefusedText: (text: string) => void;
}

const nothing = (): (() => void) => () => undefined;
const fresh = (): TextState => freshState;

/** Opens the text of an item while the component stands. @returns the text, null in the first moment, and how it stands */
export function useTextSession(order: MinutesTextOrder): { session: TextSession | null; state: TextState } {
  const { live } = useRouteContext({ from: '/app' });
  const { person } = useViewer();
  const { meetingId, itemId, label, keep } = order;
  const [session, setSession] = useState<TextSession | null>(null);
  const refused = useRef(order.onRefusedText);
  useEffect(() => {
    refused.current = order.onRefusedText;
  });
  useEffect(() => {
    const opened = new TextSession({
      name: `minutes:${bare(meetingId)}:${bare(itemId)}`,
      personId: person.id,
      label,
      keep,
      connection: live.connection,
      onRefusedText: (text) => refused.current(text),
    });
    setSession(opened);
    return () => opened.end();
    // The label is only a word for the copy on this device: another one is no reason to open the text again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [live, person.id, meetingId, itemId, keep]);
  const state = useSyncExternalStore(session?.subscribe ?? nothing, session?.get ?? fresh);
  return { session, state };
}
