import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { Factories } from '../../../testing/factories.ts';
import { graphClient } from '../../../testing/graph-client.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { modules } from '../../modules.ts';
import { HttpRoutes } from './http-routes.ts';

let app: TestApp;
let stopped = 0;

/** A room that says who asks, and repeats what a socket says. */
const room: (typeof modules)[number] = {
  name: 'echo',
  entities: [],
  resolvers: [],
  register(platform) {
    platform.http.register('/echo/', async ({ response, path, sameOrigin, context }) => {
      const { viewer } = await context();
      response.end(JSON.stringify({ path, sameOrigin, personId: viewer?.personId ?? null }));
    });
    platform.http.register(
      '/echo/slow',
      async ({ request, response }) => {
        for await (const _chunk of request);
        response.end('all of it');
      },
      { bodyWithin: 200 },
    );
    platform.http.register('/echo/broken', () => Promise.reject(new Error('select secret from inside')));
    const sockets = new WebSocketServer({ noServer: true });
    platform.http.registerSocket('/echo', {
      upgrade: (request, socket, head) =>
        sockets.handleUpgrade(request, socket, head, (ws) => ws.on('message', (text) => ws.send(String(text)))),
      stop: async () => {
        stopped += 1;
        for (const client of sockets.clients) client.terminate();
      },
    });
  },
};

beforeAll(async () => {
  app = await testApp({ modules: [...modules, room], config: { publicUrl: new URL('https://tafel.example') } });
});
afterAll(() => app.close());

const ask = async (path: string, init: RequestInit = {}) => (await fetch(app.url + path, init)).json();
const socketTo = (path: string, origin: string) =>
  new Promise<string>((resolve) => {
    const socket = new WebSocket(app.url.replace('http', 'ws') + path, { origin });
    socket.on('open', () => socket.send('hallo'));
    socket.on('message', (text) => {
      resolve(String(text));
      socket.close();
    });
    socket.on('error', (error) => resolve(error.message));
  });

test('a room answers below its prefix, and knows who asks and from where', async () => {
  const person = await new Factories(app).person({ name: 'Ada' });
  const { cookie } = await graphClient(app, person);
  expect(await ask('/echo/a%20b?c=d')).toEqual({ path: '/echo/a b', sameOrigin: true, personId: null });
  expect(await ask('/echo/x', { headers: { cookie } })).toMatchObject({ personId: person.id });
  expect(await ask('/echo/x', { method: 'POST', headers: { origin: 'https://elders.example' } })).toMatchObject({
    sameOrigin: false,
  });
  expect(await ask('/echo/x', { headers: { origin: 'https://tafel.example' } })).toMatchObject({ sameOrigin: true });
});

test('the same headers go along as everywhere, and nothing of the inside when it breaks', async () => {
  const answer = await fetch(`${app.url}/echo/broken`);
  expect(answer.status).toBe(500);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await answer.text()).not.toContain('secret');
});

test('a body that takes too long is cut with 408', async () => {
  const status = await new Promise((resolve) => {
    const slow = httpRequest(`${app.url}/echo/slow`, { method: 'POST', headers: { 'content-length': 100 } }, (answer) =>
      resolve(answer.statusCode),
    );
    slow.on('error', () => {});
    slow.write('drop');
  });
  expect(status).toBe(408);
});

test('a room has WebSockets at its path, for pages of this host', async () => {
  expect(await socketTo('/echo', 'https://tafel.example')).toBe('hallo');
  expect(await socketTo('/echo', 'https://elders.example')).toContain('403');
  expect(await socketTo('/echo/elders', 'https://tafel.example')).toContain('404');
});

test('sockets of a room end with the server', async () => {
  const other = await testApp({ modules: [...modules, room] });
  const before = stopped;
  await other.close();
  expect(stopped).toBe(before + 1);
});

test('a path is answered by one room', () => {
  const routes = new HttpRoutes(undefined);
  routes.register('/a/', async () => {});
  routes.registerSocket('/a', { upgrade() {}, stop: async () => {} });
  expect(() => routes.register('/a/', async () => {})).toThrow('/a/ is answered already');
  expect(() => routes.registerSocket('/a', { upgrade() {}, stop: async () => {} })).toThrow('/a is answered already');
});
