import { useEffect, useState } from 'react';
import type { Run } from './run-documents.ts';

/** Twice a second, so that no second is skipped on a busy machine. */
const tickEvery = 500;

/** The clock of a running meeting at this moment. */
export interface Clock {
  /** Seconds left for the current item, below zero when it runs over. */
  remaining: number;
  /** Seconds that everything after it moved up since the server last predicted its moment: it runs over, or it pauses. */
  slipped: number;
}

/** What a clock shows so many seconds after the server's answer. */
export function clockAfter({ paused, remainingSeconds }: Run, seconds: number): Clock {
  if (paused) return { remaining: remainingSeconds, slipped: seconds };
  const remaining = remainingSeconds - seconds;
  return { remaining, slipped: Math.max(0, -remaining) - Math.max(0, -remainingSeconds) };
}

const keyOf = (run: Run | null): string =>
  run
    ? [run.currentItem?.id, run.paused, run.remainingSeconds, run.givenMinutes, run.predictedEndAt].join(' ')
    : 'nothing';

/** Counts on from the server's last answer, each second; null while nothing runs. By the clock that no person and no time zone can turn. */
export function useClock(run: Run | null): Clock | null {
  const key = keyOf(run);
  const [counted, setCounted] = useState({ key, seconds: 0 });
  useEffect(() => {
    const from = performance.now();
    const timer = setInterval(
      () => setCounted({ key, seconds: Math.floor((performance.now() - from) / 1_000) }),
      tickEvery,
    );
    return () => clearInterval(timer);
  }, [key]);
  // What was counted since an older answer says nothing about this one.
  return run ? clockAfter(run, counted.key === key ? counted.seconds : 0) : null;
}

/** “14:06”, and “+1:20” once it runs over. */
export function clockText(remaining: number): string {
  const seconds = Math.abs(remaining);
  const digits = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return remaining < 0 ? `+${digits}` : digits;
}
