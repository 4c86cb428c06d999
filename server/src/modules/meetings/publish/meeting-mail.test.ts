import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast } from '../../../../testing/bottleneck-cast.ts';
import { readCalendar } from '../../../../testing/calendar-reader.ts';
import { type ArrivedMail, mailServer, type MailServer } from '../../../../testing/mail-server.ts';
import { changeAgenda, type MadeMeeting, makeMeeting, readMeeting } from '../../../../testing/meeting-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

const start = new Date('2026-11-23T10:00:00Z');
const minute = 60_000;
let mail: MailServer;
let app: TestApp;
let cast: Cast;
let meeting: MadeMeeting;

beforeAll(async () => {
  mail = await mailServer();
  app = await testApp({
    now: start,
    config: { smtpUrl: mail.url, mailFrom: 'tafel@overijssel.nl', publicUrl: new URL('https://tafel.overijssel.nl') },
  });
  cast = await bottleneckCast(app);
  await sql(`update person set email = lower(name) || '@tafel.nl'`);
  await sql(`update person set locale = 'en' where name = 'Mara'`);
});
beforeEach(async () => {
  app.setNow(start);
  mail.arrived.length = 0;
  await sql('delete from mail_message');
  await sql(`update meeting set state = 'CANCELLED'`);
  meeting = await makeMeeting(app, cast.make, {
    table: cast.west,
    by: cast.people.chair,
    startsAt: new Date('2026-12-10T12:30:00Z'),
  });
});
afterEach(() => {
  mail.beforeTaking(null);
  for (const moment of ['connect', 'rcpt', 'data'] as const) mail.refuse(moment, null);
});
afterAll(async () => {
  await app.close();
  await mail.close();
});

const sql = <T extends object>(text: string, params: unknown[] = []) =>
  app.platform.database.fork().execute<T[]>(text, params);
async function change(mutation: string, input: object) {
  const { version } = await readMeeting(cast.as('secretary'), meeting);
  const answer = await changeAgenda(cast.as('secretary'), mutation, { expectedVersion: version, ...input });
  expect(answer.problems).toEqual([]);
  return answer;
}
const add = async (title: string, more: object = {}) =>
  (await change('addAgendaItem', { meetingId: meeting.globalId, title, ...more })).item.id as string;
const publish = (message?: string) =>
  change('publishAgenda', { meetingId: meeting.globalId, message: message ?? null });
/** A minute after now, one round of the post. */
async function post(minutes = 1) {
  app.setNow(new Date(app.platform.now().getTime() + minutes * minute));
  await app.platform.jobs.run('mail');
}
const toWhom = () => mail.arrived.flatMap(({ to }) => to).toSorted();
function mailTo(name: string): ArrivedMail {
  const found = mail.arrived.filter(({ to }) => to.includes(`${name}@tafel.nl`));
  expect([name, found.length]).toEqual([name, 1]);
  return found[0] as ArrivedMail;
}
const everybody = ['cor', 'mara', 'otto', 'piet', 'sien'].map((name) => `${name}@tafel.nl`);
const states = () =>
  sql<{ state: string; attempts: number; error: string | null }>(
    'select state, attempts, last_error as error from mail_message order by address',
  );

describe('what a mail says', () => {
  test('the agenda with times, a word of the secretary and the way in, in the language of its reader', async () => {
    await add('Opening', { minutes: 10 });
    const nitrogen = await add('Stikstof <één> & «twee»');
    await cast
      .as('secretary')
      .run('mutation ($input: AddPaperInput!) { addPaper(input: $input) { problems { code } } }', {
        input: { itemId: nitrogen, title: 'Nota', url: 'https://example.org' },
      });
    await publish('Lees de nota.\n<script>alert(1)</script>');
    await post();
    expect(toWhom()).toEqual(everybody);

    const dutch = mailTo('piet');
    expect(dutch.header('Subject')).toBe('Agenda: West, donderdag 10 december 2026 13:30');
    expect(dutch.header('From')).toBe('Versnellingstafel <tafel@overijssel.nl>');
    expect(dutch.header('To')).toBe('Piet <piet@tafel.nl>');
    expect(dutch.header('Auto-Submitted')).toBe('auto-generated');
    const text = dutch.part('text/plain').replaceAll('\r\n', '\n');
    expect(text).toContain('Beste Piet,\n\nSien heeft de agenda van West gepubliceerd.');
    expect(text).toContain('Bericht van Sien\n----------------\n\nLees de nota.\n<script>alert(1)</script>');
    expect(text).toContain('13:30  Opening\n13:40  Stikstof <één> & «twee» (1 stuk)');
    expect(text).toContain(`https://tafel.overijssel.nl/vergaderingen/${meeting.globalId}`);
    const html = dutch.part('text/html');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/<script|<img|src=|url\(|<link/);
    expect(html).toContain('Stikstof &lt;één&gt; &amp; «twee»');

    const english = mailTo('mara');
    expect(english.header('Subject')).toBe('Agenda: West, Thursday 10 December 2026 13:30');
    expect(english.part('text/plain')).toContain('Sien has published the agenda of West.');
  });

  test('with an invitation that a calendar takes', async () => {
    await add('Punt');
    await publish();
    await post();
    const { method, events } = readCalendar(mailTo('piet').part('text/calendar').replace(/\r\n$/, ''));
    expect(method).toBe('REQUEST');
    expect(events).toEqual([
      {
        uid: `meeting-${meeting.id}@tafel.overijssel.nl`,
        sequence: 0,
        status: 'CONFIRMED',
        start: '2026-12-10T12:30:00.000Z',
        end: '2026-12-10T15:00:00.000Z',
        summary: 'Vergadering West',
        location: 'Provinciehuis, Zwolle',
        url: `https://tafel.overijssel.nl/vergaderingen/${meeting.globalId}`,
        organizer: 'mailto:tafel@overijssel.nl',
        attendees: [expect.stringMatching(/^mailto:piet@tafel.nl$/i)],
      },
    ]);
    expect(mailTo('piet').raw).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/i);
  });

  test('what changed, and nothing of the closed part to whom it is not for', async () => {
    const open = await add('Stikstof');
    const closed = await add('Grondprijs', { closedPart: true });
    await publish();
    await post();
    mail.arrived.length = 0;
    await change('editAgendaItem', { itemId: open, title: 'Stikstof en water' });
    await change('editAgendaItem', { itemId: closed, title: 'Prijs van de grond' });
    await publish();
    await post();
    const piet = mailTo('cor').part('text/plain');
    expect(mailTo('cor').header('Subject')).toMatch(/^Gewijzigde agenda: West/);
    expect(piet).toContain('- Stikstof en water: was Stikstof, nu Stikstof en water');
    const market = mailTo('mara');
    expect(market.part('text/plain')).toContain('- Closed part: changed');
    expect(market.part('text/plain')).toContain('13:45  Closed part');
    expect(market.raw + market.part('text/plain') + market.part('text/html')).not.toMatch(/Grondprijs|Prijs van/);
  });

  test('that it was moved, cancelled and restored, each with what a calendar needs', async () => {
    await add('Punt');
    await publish();
    await post();
    const news: [string, object, string, string, number][] = [
      [
        'rescheduleMeeting',
        { startsAt: '2027-06-10T11:30:00Z', endsAt: '2027-06-10T14:00:00Z' },
        'Verzet: West, donderdag 10 juni 2027 13:30',
        'REQUEST',
        1,
      ],
      [
        'cancelMeeting',
        { reason: 'Te weinig punten' },
        'Gaat niet door: West, donderdag 10 juni 2027 13:30',
        'CANCEL',
        2,
      ],
      ['restoreMeeting', {}, 'Gaat toch door: West, donderdag 10 juni 2027 13:30', 'REQUEST', 3],
    ];
    for (const [mutation, input, subject, method, sequence] of news) {
      mail.arrived.length = 0;
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      const { version } = await readMeeting(cast.as('secretary'), meeting);
      const { [mutation]: answer } = await cast
        .as('secretary')
        .run(`mutation ($input: ${type}!) { ${mutation}(input: $input) { problems { code } } }`, {
          input: { meetingId: meeting.globalId, expectedVersion: version, ...input },
        });
      expect(answer.problems).toEqual([]);
      await app.platform.streams.drain();
      await post();
      expect(toWhom()).toEqual(everybody);
      const arrived = mailTo('piet');
      expect(arrived.header('Subject')).toBe(subject);
      const calendar = readCalendar(arrived.part('text/calendar').replace(/\r\n$/, ''));
      expect([calendar.method, calendar.events[0]?.sequence, calendar.events[0]?.start]).toEqual([
        method,
        sequence,
        '2027-06-10T11:30:00.000Z',
      ]);
    }
    expect(mailTo('piet').part('text/plain')).toContain('- De vergadering gaat toch door');
  });

  test('headers stay headers, whatever people are called', async () => {
    await sql(`update acceleration_table set name = E'West\r\nBcc: dief@evil.nl' where id = ?`, [cast.west.id]);
    await sql(`update person set name = E'Piet"\r\nBcc: dief@evil.nl' where id = ?`, [cast.people.participant.id]);
    await add('Punt');
    await publish('Hoi\r\nBcc: dief@evil.nl');
    await post();
    await sql(`update acceleration_table set name = 'West' where id = ?`, [cast.west.id]);
    await sql(`update person set name = 'Piet' where id = ?`, [cast.people.participant.id]);
    expect(toWhom()).toEqual(everybody);
    const arrived = mailTo('piet');
    expect(arrived.header('Bcc')).toBe('');
    expect(arrived.header('Subject')).toMatch(/^Agenda: West Bcc: dief@evil.nl, donderdag/);
    const [head = ''] = arrived.raw.split('\r\n\r\n');
    expect(head).not.toMatch(/^Bcc/im);
    readCalendar(arrived.part('text/calendar').replace(/\r\n$/, ''));
  });

  test('goes to nobody whose address is none, and to nobody twice', async () => {
    await sql(`update person set email = E'piet@tafel.nl\r\nBcc: x@evil.nl' where name = 'Piet'`);
    await sql(`update person set email = null where name = 'Otto'`);
    await add('Punt');
    await publish();
    await post();
    await post();
    await sql(`update person set email = lower(name) || '@tafel.nl'`);
    expect(toWhom()).toEqual(['cor', 'mara', 'sien'].map((name) => `${name}@tafel.nl`));
  });

  test('is what its receiver may see when it leaves', async () => {
    await add('Punt');
    await publish();
    await sql('delete from membership where person_id = ?', [cast.people.participant.id]);
    await post();
    await sql(`insert into membership (table_id, person_id, role) values (?, ?, 'PARTICIPANT')`, [
      cast.west.id,
      cast.people.participant.id,
    ]);
    expect(toWhom()).not.toContain('piet@tafel.nl');
    expect(await states()).toHaveLength(4);
  });

  test('a guest hears of the item of the invitation, with an account or without', async () => {
    await add('Opening', { minutes: 10 });
    const own = await add('Water', { minutes: 20 });
    await add('Grond', { closedPart: true });
    const guest = {
      meeting_id: meeting.id,
      agenda_item_id: own.replace('AgendaItem_', ''),
      invited_at: start,
      invited_by_id: cast.people.secretary.id,
    };
    await cast.make.insert('agenda_guest', { ...guest, person_id: cast.people.stranger.id });
    await cast.make.insert('agenda_guest', { ...guest, name: 'Gast', email: 'gast@tafel.nl' });
    await publish();
    await post();
    expect(toWhom()).toEqual([...everybody, 'gast@tafel.nl', 'vreemd@tafel.nl'].toSorted());
    for (const name of ['gast', 'vreemd']) {
      const text = mailTo(name).part('text/plain');
      expect(text).toContain('13:40  Water');
      expect(text).not.toMatch(/Opening|Grond|Besloten/);
    }
    expect(mailTo('gast').part('text/plain')).not.toContain('/vergaderingen/');
    mail.arrived.length = 0;
    await add('Nog iets');
    await publish();
    await post();
    expect(toWhom()).toEqual(everybody);
  });
});

describe('leaving', () => {
  test('not before a minute has passed, and once', async () => {
    await add('Punt');
    await publish();
    app.setNow(new Date(start.getTime() + 59_000));
    await app.platform.jobs.run('mail');
    expect(mail.arrived).toEqual([]);
    await post();
    await post();
    expect(toWhom()).toEqual(everybody);
    expect((await states()).map(({ state }) => state)).toEqual(everybody.map(() => 'SENT'));
  });

  test('again later when the server does not take it, with longer and longer pauses', async () => {
    await add('Punt');
    await publish();
    mail.refuse('connect', 421, 'Too busy');
    await post();
    expect((await states())[0]).toMatchObject({ state: 'WAITING', attempts: 1, error: expect.stringContaining('421') });
    mail.refuse('connect', null);
    mail.refuse('rcpt', 451, 'Greylisted, try again later');
    await post(0.5);
    expect((await states())[0]?.attempts).toBe(1);
    await post();
    expect((await states())[0]).toMatchObject({
      state: 'WAITING',
      attempts: 2,
      error: expect.stringMatching(/Greylisted/),
    });
    mail.refuse('rcpt', null);
    await post(4);
    expect(mail.arrived).toEqual([]);
    await post(2);
    expect(toWhom()).toEqual(everybody);
  });

  test('never when the server says so, or when it has been tried for days', async () => {
    await add('Punt');
    await publish();
    mail.refuse('rcpt', 550, 'No such user');
    await post();
    expect(new Set((await states()).map(({ state, attempts }) => `${state} ${attempts}`))).toEqual(
      new Set(['FAILED 1']),
    );
    await sql(`update mail_message set state = 'WAITING', attempts = 8, due_at = ?`, [app.platform.now()]);
    mail.refuse('rcpt', 451, 'Later');
    await post();
    expect(new Set((await states()).map(({ state }) => state))).toEqual(new Set(['FAILED']));
    mail.refuse('rcpt', null);
    await post(10_000);
    expect(mail.arrived).toEqual([]);
  });

  test('by one of several servers, once', async () => {
    await add('Punt');
    await publish();
    const other = await secondServer();
    app.setNow(new Date(start.getTime() + minute));
    await Promise.all([app.platform.jobs.run('mail'), other.run('mail'), other.run('mail')]);
    expect(toWhom()).toEqual(everybody);
  });

  test('once, also when the server that was at it ends in the middle', async () => {
    await sql(`update person set email = null where name <> 'Piet'`);
    await add('Punt');
    await publish();
    await sql(`update person set email = lower(name) || '@tafel.nl'`);
    app.setNow(new Date(start.getTime() + minute));
    // It is claimed, and whoever claimed it is never heard of again.
    await sql(`update mail_message set attempts = 1, claimed_until = ?`, [new Date(start.getTime() + 4 * minute)]);
    await app.platform.jobs.run('mail');
    expect(mail.arrived).toEqual([]);
    app.setNow(new Date(start.getTime() + 4 * minute));
    await app.platform.jobs.run('mail');
    await app.platform.jobs.run('mail');
    expect(toWhom()).toEqual(['piet@tafel.nl']);
    expect(mailTo('piet').header('Message-ID')).toMatch(/^<[0-9a-f-]{36}@tafel.overijssel.nl>$/);
  });

  test('once, when the line breaks before the server has taken it', async () => {
    await sql(`update person set email = null where name <> 'Piet'`);
    await add('Punt');
    await publish();
    await sql(`update person set email = lower(name) || '@tafel.nl'`);
    mail.refuse('data', 421, 'Shutting down');
    await post();
    expect(mail.arrived).toEqual([]);
    mail.refuse('data', null);
    await post();
    await post();
    expect(toWhom()).toEqual(['piet@tafel.nl']);
  });

  test('what is taken back while it waits does not leave', async () => {
    await add('Punt');
    await publish();
    const { version } = await readMeeting(cast.as('secretary'), meeting);
    const { undoPublication } = await cast
      .as('secretary')
      .run('mutation ($input: MeetingVersionInput!) { undoPublication(input: $input) { problems { code } } }', {
        input: { meetingId: meeting.globalId, expectedVersion: version },
      });
    expect(undoPublication.problems).toEqual([]);
    await post(5);
    expect(mail.arrived).toEqual([]);
  });

  test('nobody hears of a meeting that is over', async () => {
    await add('Punt');
    await publish();
    app.setNow(new Date('2026-12-11T00:00:00Z'));
    await app.platform.jobs.run('mail');
    expect(mail.arrived).toEqual([]);
    expect(await states()).toEqual([]);
  });
});

/** The post of another server on the same database. */
async function secondServer() {
  const { Jobs } = await import('../../../platform/jobs/jobs.ts');
  const { registerMailJob } = await import('../../../platform/mail/mail-job.ts');
  const { smtpMailer } = await import('../../../platform/mail/mailer.ts');
  const jobs = new Jobs(app.platform.log);
  registerMailJob({ ...app.platform, jobs }, smtpMailer(mail.url, 'tafel@overijssel.nl'));
  return jobs;
}
