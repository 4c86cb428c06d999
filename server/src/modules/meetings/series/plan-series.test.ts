import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast } from '../../../../testing/bottleneck-cast.ts';
import type { Made } from '../../../../testing/factories.ts';
import { graphClient, type GraphClient } from '../../../../testing/graph-client.ts';
import { changeAgenda, makeMeeting } from '../../../../testing/meeting-factory.ts';
import { giveRhythm, onSeries, seriesMutation, seriesOf } from '../../../../testing/series-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

let app: TestApp;
let cast: Cast;
/** A table of its own for every test. */
let table: Made;
let tableId: string;
let slug: string;
let secretary: GraphClient;
let secretaryRow: Made;
const now = new Date('2027-01-20T09:00:00Z');

beforeAll(async () => {
  app = await testApp({ now });
  cast = await bottleneckCast(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  app.setNow(now);
  table = await cast.make.table({ parent: cast.province });
  ({ tableId, slug } = await giveRhythm(app, table));
  secretaryRow = await cast.make.member(table, 'SECRETARY', { name: 'Saar' });
  secretary = await graphClient(app, secretaryRow);
});

const plan = (more: object = {}, client = secretary) => onSeries(client, 'planSeries', { tableId, ...more });
const starts = async () => (await seriesOf(secretary, slug)).map(({ startsAt }) => startsAt);
const planned = [
  '2027-02-11T12:30:00.000Z',
  '2027-03-11T12:30:00.000Z',
  // Summer: the same clock, an hour earlier in the world.
  '2027-04-08T11:30:00.000Z',
  '2027-05-13T11:30:00.000Z',
];

describe('making the series ahead', () => {
  test('drafts with their deadlines, at the same hour in winter and summer', async () => {
    const { meetings, problems, table: answered } = await plan();
    expect(problems).toEqual([]);
    expect(answered).toEqual({ id: tableId });
    expect(meetings.map(({ startsAt }: { startsAt: string }) => startsAt)).toEqual(planned);
    expect(await starts()).toEqual(planned);
    expect((await seriesOf(secretary, slug))[0]).toMatchObject({
      version: 1,
      state: 'DRAFT',
      endsAt: '2027-02-11T15:00:00.000Z',
      location: 'Provinciehuis, Zwolle',
      submitBy: '2027-01-28',
      papersBy: '2027-02-04',
      minutesBy: '2027-02-18',
      feedbackBy: '2027-02-18',
      ofSeries: true,
      laterInSeries: 3,
      movedFrom: null,
    });
  });

  test('in silence: who does not lead the table sees none of it', async () => {
    const participant = await graphClient(app, await cast.make.member(table, 'PARTICIPANT'));
    await plan();
    expect(await seriesOf(participant, slug)).toEqual([]);
    await app.platform.streams.drain();
    const { inbox } = await participant.run('{ inbox { unreadCount } }');
    expect(inbox.unreadCount).toBe(0);
  });

  test('twice is once', async () => {
    await plan();
    expect((await plan()).meetings).toEqual([]);
    expect(await starts()).toEqual(planned);
  });

  test('of several at the same moment, one makes them', async () => {
    await Promise.all([plan(), plan(), plan(), app.platform.jobs.run('series')]);
    expect(await starts()).toEqual(planned);
  });

  test('a month whose meeting was moved or cancelled gets no other', async () => {
    await plan();
    const [first, second] = await seriesOf(secretary, slug);
    await onSeries(secretary, 'rescheduleMeeting', {
      meetingId: first?.id,
      expectedVersion: 1,
      startsAt: '2027-02-18T12:30:00Z',
      endsAt: '2027-02-18T15:00:00Z',
    });
    await onSeries(secretary, 'cancelMeeting', { meetingId: second?.id, expectedVersion: 1, reason: 'Vakantie' });
    expect((await plan()).meetings).toEqual([]);
    expect(await seriesOf(secretary, slug)).toHaveLength(4);
  });

  test('a meeting that somebody planned on the day becomes the one of the series; another day does not', async () => {
    const onTheDay = await makeMeeting(app, cast.make, {
      table,
      by: secretaryRow,
      startsAt: new Date('2027-02-11T08:00:00Z'),
    });
    const another = await makeMeeting(app, cast.make, {
      table,
      by: secretaryRow,
      startsAt: new Date('2027-03-02T12:30:00Z'),
    });
    await plan();
    const all = await seriesOf(secretary, slug);
    expect(all).toHaveLength(5);
    expect(all.find(({ id }) => id === onTheDay.globalId)).toMatchObject({ ofSeries: true, version: 1 });
    expect(all.find(({ id }) => id === another.globalId)).toMatchObject({ ofSeries: false });
  });

  test('a day on which a meeting was cancelled by hand stays empty', async () => {
    await makeMeeting(app, cast.make, {
      table,
      by: secretaryRow,
      startsAt: new Date('2027-02-11T12:30:00Z'),
      state: 'CANCELLED',
    });
    await plan();
    expect((await seriesOf(secretary, slug)).filter(({ state }) => state === 'DRAFT')).toHaveLength(3);
  });

  test('a time at which the table meets already is left', async () => {
    // From the day before until into the day itself.
    await makeMeeting(app, cast.make, {
      table,
      by: secretaryRow,
      startsAt: new Date('2027-02-10T12:30:00Z'),
      endsAt: new Date('2027-02-11T13:00:00Z'),
    });
    expect((await plan()).meetings).toHaveLength(3);
  });

  test('not in a month without a meeting, and a week later after a day off', async () => {
    // The first Thursday of May 2027 is Ascension Day.
    await giveRhythm(app, table, { meeting_week: 1, months_without: '[3]' });
    await plan();
    expect(await starts()).toEqual([
      '2027-02-04T12:30:00.000Z',
      '2027-04-01T11:30:00.000Z',
      '2027-05-13T11:30:00.000Z',
    ]);
  });
});

describe('a rhythm that changed', () => {
  test('drafts move along when that is asked; published ones and those moved by hand stay', async () => {
    await plan();
    const [first, second] = await seriesOf(secretary, slug);
    await changeAgenda(secretary, 'addAgendaItem', { meetingId: first?.id, title: 'Opening' });
    await changeAgenda(secretary, 'publishAgenda', { meetingId: first?.id, expectedVersion: 2 });
    await onSeries(secretary, 'rescheduleMeeting', {
      meetingId: second?.id,
      expectedVersion: 1,
      startsAt: '2027-03-12T12:30:00Z',
      endsAt: '2027-03-12T15:00:00Z',
    });
    await giveRhythm(app, table, { meeting_weekday: 2, meeting_location: 'Raalte' });
    expect((await plan()).meetings).toEqual([]);
    expect((await starts())[2]).toBe(planned[2]);
    await plan({ moveDrafts: true });
    expect(await starts()).toEqual([
      planned[0],
      '2027-03-12T12:30:00.000Z',
      '2027-04-13T11:30:00.000Z',
      '2027-05-11T11:30:00.000Z',
    ]);
    expect((await seriesOf(secretary, slug))[2]).toMatchObject({
      location: 'Raalte',
      submitBy: '2027-03-30',
      movedFrom: null,
      version: 2,
    });
  });

  test('deadlines alone move along too, without a word', async () => {
    await plan();
    await giveRhythm(app, table, { submit_days: -21 });
    await plan({ moveDrafts: true });
    expect((await seriesOf(secretary, slug))[0]).toMatchObject({ submitBy: '2027-01-21', version: 2, movedFrom: null });
    await plan({ moveDrafts: true });
    expect((await seriesOf(secretary, slug))[0]).toMatchObject({ version: 2 });
  });

  test('a draft stays where it is when its new time is taken, or its month has none any more', async () => {
    await plan();
    await giveRhythm(app, table, { meeting_weekday: 2, months_without: '[4]' });
    await makeMeeting(app, cast.make, { table, by: secretaryRow, startsAt: new Date('2027-03-09T12:00:00Z') });
    await plan({ moveDrafts: true });
    expect(await starts()).toEqual([
      '2027-02-09T12:30:00.000Z',
      '2027-03-09T12:00:00.000Z',
      planned[1],
      planned[2],
      '2027-05-11T11:30:00.000Z',
    ]);
  });
});

describe('by itself', () => {
  test('as time goes on the next month comes, made for the secretary', async () => {
    await app.platform.jobs.run('series');
    expect(await starts()).toEqual(planned);
    app.setNow(new Date('2027-02-15T09:00:00Z'));
    secretary = await graphClient(app, secretaryRow);
    await app.platform.jobs.run('series');
    expect((await starts()).at(-1)).toBe('2027-06-10T11:30:00.000Z');
    await app.platform.jobs.run('series');
    expect(await seriesOf(secretary, slug)).toHaveLength(5);
  });

  test.each([
    ['switched off', { keep_filled: false }],
    ['without a place', { meeting_location: '' }],
  ])('not when the series is %s', async (_what, columns) => {
    await giveRhythm(app, table, columns);
    await app.platform.jobs.run('series');
    expect(await starts()).toEqual([]);
  });

  test('not for a table where nobody leads', async () => {
    const empty = await cast.make.table({ name: 'Leeg' });
    await giveRhythm(app, empty);
    await app.platform.jobs.run('series');
    const rows = await app.database.fork().execute<object[]>('select from meeting where table_id = ?', [empty.id]);
    expect(rows).toEqual([]);
  });
});

describe('who may', () => {
  test.each(['PARTICIPANT', 'OBSERVER'] as const)('not a %s, who is told who does', async (role) => {
    const client = await graphClient(app, await cast.make.member(table, role));
    const { errors } = await client.answer(seriesMutation('planSeries'), { input: { tableId } });
    expect(errors[0]).toMatchObject({
      message: 'Dat kan de voorzitter of de secretaris van de tafel.',
      extensions: { code: 'FORBIDDEN' },
    });
  });
  test('nor somebody elsewhere, nor nobody', async () => {
    const elsewhere = await (
      await graphClient(app, cast.people.twente)
    ).answer(seriesMutation('planSeries'), { input: { tableId } });
    expect(elsewhere.errors[0]?.extensions.code).toBe('FORBIDDEN');
    const nobody = await (await graphClient(app, null)).answer(seriesMutation('planSeries'), { input: { tableId } });
    expect(nobody.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await starts()).toEqual([]);
  });
  test('a functional administrator may, and a chair', async () => {
    const administrator = await cast.make.person({ roles: ['FUNCTIONAL_ADMINISTRATOR'] });
    expect((await plan({}, await graphClient(app, administrator))).problems).toEqual([]);
    expect(await starts()).toEqual(planned);
    const chair = await graphClient(app, await cast.make.member(table, 'CHAIR'));
    expect((await plan({}, chair)).problems).toEqual([]);
  });
  test('a table that is not there, or that has no rhythm', async () => {
    const codes = async (id: string, client = secretary) => {
      const answer = await onSeries(client, 'planSeries', { tableId: id });
      return answer.problems.map(({ code, path }: { code: string; path: string[] }) => [code, path.join('.')]);
    };
    expect(await codes('onzin')).toEqual([['UNKNOWN_TABLE', 'input.tableId']]);
    expect(await codes(globalId('AccelerationTable', crypto.randomUUID()))).toEqual([
      ['UNKNOWN_TABLE', 'input.tableId'],
    ]);
    expect(
      await codes(globalId('AccelerationTable', cast.west.id), await graphClient(app, cast.people.secretary)),
    ).toEqual([['NO_RHYTHM', 'input.tableId']]);
  });
});
