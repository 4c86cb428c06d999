import { useEffect, useRef, useState } from 'react';
import { announce } from '../../lib/announce.ts';
import { useLiveEvents } from './live-bus.ts';
import type { LiveEvent, LiveFilter } from './live-event.ts';

const burstMs = 250;

interface ArrivalOptions {
  /** The sentence that a screen reader hears once for a burst. */
  sentence: (count: number) => string;
  /** Fetch the list again; the server knows which rows belong and in which order. */
  refetch: () => unknown;
}

/**
 * What came in while the list stood open: `arrivedAt(id)` is the moment (ISO) that stands behind a row as “nieuw, 14:32”, undefined for
 * the rest. One refetch and one polite sentence for a burst; what the viewer did themselves is neither new nor announced.
 */
export function useArrivals(
  filter: LiveFilter & { subjectType: string },
  { sentence, refetch }: ArrivalOptions,
): { arrivedAt: (id: string) => string | undefined } {
  const [arrived, setArrived] = useState<ReadonlyMap<string, string>>(new Map());
  const burst = useRef<LiveEvent[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function settle(): void {
    const events = burst.current;
    burst.current = [];
    timer.current = undefined;
    refetch();
    const moments = events
      .filter(({ own }) => !own)
      .flatMap(({ subjects, occurredAt }) =>
        subjects
          .filter(({ __typename }) => __typename === filter.subjectType)
          .map(({ id }) => [id, occurredAt] as const),
      );
    if (moments.length === 0) return;
    setArrived((before) => new Map([...before, ...moments]));
    announce(sentence(new Set(moments.map(([id]) => id)).size));
  }

  useLiveEvents(filter, (event) => {
    burst.current.push(event);
    timer.current ??= setTimeout(settle, burstMs);
  });

  return { arrivedAt: (id) => arrived.get(id) };
}
