import { useSubscription } from '@apollo/client/react';
import { useConnection } from '../../live/connection.ts';
import type { Live } from '../../live/live.ts';
import { meetingPresenceSubscription, type Onlooker } from './presence-documents.ts';

/** Who looks now. Asked again each time the line comes back; without a line nobody knows, and the answer is null. */
export function usePresence(live: Live, meetingId: string): readonly Onlooker[] | null {
  const { status } = useConnection(live.connection);
  const connected = status === 'connected';
  const { data } = useSubscription(meetingPresenceSubscription, { variables: { meetingId }, skip: !connected });
  return connected ? (data?.meetingPresence.onlookers ?? null) : null;
}
