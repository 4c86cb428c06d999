import { createContext, useContext, useEffect, useRef } from 'react';
import { passes, type LiveEvent, type LiveFilter } from './live-event.ts';

type Listener = (event: LiveEvent) => void;

/** Tells features what came in over the streams. */
export class LiveBus {
  readonly #listeners = new Set<Listener>();

  /** Hears every event until the returned function is called. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells every listener. */
  emit(event: LiveEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

/** The bus of this page; by default one on which nothing happens. */
export const LiveBusContext = createContext(new LiveBus());

/** Calls the handler for each event that passes. The cache already holds the subjects' new fields; refetch only what a row cannot tell. */
export function useLiveEvents(filter: LiveFilter, handler: Listener): void {
  const bus = useContext(LiveBusContext);
  const latest = useRef({ filter, handler });
  useEffect(() => {
    latest.current = { filter, handler };
  });
  useEffect(
    () => bus.subscribe((event) => passes(event, latest.current.filter) && latest.current.handler(event)),
    [bus],
  );
}
