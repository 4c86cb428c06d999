import { HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type { Connection } from '../live/connection.ts';

const unauthorized = 4401;
/** The first pause, doubling up to the longest, each time anywhere in between. */
const pause = { first: 500, longest: 10_000 };

/** The one socket of all texts on a page. */
export interface TextSocket {
  readonly websocket: HocuspocusProviderWebsocket;
  /** Lets go; the last one closes it. */
  release(): void;
}

let shared: { websocket: HocuspocusProviderWebsocket; holders: number; stop: () => void } | undefined;

function open(connection: Connection): NonNullable<typeof shared> {
  const url = new URL('/collab', window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const websocket = new HocuspocusProviderWebsocket({
    url: url.href,
    delay: pause.first,
    minDelay: pause.first / 2,
    maxDelay: pause.longest,
    onClose: ({ event }) => {
      // The session is over: the page goes to the door by itself, and knocking goes on for nothing.
      if (event.code === unauthorized) websocket.disconnect();
    },
  });
  let before = connection.get().status;
  const stop = connection.subscribe(() => {
    const { status } = connection.get();
    // The page is back: no reason to wait out a pause of half a minute here.
    if (status === 'connected' && before !== 'connected' && String(websocket.status) !== 'connected')
      void websocket.connect();
    before = status;
  });
  return { websocket, holders: 0, stop };
}

/** The socket, opened for whoever comes first. @param connection how the page itself hangs on to the server */
export function holdTextSocket(connection: Connection): TextSocket {
  const held = (shared ??= open(connection));
  held.holders += 1;
  let released = false;
  return {
    websocket: held.websocket,
    release() {
      if (released) return;
      released = true;
      held.holders -= 1;
      if (held.holders > 0) return;
      if (shared === held) shared = undefined;
      held.stop();
      held.websocket.destroy();
    },
  };
}
