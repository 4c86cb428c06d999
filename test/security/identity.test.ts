import { Factories, type MadePerson } from '@versnellingstafel/server/testing/factories';
import {
  clientWithCookie,
  cookieFrom,
  type GraphClient,
  graphClient,
} from '@versnellingstafel/server/testing/graph-client';
import { type TestApp, testApp } from '@versnellingstafel/server/testing/test-app';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const signIn =
  'mutation ($id: ID!) { signInAsPersona(personaId: $id) { viewer { person { name } } problems { code } } }';
const signOut = 'mutation { signOut { problems { code } } }';
const who = '{ viewer { person { name } } }';
const day = 24 * 3_600_000;

describe('identity', () => {
  let app: TestApp;
  let anna: MadePerson;
  let ben: MadePerson;
  let anonymous: GraphClient;

  beforeAll(async () => {
    app = await testApp({ now: new Date('2026-11-25T09:00:00Z') });
    const make = new Factories(app);
    anna = await make.person({ name: 'Anna', persona: 'Leidt projecten' });
    ben = await make.person({ name: 'Ben', persona: 'Voorzitter' });
    anonymous = await graphClient(app, null);
  });
  afterAll(() => app.close());

  const signInAs = async (client: GraphClient, person: MadePerson) =>
    cookieFrom((await client.answer(signIn, { id: `Person_${person.id}` })).headers);

  it('asks every field but the open ones for a session', async () => {
    const fields = [
      'regions { id }',
      'municipalities { id }',
      'people { edges { cursor } }',
      'tables { edges { cursor } }',
      'node(id: "Person_1") { id }',
      'table(slug: "x") { id }',
    ];
    for (const field of fields) {
      const { data, errors } = await anonymous.answer(`{ ${field} }`);
      expect(errors[0]?.extensions.code, field).toBe('UNAUTHENTICATED');
      expect(JSON.stringify(data ?? null)).not.toMatch(/"id"|cursor/);
    }
    const mutation = await anonymous.answer('mutation { markVisit { problems { code } } }');
    expect(mutation.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('hands out a cookie that scripts cannot read and other sites do not send', async () => {
    const answer = await anonymous.answer(signIn, { id: `Person_${anna.id}` });
    expect(answer.headers.getSetCookie()).toHaveLength(1);
    expect(answer.headers.getSetCookie()[0]).toMatch(/^vt_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('keeps only a hash of it', async () => {
    const cookie = await signInAs(anonymous, anna);
    const rows = await app.database.fork().execute<{ id_hash: string }[]>('select id_hash from session');
    expect(rows.some((row) => cookie.includes(row.id_hash))).toBe(false);
    for (const { id_hash: hash } of rows)
      expect(await clientWithCookie(app, `vt_session=${hash}`).run(who)).toEqual({ viewer: null });
  });

  it('gives a new session at every sign-in and ends the old one', async () => {
    const first = clientWithCookie(app, await signInAs(anonymous, anna));
    const second = clientWithCookie(app, await signInAs(first, ben));
    expect(second.cookie).not.toBe(first.cookie);
    expect(await first.run(who)).toEqual({ viewer: null });
    expect(await second.run(who)).toEqual({ viewer: { person: { name: 'Ben' } } });
  });

  it('takes no session id that somebody else chose', async () => {
    const fixed = `vt_session=${'A'.repeat(43)}`;
    const cookie = await signInAs(clientWithCookie(app, fixed), anna);
    expect(cookie).not.toBe(fixed);
    expect(await clientWithCookie(app, fixed).run(who)).toEqual({ viewer: null });
  });

  it('lets a cookie die at sign-out', async () => {
    const client = clientWithCookie(app, await signInAs(anonymous, anna));
    const answer = await client.answer(signOut);
    expect(answer.headers.getSetCookie()[0]).toContain('Max-Age=0');
    expect(await client.run(who)).toEqual({ viewer: null });
  });

  it('ends a session that is not used, and one that is old', async () => {
    const start = new Date('2026-11-25T09:00:00Z').getTime();
    const client = clientWithCookie(app, await signInAs(anonymous, anna));
    for (let hours = 10; hours < 7 * 24; hours += 10) {
      app.setNow(new Date(start + hours * 3_600_000));
      expect(await client.run(who)).toEqual({ viewer: { person: { name: 'Anna' } } });
    }
    app.setNow(new Date(start + 7 * day + 1));
    expect(await client.run(who)).toEqual({ viewer: null });
    const idle = clientWithCookie(app, await signInAs(anonymous, anna));
    app.setNow(new Date(start + 8 * day));
    expect(await idle.run(who)).toEqual({ viewer: null });
    app.setNow(new Date(start));
  });

  it('refuses personas behind a proxy, at a public address and outside the demo', async () => {
    for (const header of ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'via', 'x-real-ip']) {
      const { data } = await anonymous.answer(signIn, { id: `Person_${anna.id}` }, { [header]: 'for=10.0.0.1' });
      expect(data.signInAsPersona, header).toEqual({ viewer: null, problems: [{ code: 'DEMO_ONLY' }] });
    }
    for (const config of [{ demo: false }, { publicUrl: new URL('https://tafel.example.nl') }]) {
      const other = await testApp({ config });
      const person = await new Factories(other).person({ persona: 'Demo' });
      const client = await graphClient(other, null);
      expect((await client.run(signIn, { id: `Person_${person.id}` })).signInAsPersona.problems).toEqual([
        { code: 'DEMO_ONLY' },
      ]);
      expect(await client.run('{ personas { id } }')).toEqual({ personas: [] });
      await other.close();
    }
  });

  it('locks its cookie to this host under HTTPS', async () => {
    const other = await testApp({ config: { publicUrl: new URL('https://tafel.example.nl') } });
    expect(other.platform.cookie.set('x')).toBe('__Host-vt_session=x; Path=/; HttpOnly; SameSite=Lax; Secure');
    await other.close();
  });

  it('answers 429 after twenty wrong attempts, and listens again a minute later', async () => {
    const other = await testApp({ now: new Date('2026-11-25T09:00:00Z') });
    const person = await new Factories(other).person({ persona: 'Demo' });
    const client = await graphClient(other, null);
    for (let attempt = 0; attempt < 20; attempt++) {
      const { status, data } = await client.answer(signIn, {
        id: `Person_${other.platform.now().getTime()}-${attempt}`,
      });
      expect([status, data.signInAsPersona.problems[0].code]).toEqual([200, 'UNKNOWN_PERSONA']);
    }
    const answer = await client.answer(signIn, { id: `Person_${person.id}` });
    expect(answer.status).toBe(429);
    expect(answer.errors[0]).toMatchObject({
      extensions: { code: 'RATE_LIMITED' },
      message: 'Te veel pogingen. Wacht een minuut en probeer het opnieuw.',
    });
    other.setNow(new Date('2026-11-25T09:01:01Z'));
    expect((await client.answer(signIn, { id: `Person_${person.id}` })).status).toBe(200);
    await other.close();
  });
});
