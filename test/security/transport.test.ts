import { Factories } from '@versnellingstafel/server/testing/factories';
import { graphClient } from '@versnellingstafel/server/testing/graph-client';
import { type TestApp, testApp } from '@versnellingstafel/server/testing/test-app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givesAway, operation, send, sendBytes } from './attacker.ts';

const who = operation('{ viewer { locale } }');

describe('over HTTP', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await testApp();
  });
  afterAll(() => app.close());

  it('takes JSON only, so that no form of another site can send an operation', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '']) {
      const answer = await send(app, who, { headers: { 'content-type': type } });
      expect(answer.status, type).toBe(400);
      expect(answer.text).not.toContain('viewer');
    }
  });

  it('changes nothing on GET, PUT, DELETE or OPTIONS', async () => {
    const query = encodeURIComponent('mutation { signOut { problems { code } } }');
    for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD']) {
      const answer = await send(app, undefined, { method, path: `/graphql?query=${query}` });
      expect(answer.status, method).toBe(405);
      expect(answer.headers.get('allow')).toBe('POST');
    }
  });

  it('lets no other origin in, and speaks no CORS', async () => {
    const foreign = await send(app, who, { headers: { origin: 'https://evil.example' } });
    expect(foreign.status).toBe(403);
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    const own = await send(app, who, { headers: { origin: app.url } });
    expect(own.status).toBe(200);
    expect(own.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('refuses a body of 10 MB without reading it', async () => {
    const large = 'x'.repeat(10_000_000);
    const answer = await send(app, large).catch((error: unknown) => ({ status: 413, text: String(error) }));
    expect(answer.status).toBe(413);
    const chunked = await sendBytes(
      app,
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${`186a0\r\n${'x'.repeat(100_000)}\r\n`.repeat(11)}`,
      5_000,
    );
    expect(chunked).toContain('413');
  });

  it('cuts headers that come drop by drop within 15 s', { timeout: 25_000 }, async () => {
    const began = performance.now();
    await sendBytes(app, 'POST /graphql HTTP/1.1\r\nHost: x\r\nX-Slow: ', 20_000);
    expect(performance.now() - began).toBeLessThan(15_000);
  });

  it('answers what is no HTTP without a word about itself', async () => {
    const answer = await sendBytes(app, 'HELLO\r\n\r\n', 5_000);
    expect(answer).toContain('400');
    expect(givesAway(answer)).toBe(false);
    const smuggled = await sendBytes(
      app,
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      5_000,
    );
    expect(smuggled).toContain('400');
  });

  it('serves no file from outside the client', async () => {
    for (const path of [
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assets/../../server/package.json',
      '/%00',
      '/%zz',
    ]) {
      const answer = await send(app, undefined, { method: 'GET', path });
      expect(answer.text, path).not.toMatch(/versnellingstafel\/server|root:/);
    }
  });

  it('puts its headers on every answer', async () => {
    const answers = [
      await send(app, who),
      await send(app, 'x'),
      await send(app, undefined, { method: 'GET' }),
      await send(app, undefined, { method: 'GET', path: '/healthz' }),
      await send(app, undefined, { method: 'GET', path: '/nothing.js' }),
    ];
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('server')).toBeNull();
    }
    expect(answers[0]?.headers.get('cache-control')).toBe('no-store');
  });

  it('believes X-Forwarded-For only of a proxy of its own', async () => {
    const make = new Factories(app);
    await make.person({ persona: 'Demo' });
    const anonymous = await graphClient(app, null);
    // With any such header a persona is refused, so the address can not be what decides.
    const { data } = await anonymous.answer('{ personas { id } }', {}, { 'x-forwarded-for': '203.0.113.9' });
    expect(data.personas).toEqual([]);
  });
});
