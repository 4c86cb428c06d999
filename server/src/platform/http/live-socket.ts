import type { Server } from 'graphql-ws';
import type { Logger } from 'pino';
import type { RawData, WebSocket } from 'ws';

/** Milliseconds between two looks whether the other side is still there. */
const pingEvery = 3_000;
/** So many looks without an answer, and it is gone: who looks at a meeting is forgotten within ten seconds, and a stall is no end. */
const patience = 2;

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return Buffer.from(data as Buffer).toString('utf8');
}

/**
 * Ties a socket to the protocol. The adapter that comes with graphql-ws prints a stack for every message of nonsense; here
 * the other side is closed and no more is said about it.
 */
export function speak<Extra>(server: Server<Extra>, socket: WebSocket, extra: Extra, log: Logger): void {
  let unanswered = 0;
  const ping = setInterval(() => {
    if (unanswered >= patience) return socket.terminate();
    unanswered += 1;
    socket.ping();
  }, pingEvery);
  socket.on('pong', () => (unanswered = 0));
  // ws has closed it with a code of its own by then, for example 1009 for a frame that is too large.
  socket.on('error', (error) => log.debug({ reason: error.message }, 'A socket broke'));
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (text) =>
        new Promise((resolve, reject) => {
          if (socket.readyState !== socket.OPEN) return resolve();
          socket.send(text, (error) => (error && socket.readyState === socket.OPEN ? reject(error) : resolve()));
        }),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (handle) => {
        socket.on('message', (data) => {
          handle(textOf(data)).catch((error: unknown) => {
            log.warn({ err: error }, 'A message over a socket could not be handled');
            socket.close(4500, 'Internal server error');
          });
        });
      },
    },
    extra,
  );
  socket.once('close', (code, reason) => {
    clearInterval(ping);
    closed(code, reason.toString()).catch((error: unknown) => log.warn({ err: error }, 'A socket was not put away'));
  });
}
