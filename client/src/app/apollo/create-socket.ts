import { createClient, type Client } from 'graphql-ws';

const pingEvery = 12_000;
const answerWithin = 6_000;
/** How the server closes a socket whose session is over. */
const unauthorized = 4401;

/**
 * The one socket. It opens with the first stream and never retries by itself: `features/live` decides when to try again and from which
 * cursor. A socket whose ping stays unanswered is cut, since a dead network tells nobody.
 */
export function createSocket(onUnauthenticated: () => void): Client {
  const url = new URL('/graphql', window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  let late: ReturnType<typeof setTimeout> | undefined;
  const socket = createClient({
    url: url.href,
    retryAttempts: 0,
    keepAlive: pingEvery,
    on: {
      ping: (received) => {
        if (!received) late = setTimeout(() => socket.terminate(), answerWithin);
      },
      pong: (received) => {
        if (received) clearTimeout(late);
      },
      closed: (event) => {
        clearTimeout(late);
        if ((event as CloseEvent).code === unauthorized) onUnauthenticated();
      },
    },
  });
  return socket;
}
