import { useEffect, useRef } from 'react';
import { useConnection } from '../../live/connection.ts';
import type { Live } from '../../live/live.ts';
import { useLiveRefetch } from '../../live/use-live-refetch.ts';

/** Clock and programme come along with these; nothing else of the meeting changes. Fifty screens need not ask again at each next item. */
const toldInFull = ['ITEM_STARTED', 'MEETING_PAUSED', 'MEETING_RESUMED', 'LEAD_TAKEN', 'MINUTES_ADDED'] as const;

/**
 * Follows a meeting while its page is open. Clock and programme come with each event; the rest is fetched after a burst of them, when the
 * stream is joined, when the line is back and when somebody looks again: a device that slept has counted nothing.
 */
export function useMeetingFeed(live: Live, meetingId: string, refetch: () => Promise<unknown>): void {
  const latest = useRef(refetch);
  useEffect(() => {
    latest.current = refetch;
  });
  useEffect(() => {
    const again = (): void => void latest.current().catch(() => undefined);
    const lookAgain = (): void => {
      if (document.visibilityState === 'visible') again();
    };
    document.addEventListener('visibilitychange', lookAgain);
    const leave = live.join({ kind: 'meeting', meetingId }, again);
    return () => {
      document.removeEventListener('visibilitychange', lookAgain);
      leave();
    };
  }, [live, meetingId]);
  useLiveRefetch({ subjectId: meetingId, except: toldInFull }, () => latest.current());

  const { status } = useConnection(live.connection);
  const before = useRef(status);
  useEffect(() => {
    if (before.current !== 'connected' && status === 'connected') void latest.current().catch(() => undefined);
    before.current = status;
  }, [status]);
}
