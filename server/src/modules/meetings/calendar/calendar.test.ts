import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { readCalendar } from '../../../../testing/calendar-reader.ts';
import { type MadeMeeting, makeMeeting } from '../../../../testing/meeting-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

let app: TestApp;
let cast: Cast;
let summer: MadeMeeting;
let winter: MadeMeeting;

beforeAll(async () => {
  app = await testApp({
    now: new Date('2026-06-01T10:00:00Z'),
    config: { publicUrl: new URL('https://tafel.overijssel.example') },
  });
  cast = await bottleneckCast(app);
});
beforeEach(async () => {
  await sql('delete from calendar_feed');
  await sql('delete from meeting');
  const wish = { table: cast.west, by: cast.people.chair, state: 'PUBLISHED' } as const;
  summer = await makeMeeting(app, cast.make, { ...wish, startsAt: new Date('2026-07-09T11:30:00Z') });
  winter = await makeMeeting(app, cast.make, { ...wish, startsAt: new Date('2026-12-10T12:30:00Z') });
});
afterAll(() => app.close());

const sql = (text: string, params: unknown[] = []) => app.platform.database.fork().execute(text, params);
const get = (path: string, part: Part | null, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(app.url + path, { method, headers: { ...headers, ...(part && { cookie: cast.as(part).cookie }) } });
async function fileOf(meeting: MadeMeeting, part: Part = 'participant', headers: Record<string, string> = {}) {
  const { meeting: seen } = await cast
    .as(part)
    .run('query ($id: ID!) { meeting(id: $id) { calendarUrl } }', { id: meeting.globalId });
  const answer = await get(seen.calendarUrl, part, headers);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  return readCalendar(await answer.text());
}
const feedFields = 'viewer { calendarFeedUrl calendarFeedSince } problems { code }';
async function renew(part: Part): Promise<string> {
  const { renewCalendarFeed } = await cast.as(part).run(`mutation { renewCalendarFeed { ${feedFields} } }`);
  const { pathname, origin } = new URL(renewCalendarFeed.viewer.calendarFeedUrl);
  expect(origin).toBe('https://tafel.overijssel.example');
  return pathname;
}
const feedOf = async (path: string) => {
  const answer = await get(path, null);
  expect(answer.status).toBe(200);
  return readCalendar(await answer.text());
};

describe('one meeting for a calendar', () => {
  test('at the right hour, in winter and in summer', async () => {
    const { events, method } = await fileOf(winter);
    expect(method).toBe('PUBLISH');
    expect(events).toEqual([
      {
        uid: `meeting-${winter.id}@tafel.overijssel.example`,
        sequence: 0,
        status: 'CONFIRMED',
        start: '2026-12-10T12:30:00.000Z',
        end: '2026-12-10T15:00:00.000Z',
        summary: 'Vergadering West',
        location: 'Provinciehuis, Zwolle',
        url: `https://tafel.overijssel.example/vergaderingen/${winter.globalId}`,
        organizer: null,
        attendees: [],
      },
    ]);
    const [inSummer] = (await fileOf(summer)).events;
    expect(inSummer?.start).toBe('2026-07-09T11:30:00.000Z');
    const clock = (moment?: string) =>
      new Intl.DateTimeFormat('nl', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' }).format(new Date(moment ?? 0));
    expect([clock(events[0]?.start), clock(inSummer?.start)]).toEqual(['13:30', '13:30']);
  });

  test('in the language of who asks', async () => {
    expect((await fileOf(winter, 'participant', { 'accept-language': 'en' })).events[0]?.summary).toBe('Meeting West');
  });

  test('when, where and whether it takes place change it; anything else does not', async () => {
    const sequence = async () => (await fileOf(winter)).events.map((event) => [event.sequence, event.status]);
    await sql(`update meeting set unpublished_changes = 3, version = 9 where id = ?`, [winter.id]);
    expect(await sequence()).toEqual([[0, 'CONFIRMED']]);
    await sql(`update meeting set starts_at = starts_at + interval '1 hour' where id = ?`, [winter.id]);
    expect(await sequence()).toEqual([[1, 'CONFIRMED']]);
    await sql(`update meeting set location = 'Deventer' where id = ?`, [winter.id]);
    expect(await sequence()).toEqual([[2, 'CONFIRMED']]);
    await sql(`update meeting set state = 'CANCELLED' where id = ?`, [winter.id]);
    expect(await sequence()).toEqual([[3, 'CANCELLED']]);
    await sql(`update meeting set state = 'PUBLISHED' where id = ?`, [winter.id]);
    expect(await sequence()).toEqual([[4, 'CONFIRMED']]);
    await sql(`update meeting set state = 'IN_SESSION' where id = ?`, [winter.id]);
    expect(await sequence()).toEqual([[4, 'CONFIRMED']]);
  });

  test('what people typed breaks no line', async () => {
    const location = `Zaal 1; "Oost", \\ ${'lange naam met één streep '.repeat(6)}`;
    await sql(`update meeting set location = ? where id = ?`, [
      `${location}\r\nATTENDEE:mailto:x@evil.example`,
      winter.id,
    ]);
    const [event] = (await fileOf(winter)).events;
    expect(event?.location.replace(/\r?\n/g, ' ')).toBe(`${location} ATTENDEE:mailto:x@evil.example`);
    expect(event?.attendees).toEqual([]);
  });

  test('is there for who may see it, and for others like one that is not', async () => {
    const draft = await makeMeeting(app, cast.make, { table: cast.west, by: cast.people.chair });
    const path = (id: string) => `/calendar/meetings/${id}.ics`;
    const status = async (part: Part | null, id: string) => (await get(path(id), part)).status;
    for (const part of ['twente', 'stranger', null] as const) expect(await status(part, winter.id)).toBe(404);
    for (const part of ['observer', 'provincialChair', 'chair'] as const)
      expect(await status(part, winter.id)).toBe(200);
    expect([await status('participant', draft.id), await status('secretary', draft.id)]).toEqual([404, 200]);
    const absent = await get(path(crypto.randomUUID()), 'twente');
    const hidden = await get(path(winter.id), 'twente');
    expect(await absent.text()).toBe(await hidden.text());
    expect((await get('/calendar/meetings/../x.ics', 'chair')).status).toBe(404);
    expect((await get(path(winter.id), 'chair', {}, 'POST')).status).toBe(405);
    const head = await get(path(winter.id), 'chair', {}, 'HEAD');
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});

describe('the calendar of a person', () => {
  test('holds the published meetings that they may see, cancelled ones marked', async () => {
    await makeMeeting(app, cast.make, { table: cast.west, by: cast.people.chair });
    await makeMeeting(app, cast.make, {
      table: cast.twente,
      by: cast.people.chair,
      state: 'PUBLISHED',
      startsAt: new Date('2026-08-09T11:30:00Z'),
    });
    await makeMeeting(app, cast.make, {
      table: cast.west,
      by: cast.people.chair,
      state: 'CLOSED',
      startsAt: new Date('2025-01-09T11:30:00Z'),
    });
    await sql(`update meeting set state = 'CANCELLED' where id = ?`, [summer.id]);
    const own = await feedOf(await renew('secretary'));
    expect([own.method, own.name]).toEqual(['PUBLISH', 'Vergaderingen van mijn tafels']);
    expect(own.events.map(({ start, status }) => [start, status])).toEqual([
      ['2026-07-09T11:30:00.000Z', 'CANCELLED'],
      ['2026-12-10T12:30:00.000Z', 'CONFIRMED'],
    ]);
    expect((await feedOf(await renew('provincialChair'))).events).toHaveLength(3);
    expect((await feedOf(await renew('stranger'))).events).toEqual([]);
  });

  test('has an address that is told once and kept as a hash', async () => {
    const before = await cast.as('chair').run('{ viewer { calendarFeedUrl calendarFeedSince } }');
    expect(before.viewer).toEqual({ calendarFeedUrl: null, calendarFeedSince: null });
    const path = await renew('chair');
    const after = await cast.as('chair').run('{ viewer { calendarFeedUrl calendarFeedSince } }');
    expect(after.viewer).toEqual({ calendarFeedUrl: null, calendarFeedSince: '2026-06-01T10:00:00.000Z' });
    const secret = /feed\/(.*)\.ics/.exec(path)?.[1] ?? '';
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(await sql('select * from calendar_feed'))).not.toContain(secret);
  });

  test('gets another address, and none', async () => {
    const first = await renew('chair');
    const second = await renew('chair');
    expect((await get(first, null)).status).toBe(404);
    expect((await get(second, null)).status).toBe(200);
    const { endCalendarFeed } = await cast.as('chair').run(`mutation { endCalendarFeed { ${feedFields} } }`);
    expect(endCalendarFeed).toEqual({ viewer: { calendarFeedUrl: null, calendarFeedSince: null }, problems: [] });
    expect((await get(second, null)).status).toBe(404);
  });

  test('is fetched again only when something changed', async () => {
    const path = await renew('participant');
    const first = await get(path, null);
    const etag = first.headers.get('etag') ?? '';
    app.setNow(new Date('2026-06-01T11:00:00Z'));
    expect((await get(path, null, { 'if-none-match': etag })).status).toBe(304);
    await sql(`update meeting set location = 'Deventer', updated_at = ? where id = ?`, [app.platform.now(), summer.id]);
    const changed = await get(path, null, { 'if-none-match': etag });
    expect([changed.status, changed.headers.get('etag') === etag]).toEqual([200, false]);
    expect(changed.headers.get('cache-control')).toBe('private, no-cache');
  });

  test('follows the rights that its owner has now', async () => {
    const path = await renew('participant');
    await sql('delete from membership where person_id = ?', [cast.people.participant.id]);
    expect((await feedOf(path)).events).toEqual([]);
    await sql(`insert into membership (table_id, person_id, role) values (?, ?, 'PARTICIPANT')`, [
      cast.west.id,
      cast.people.participant.id,
    ]);
  });

  test.each([
    ['nobody’s', `/calendar/feed/${'x'.repeat(43)}.ics`],
    ['short', '/calendar/feed/x.ics'],
    ['none', '/calendar/feed/.ics'],
    ['a path', '/calendar/feed/..%2f..%2fetc.ics'],
    ['another place', '/calendar/elsewhere'],
  ])('a wrong secret is not there: %s', async (_what, path) => {
    await renew('chair');
    expect((await get(path, null)).status).toBe(404);
    expect((await get(path, 'chair')).status).toBe(404);
  });

  test('needs a session to be made or ended', async () => {
    for (const mutation of ['renewCalendarFeed', 'endCalendarFeed']) {
      const answer = await fetch(`${app.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: `mutation { ${mutation} { problems { code } } }` }),
      });
      const { errors } = (await answer.json()) as { errors: { extensions: { code: string } }[] };
      expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });
});
