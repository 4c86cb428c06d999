import type { ApolloClient } from '@apollo/client';
import type { Connection } from '../../features/live/connection.ts';
import type { LiveBus } from '../../features/live/live-bus.ts';
import { LiveFeed } from '../../features/live/live-feed.ts';
import { openLine } from './open-line.ts';

interface FeedParts {
  client: ApolloClient;
  bus: LiveBus;
  connection: Connection;
  /** The session is gone: ask the person to sign in again. */
  onUnauthenticated: () => void;
}

/** The live feed over a socket to the server. */
export function openFeed({ client, bus, connection, onUnauthenticated }: FeedParts): LiveFeed {
  const transport = {
    ...openLine(client, onUnauthenticated),
    refetch: () => client.refetchQueries({ include: 'active' }),
    online: () => navigator.onLine,
    onNetwork(listener: (online: boolean) => void) {
      const came = (): void => listener(true);
      const went = (): void => listener(false);
      window.addEventListener('online', came);
      window.addEventListener('offline', went);
      return () => {
        window.removeEventListener('online', came);
        window.removeEventListener('offline', went);
      };
    },
    now: () => new Date(),
    random: Math.random,
  };
  return new LiveFeed(transport, bus, connection);
}
