import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Factories } from '@versnellingstafel/server/testing/factories';
import { clientWithCookie, cookieFrom, graphClient } from '@versnellingstafel/server/testing/graph-client';
import { type TestApp, testApp } from '@versnellingstafel/server/testing/test-app';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Bytes {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** As bytes on the wire: `fetch` would unpack them. */
function get(
  app: TestApp,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body?: string,
): Promise<Bytes> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${app.url}${path}`, { headers, method }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

describe('the server over HTTP', () => {
  let app: TestApp;
  let folder: string;
  const script = `console.log(${JSON.stringify('tafel '.repeat(1_000))})`;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'client-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(
      join(folder, 'index.html'),
      '<!doctype html><html lang="nl"><title>Versnellingstafel</title></html>',
    );
    await writeFile(join(folder, 'assets', 'main-AbCd1234.js'), script);
    await writeFile(join(folder, 'secret.env'), 'PASSWORD=1');
    app = await testApp({ config: { clientDir: folder } });
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  it('says that it lives and that it is ready', async () => {
    expect((await get(app, '/healthz')).status).toBe(200);
    expect((await get(app, '/readyz')).status).toBe(200);
  });

  it('gives the page for every path of its router, to be asked again', async () => {
    for (const path of ['/', '/knelpunten/KP-2026-013', '/tafels/west?weergave=lijst']) {
      const page = await get(app, path);
      expect([page.status, page.headers['content-type'], page.headers['cache-control']]).toEqual([
        200,
        'text/html; charset=utf-8',
        'no-cache',
      ]);
      expect((await get(app, path, { 'if-none-match': String(page.headers['etag']) })).status).toBe(304);
    }
    expect((await get(app, '/assets/gone-12345678.js')).status).toBe(404);
    expect((await get(app, '/secret.env')).status).toBe(404);
  });

  it('keeps hashed files for a year, packed as the browser takes it', async () => {
    const path = '/assets/main-AbCd1234.js';
    const plain = await get(app, path);
    expect(plain.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(plain.body.toString()).toBe(script);
    const brotli = await get(app, path, { 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(brotli.body).toString()).toBe(script);
    const gzip = await get(app, path, { 'accept-encoding': 'gzip' });
    expect(gunzipSync(gzip.body).toString()).toBe(script);
    expect(gzip.headers['vary']).toBe('Accept-Encoding');
  });

  it('answers HEAD like GET without the body', async () => {
    const head = await get(app, '/', {}, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
  });

  it('packs large answers of the API and keeps none', async () => {
    const make = new Factories(app);
    for (let index = 0; index < 40; index++) await make.municipality(`Gemeente ${index}`);
    const { cookie } = await graphClient(app, await make.person());
    const headers = { 'content-type': 'application/json', cookie, 'accept-encoding': 'br' };
    const answer = await get(
      app,
      '/graphql',
      headers,
      'POST',
      JSON.stringify({ query: '{ municipalities { id code name } }' }),
    );
    expect([answer.headers['content-encoding'], answer.headers['cache-control']]).toEqual(['br', 'no-store']);
    expect(JSON.parse(brotliDecompressSync(answer.body).toString()).data.municipalities).toHaveLength(40);
  });

  it('speaks English to who asks for it', async () => {
    const client = await graphClient(app, null);
    const dutch = await client.answer('{ regions { id } }');
    const english = await client.answer('{ regions { id } }', {}, { 'accept-language': 'en' });
    expect(dutch.errors[0]?.message).toMatch(/niet aangemeld/);
    expect(english.errors[0]?.message).toMatch(/not signed in/);
  });

  it('carries a session from sign-in to sign-out', async () => {
    await new Factories(app).person({ name: 'Roos', persona: 'Secretaris' });
    const anonymous = await graphClient(app, null);
    const { personas } = await anonymous.run('{ personas { id } }');
    const answer = await anonymous.answer(
      'mutation ($id: ID!) { signInAsPersona(personaId: $id) { problems { code } } }',
      { id: personas[0].id },
    );
    const client = clientWithCookie(app, cookieFrom(answer.headers));
    expect(await client.run('{ viewer { person { name } } }')).toEqual({ viewer: { person: { name: 'Roos' } } });
  });
});

describe('on PGlite', () => {
  it('the same server runs', async () => {
    const app = await testApp({ database: 'pglite' });
    const make = new Factories(app);
    const table = await make.table({ region: await make.region('TWENTE') });
    const client = await graphClient(app, await make.member(table, 'CHAIR', { name: 'Bo' }));
    const { tables } = await client.run(
      '{ tables { edges { node { region { code } members { role person { name } } } } } }',
    );
    expect(tables.edges).toEqual([
      { node: { region: { code: 'TWENTE' }, members: [{ role: 'CHAIR', person: { name: 'Bo' } }] } },
    ]);
    await app.close();
  });
});
