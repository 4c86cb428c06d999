import { once } from 'node:events';
import { type Socket, connect, createServer } from 'node:net';
import type { TestApp } from '@versnellingstafel/server/testing/test-app';

/** A line to the server that a test can cut, as a train in a tunnel does: nobody is told, nothing arrives. */
export interface CuttableLine {
  /** The address of the server through this line. */
  readonly url: string;
  /** Breaks every WebSocket, or everything, and lets no new one through. */
  cut(what: 'sockets' | 'everything'): void;
  mend(): void;
  close(): Promise<void>;
}

/** Lays a line to the server: a port of its own that passes on every byte. */
export async function layLine(app: TestApp): Promise<CuttableLine> {
  const open = new Map<Socket, { isWebSocket: boolean; far: Socket }>();
  let broken: 'nothing' | 'sockets' | 'everything' = 'nothing';
  const isBroken = (isWebSocket: boolean) => broken === 'everything' || (broken === 'sockets' && isWebSocket);
  const end = (near: Socket) => {
    open.get(near)?.far.destroy();
    open.delete(near);
    near.destroy();
  };
  const server = createServer((near) => {
    const far = connect(app.port, '127.0.0.1');
    open.set(near, { isWebSocket: false, far });
    near.on('data', (chunk) => {
      // A browser opens a connection of its own for each socket, so its head comes in the first bytes.
      const isWebSocket = open.get(near)?.isWebSocket || /^upgrade: websocket/im.test(chunk.toString('latin1'));
      open.set(near, { isWebSocket, far });
      if (isBroken(isWebSocket)) end(near);
      else far.write(chunk);
    });
    far.on('data', (chunk) => near.write(chunk));
    for (const side of [near, far]) {
      side.on('error', () => end(near));
      side.on('close', () => end(near));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    cut(what) {
      broken = what;
      for (const [near, { isWebSocket }] of open) if (isBroken(isWebSocket)) end(near);
    },
    mend() {
      broken = 'nothing';
    },
    async close() {
      for (const near of open.keys()) end(near);
      server.close();
      await once(server, 'close');
    },
  };
}
