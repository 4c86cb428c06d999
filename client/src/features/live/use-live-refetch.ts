import { useEffect, useRef } from 'react';
import { useLiveEvents } from './live-bus.ts';
import type { LiveFilter } from './live-event.ts';

const burstMs = 250;

/** Fetches again once after each burst of events that pass: for what a row in the cache cannot tell, such as lists and counts. */
export function useLiveRefetch(filter: LiveFilter, refetch: () => Promise<unknown>): void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveEvents(filter, () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      void refetch().catch(() => undefined);
    }, burstMs);
  });
}
