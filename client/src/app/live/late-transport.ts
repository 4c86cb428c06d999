import type { ApolloClient } from '@apollo/client';
import type { LiveTransport } from '../../features/live/live-transport.ts';
import type { Line } from './open-line.ts';

/**
 * The feed's outside world as the first page knows it. Socket, subscriptions and their documents come when a feed starts: nobody needs
 * them before they are signed in. A feed asks for its cursors first, so that all else finds them there.
 * @param open fetches the rest; asked again when it failed
 */
export function createLateTransport(client: ApolloClient, open: () => Promise<Line>): LiveTransport {
  let line: Line | undefined;
  let opening: Promise<Line> | undefined;

  function opened(): Promise<Line> {
    opening ??= open().then(
      (transport) => (line = transport),
      (error: unknown) => {
        opening = undefined;
        throw error;
      },
    );
    return opening;
  }

  return {
    cursorOf: async (stream) => (await opened()).cursorOf(stream),
    follow: (stream, after, sink) => line?.follow(stream, after, sink) ?? (() => undefined),
    onOpen: (listener) => line?.onOpen(listener) ?? (() => undefined),
    cut: () => line?.cut(),
    refetch: () => client.refetchQueries({ include: 'active' }),
    online: () => navigator.onLine,
    onNetwork: (listener) => {
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
}
