import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import {
  type MadeMeeting,
  makeMeeting,
  changeAgenda,
  readMeeting,
  refusalOf,
} from '../../../../testing/meeting-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

const start = new Date('2026-11-23T10:00:00Z');
let app: TestApp;
let cast: Cast;
let meeting: MadeMeeting;

beforeAll(async () => {
  app = await testApp({ now: start });
  cast = await bottleneckCast(app);
  await sql(`update person set email = lower(name) || '@tafel.nl'`);
});
beforeEach(async () => {
  app.setNow(start);
  // One table meets once at a time.
  await sql(`update meeting set state = 'CANCELLED'`);
  meeting = await makeMeeting(app, cast.make, {
    table: cast.west,
    by: cast.people.chair,
    startsAt: new Date('2026-12-10T12:30:00Z'),
  });
});
afterAll(() => app.close());

const sql = <T extends object>(text: string, params: unknown[] = []) =>
  app.platform.database.fork().execute<T[]>(text, params);
const versionNow = async () => (await readMeeting(cast.as('secretary'), meeting)).version as number;
async function change(mutation: string, input: object, part: Part = 'secretary') {
  const answer = await changeAgenda(cast.as(part), mutation, { expectedVersion: await versionNow(), ...input });
  expect(answer.problems).toEqual([]);
  return answer;
}
const add = async (title: string, more: object = {}) =>
  (await change('addAgendaItem', { meetingId: meeting.globalId, title, ...more })).item.id as string;
const publish = (message?: string, part: Part = 'secretary') =>
  change('publishAgenda', { meetingId: meeting.globalId, ...(message !== undefined && { message }) }, part);
const fields = `publicationUndoableUntil pendingChanges { kind title before after }
  publications { number publishedAt publishedBy { name } message changes { kind title before after } }`;
const told = async (part: Part) =>
  (await cast.as(part).run(`query ($id: ID!) { meeting(id: $id) { ${fields} } }`, { id: meeting.globalId })).meeting;
async function undo(part: Part, expectedVersion?: number) {
  const version = expectedVersion ?? (await versionNow());
  return (
    await cast
      .as(part)
      .run(
        `mutation ($input: MeetingVersionInput!) { undoPublication(input: $input) { meeting { state version unpublishedChanges } problems { code path } } }`,
        { input: { meetingId: meeting.globalId, expectedVersion: version } },
      )
  ).undoPublication;
}
const codes = (answer: { problems: { code: string }[] }) => answer.problems.map(({ code }) => code);
const waiting = async () =>
  (
    await sql<{ address: string }>(
      `select m.address from mail_message m join publication p on p.id = m.about_id where p.meeting_id = ? order by 1`,
      [meeting.id],
    )
  ).map(({ address }) => address);

describe('publishing', () => {
  test('remembers what was told, by whom and in which words, and puts mail for the whole table in the queue', async () => {
    await add('Stikstof');
    expect(await told('secretary')).toEqual({ publicationUndoableUntil: null, pendingChanges: [], publications: [] });
    await publish('  Graag van tevoren lezen.\nTot dan!  ');
    expect((await told('observer')).publications).toEqual([
      {
        number: 1,
        publishedAt: '2026-11-23T10:00:00.000Z',
        publishedBy: { name: 'Sien' },
        message: 'Graag van tevoren lezen.\nTot dan!',
        changes: [],
      },
    ]);
    expect(await waiting()).toEqual(['cor', 'mara', 'otto', 'piet', 'sien'].map((name) => `${name}@tafel.nl`));
  });

  test('tells beforehand what will be told, and afterwards what was', async () => {
    const first = await add('Stikstof');
    await add('Grondprijs', { closedPart: true });
    await publish();
    await change('editAgendaItem', { itemId: first, title: 'Stikstof en water', minutes: 30 });
    await add('Rondvraag', { position: 1 });
    const { addPaper } = await cast
      .as('secretary')
      .run('mutation ($input: AddPaperInput!) { addPaper(input: $input) { problems { code } } }', {
        input: { itemId: first, title: 'Nota', url: 'https://example.org' },
      });
    expect(addPaper.problems).toEqual([]);
    const changes = [
      { kind: 'ADDED', title: 'Rondvraag', before: null, after: null },
      { kind: 'EDITED', title: 'Stikstof en water', before: 'Stikstof', after: 'Stikstof en water' },
      { kind: 'EDITED', title: 'Stikstof en water', before: '15 min', after: '30 min' },
      { kind: 'PAPER_ADDED', title: 'Stikstof en water', before: null, after: 'Nota' },
    ];
    expect((await told('chair')).pendingChanges).toEqual(changes);
    expect((await told('participant')).pendingChanges).toEqual([]);
    expect((await told('participant')).publications).toHaveLength(1);
    await publish();
    expect((await told('participant')).publications[1]).toMatchObject({ number: 2, changes });
    expect((await told('chair')).pendingChanges).toEqual([]);
  });

  test('keeps the closed part and hidden cases from whom they are not for', async () => {
    const closed = await add('Grondprijs', { closedPart: true });
    const hidden = await cast.bottleneck({ confidentiality: 'CONFIDENTIAL', title: 'Geheime zaak', state: 'TRIAGE' });
    const aboutCase = await add('Geheime zaak', { bottleneckIds: [hidden.globalId] });
    await add('Open');
    await publish();
    await change('editAgendaItem', { itemId: closed, title: 'Prijs van de grond' });
    await change('editAgendaItem', { itemId: aboutCase, title: 'Zaak met naam' });
    await change('removeAgendaItem', { itemId: closed });
    expect((await told('chair')).pendingChanges).toMatchObject([
      { kind: 'REMOVED', title: 'Grondprijs' },
      { kind: 'EDITED', title: 'Zaak met naam' },
    ]);
    await publish();
    const market = (await told('market')).publications[1].changes;
    expect(market).toEqual([
      { kind: 'REMOVED', title: 'Besloten deel', before: null, after: null },
      { kind: 'EDITED', title: 'Besloten deel', before: null, after: null },
    ]);
  });

  test('refuses a message that is too long or cannot be kept', async () => {
    await add('Punt');
    for (const [message, code] of [
      ['x'.repeat(5_001), 'TOO_LONG'],
      ['bel\u0007', 'CONTROL_CHARACTERS'],
    ]) {
      const answer = await changeAgenda(cast.as('secretary'), 'publishAgenda', {
        meetingId: meeting.globalId,
        expectedVersion: await versionNow(),
        message,
      });
      expect(answer.problems).toMatchObject([{ code, path: ['input', 'message'] }]);
    }
    expect(await waiting()).toEqual([]);
  });

  test('of what was published before publications were remembered, it tells what changed since', async () => {
    const item = await add('Oud punt');
    await publish();
    await sql('delete from mail_message');
    await sql('delete from publication');
    await change('editAgendaItem', { itemId: item, title: 'Nieuw punt' });
    expect((await told('chair')).pendingChanges).toMatchObject([{ kind: 'EDITED', before: 'Oud punt' }]);
    await publish();
    expect((await told('market')).publications).toMatchObject([
      { number: 1, changes: [] },
      { number: 2, changes: [{ kind: 'EDITED', title: 'Nieuw punt', before: 'Oud punt' }] },
    ]);
  });
});

describe('taking a publication back', () => {
  test('everybody sees what they saw before, and nobody gets mail', async () => {
    const item = await add('Stikstof');
    await publish();
    app.setNow(new Date(start.getTime() + 59_000));
    expect((await told('secretary')).publicationUndoableUntil).toBe('2026-11-23T10:01:00.000Z');
    expect((await told('chair')).publicationUndoableUntil).toBeNull();
    expect(await undo('secretary')).toMatchObject({
      meeting: { state: 'DRAFT', unpublishedChanges: 1 },
      problems: [],
    });
    expect(await readMeeting(cast.as('participant'), meeting)).toBeNull();
    expect(await waiting()).toEqual([]);

    await publish();
    await change('editAgendaItem', { itemId: item, title: 'Anders' });
    await publish('Tweede');
    expect((await readMeeting(cast.as('market'), meeting)).items[0].title).toBe('Anders');
    await undo('secretary');
    expect((await readMeeting(cast.as('market'), meeting)).items[0].title).toBe('Stikstof');
    expect((await told('chair')).pendingChanges).toMatchObject([{ kind: 'EDITED', after: 'Anders' }]);
    expect((await told('market')).publications).toHaveLength(1);
    expect((await publish()).meeting.unpublishedChanges).toBe(0);
  });

  test('is refused once the mail leaves, and after a minute', async () => {
    await add('Punt');
    await publish();
    await sql(`update mail_message set attempts = 1, claimed_until = now() where address = 'piet@tafel.nl'`);
    expect((await told('secretary')).publicationUndoableUntil).toBeNull();
    expect(codes(await undo('secretary'))).toEqual(['MAIL_HAS_LEFT']);
    await sql(`update mail_message set attempts = 0, claimed_until = null`);
    app.setNow(new Date(start.getTime() + 60_000));
    expect(codes(await undo('secretary'))).toEqual(['MAIL_HAS_LEFT']);
    expect(await waiting()).toHaveLength(5);
  });

  test('is refused to anybody else, twice, and once the meeting has begun', async () => {
    await add('Punt');
    const input = { meetingId: meeting.globalId, expectedVersion: await versionNow() };
    expect(codes(await undo('secretary'))).toEqual(['NOTHING_TO_UNDO']);
    await publish();
    expect(codes(await undo('chair'))).toEqual(['NOTHING_TO_UNDO']);
    const refused = async (part: Part) =>
      (
        await cast
          .as(part)
          .answer('mutation ($input: MeetingVersionInput!) { undoPublication(input: $input) { problems { code } } }', {
            input: { ...input, expectedVersion: await versionNow() },
          })
      ).errors[0]?.extensions['reason'];
    expect(await refused('participant')).toBe('CHAIR_OR_SECRETARY_ONLY');
    expect(codes(await undo('twente'))).toEqual(['NOT_FOUND']);
    expect(codes(await undo('secretary', 1))).toEqual(['CONFLICT']);
    await sql(`update meeting set state = 'IN_SESSION' where id = ?`, [meeting.id]);
    expect(codes(await undo('secretary'))).toEqual(['MAIL_HAS_LEFT']);
    await sql(`update meeting set state = 'CLOSED' where id = ?`, [meeting.id]);
    expect(codes(await undo('secretary'))).toEqual(['MEETING_OVER']);
  });
});

describe('moving, cancelling and restoring', () => {
  const startsAt = '2026-12-11T12:30:00.000Z';
  const toldAfter = async () => {
    await app.platform.streams.drain();
    return (await told('market')).publications;
  };
  async function run(mutation: string, input: object) {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const answer = (
      await cast
        .as('secretary')
        .run(`mutation ($input: ${type}!) { ${mutation}(input: $input) { problems { code message } } }`, {
          input: { meetingId: meeting.globalId, expectedVersion: await versionNow(), ...input },
        })
    )[mutation];
    expect(answer.problems).toEqual([]);
  }
  const reschedule = (to: string, location?: string) =>
    run('rescheduleMeeting', {
      startsAt: to,
      endsAt: new Date(new Date(to).getTime() + 9_000_000).toISOString(),
      ...(location && { location }),
    });

  test('is told to all when they know of the meeting, with the reason', async () => {
    await add('Punt');
    await publish();
    await reschedule(startsAt, 'Deventer');
    expect((await toldAfter())[1]).toMatchObject({
      number: 2,
      publishedBy: { name: 'Sien' },
      message: '',
      changes: [
        { kind: 'RESCHEDULED', title: '', before: '2026-12-10T12:30:00.000Z', after: startsAt },
        { kind: 'PLACE', before: 'Provinciehuis, Zwolle', after: 'Deventer' },
      ],
    });
    expect(await waiting()).toHaveLength(10);
    await sql(`update mail_message set state = 'SENT'`);
    await run('cancelMeeting', { reason: 'Te weinig punten' });
    expect((await toldAfter())[2]).toMatchObject({ message: 'Te weinig punten', changes: [{ kind: 'CANCELLED' }] });
    await sql(`update mail_message set state = 'SENT'`);
    await run('restoreMeeting', {});
    expect((await toldAfter())[3]).toMatchObject({ changes: [{ kind: 'RESTORED' }] });
    expect((await told('secretary')).pendingChanges).toEqual([]);
  });

  test('is not told at all when it is undone before anybody had mail', async () => {
    await add('Punt');
    await publish();
    await reschedule(startsAt);
    expect(await toldAfter()).toHaveLength(2);
    await reschedule('2026-12-10T12:30:00.000Z');
    expect(await toldAfter()).toHaveLength(1);
    expect(await waiting()).toHaveLength(5);
    await reschedule(startsAt);
    await run('cancelMeeting', { reason: 'Ziek' });
    const both = (await toldAfter())[1];
    expect(both).toMatchObject({
      number: 2,
      message: 'Ziek',
      changes: [{ kind: 'CANCELLED' }, { kind: 'RESCHEDULED' }],
    });
    expect(await toldAfter()).toHaveLength(2);
  });

  test('is nobody’s business before the agenda is published', async () => {
    await reschedule(startsAt);
    await run('cancelMeeting', { reason: 'Nog niets' });
    await app.platform.streams.drain();
    expect((await told('secretary')).publications).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  test('tells from where, also of what was published before publications were remembered', async () => {
    await add('Punt');
    await publish();
    await sql('delete from mail_message');
    await sql('delete from publication');
    await reschedule(startsAt);
    expect((await toldAfter())[1].changes).toMatchObject([
      { kind: 'RESCHEDULED', before: '2026-12-10T12:30:00.000Z', after: startsAt },
    ]);
  });
});

test('only who may publish is asked for words', async () => {
  await add('Punt');
  const input = { meetingId: meeting.globalId, expectedVersion: await versionNow(), message: 'Hoi' };
  await publish();
  expect(await refusalOf(cast.as('participant'), 'publishAgenda', input)).toMatchObject({ code: 'FORBIDDEN' });
});
