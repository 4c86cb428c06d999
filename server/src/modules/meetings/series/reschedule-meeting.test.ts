import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast } from '../../../../testing/bottleneck-cast.ts';
import type { Made } from '../../../../testing/factories.ts';
import { graphClient, type GraphClient } from '../../../../testing/graph-client.ts';
import { changeAgenda, makeMeeting } from '../../../../testing/meeting-factory.ts';
import { giveRhythm, onSeries, type SeriesMeeting, seriesOf } from '../../../../testing/series-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

let app: TestApp;
let cast: Cast;
let table: Made;
let slug: string;
let secretary: GraphClient;
let participant: GraphClient;
let by: Made;
/** 11 February, 11 March, 8 April and 13 May 2027, all drafts. */
let series: SeriesMeeting[];
const now = new Date('2027-01-20T09:00:00Z');

beforeAll(async () => {
  app = await testApp({ now });
  cast = await bottleneckCast(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  app.setNow(now);
  table = await cast.make.table({ parent: cast.province });
  const rhythm = await giveRhythm(app, table);
  slug = rhythm.slug;
  by = await cast.make.member(table, 'SECRETARY', { name: 'Saar' });
  secretary = await graphClient(app, by);
  participant = await graphClient(app, await cast.make.member(table, 'PARTICIPANT', { name: 'Pim' }));
  await onSeries(secretary, 'planSeries', { tableId: rhythm.tableId });
  series = await seriesOf(secretary, slug);
});

const idOf = (index: number) => String(series[index]?.id);
const starts = async () => (await seriesOf(secretary, slug)).map(({ startsAt }) => startsAt);
const codesOf = (problems: { code: string; path: string[] }[]) =>
  problems.map((problem) => [problem.code, problem.path.join('.')]);
const toTheNinth = { startsAt: '2027-03-09T12:30:00Z', endsAt: '2027-03-09T14:00:00Z' };

/** Moves the second meeting of the series. */
const move = (input: object = {}, client = secretary) =>
  onSeries(client, 'rescheduleMeeting', { meetingId: idOf(1), expectedVersion: 1, ...toTheNinth, ...input });

async function publish(index: number): Promise<number> {
  await changeAgenda(secretary, 'addAgendaItem', { meetingId: idOf(index), title: 'Opening' });
  const { meeting } = await changeAgenda(secretary, 'publishAgenda', { meetingId: idOf(index), expectedVersion: 2 });
  return meeting.version;
}

async function lastEvent(client: GraphClient, type: string) {
  await app.platform.streams.drain();
  const rows = await app.database
    .fork()
    .execute<{ payload: unknown }[]>(
      'select payload from event where type = ? and stream_id = ? order by position desc limit 1',
      [type, table.id],
    );
  const { inbox } = await client.run(
    '{ inbox(first: 5) { unreadCount edges { node { reason event { type remark changes { field before after } } } } } }',
  );
  return { payload: rows[0]?.payload, inbox };
}

describe('moving one meeting', () => {
  test('its deadlines follow, the others stay, and it says whence it came', async () => {
    const { meeting, meetings, problems } = await move({ location: ' Raalte ' });
    expect(problems).toEqual([]);
    expect(meetings).toHaveLength(1);
    expect(meeting).toMatchObject({
      version: 2,
      state: 'DRAFT',
      startsAt: '2027-03-09T12:30:00.000Z',
      endsAt: '2027-03-09T14:00:00.000Z',
      location: 'Raalte',
      submitBy: '2027-02-23',
      papersBy: '2027-03-02',
      minutesBy: '2027-03-16',
      feedbackBy: '2027-03-16',
      movedFrom: '2027-03-11T12:30:00.000Z',
      ofSeries: true,
      laterInSeries: 2,
    });
    expect(await starts()).toEqual([series[0]?.startsAt, meeting.startsAt, series[2]?.startsAt, series[3]?.startsAt]);
  });

  test('moved again it still says where it began, and back there it was never moved', async () => {
    await move();
    const again = await move({ expectedVersion: 2, startsAt: '2027-03-10T12:30:00Z', endsAt: '2027-03-10T15:00:00Z' });
    expect(again.meeting.movedFrom).toBe('2027-03-11T12:30:00.000Z');
    const back = await move({ expectedVersion: 3, startsAt: series[1]?.startsAt, endsAt: series[1]?.endsAt });
    expect(back.meeting).toMatchObject({ movedFrom: null, submitBy: series[1]?.submitBy });
  });

  test('the place alone can change', async () => {
    const { meeting } = await move({ startsAt: series[1]?.startsAt, endsAt: series[1]?.endsAt, location: 'Online' });
    expect(meeting).toMatchObject({ location: 'Online', movedFrom: null, version: 2 });
  });

  test('a published one is told to the members, with what was and what is; a draft is moved in silence', async () => {
    await move();
    expect((await lastEvent(participant, 'MEETING_RESCHEDULED')).inbox.edges).toEqual([]);
    await publish(0);
    await onSeries(secretary, 'rescheduleMeeting', {
      meetingId: idOf(0),
      expectedVersion: 3,
      startsAt: '2027-02-12T12:30:00Z',
      endsAt: '2027-02-12T15:00:00Z',
      location: 'Raalte',
    });
    expect((await seriesOf(participant, slug)).map(({ startsAt }) => startsAt)).toEqual(['2027-02-12T12:30:00.000Z']);
    const { payload, inbox } = await lastEvent(participant, 'MEETING_RESCHEDULED');
    expect(inbox.edges[0].node).toEqual({
      reason: 'PARTICIPANT',
      event: {
        type: 'MEETING_RESCHEDULED',
        remark: null,
        changes: [
          { field: 'startsAt', before: '2027-02-11 13:30', after: '2027-02-12 13:30' },
          { field: 'endsAt', before: '2027-02-11 16:00', after: '2027-02-12 16:00' },
          { field: 'location', before: 'Provinciehuis, Zwolle', after: 'Raalte' },
        ],
      },
    });
    expect(payload).toMatchObject({
      published: true,
      before: {
        startsAt: '2027-02-11T12:30:00.000Z',
        endsAt: '2027-02-11T15:00:00.000Z',
        location: 'Provinciehuis, Zwolle',
      },
      after: { startsAt: '2027-02-12T12:30:00.000Z', endsAt: '2027-02-12T15:00:00.000Z', location: 'Raalte' },
    });
  });

  test('one that was planned by hand moves as well', async () => {
    const own = await makeMeeting(app, cast.make, { table, by, startsAt: new Date('2027-02-02T12:30:00Z') });
    const { meeting } = await move({ meetingId: own.globalId });
    expect(meeting).toMatchObject({ startsAt: '2027-03-09T12:30:00.000Z', ofSeries: false, laterInSeries: 0 });
  });
});

describe('moving from here on', () => {
  const onward = { scope: 'FROM_HERE', startsAt: '2027-03-09T13:00:00Z', endsAt: '2027-03-09T15:30:00Z' };

  test('the later ones shift by as many days and take the same hours, in winter and summer', async () => {
    const { meetings, problems } = await move(onward);
    expect(problems).toEqual([]);
    expect(meetings).toHaveLength(3);
    expect(await starts()).toEqual([
      series[0]?.startsAt,
      '2027-03-09T13:00:00.000Z',
      '2027-04-06T12:00:00.000Z',
      '2027-05-11T12:00:00.000Z',
    ]);
    expect((await seriesOf(secretary, slug))[3]).toMatchObject({
      endsAt: '2027-05-11T14:30:00.000Z',
      submitBy: '2027-04-26',
      movedFrom: series[3]?.startsAt,
    });
  });

  test('who falls on a day off goes a week further', async () => {
    // A week earlier the one of May would be on Ascension Day.
    await move({ scope: 'FROM_HERE', startsAt: '2027-03-04T12:30:00Z', endsAt: '2027-03-04T15:00:00Z' });
    expect((await starts())[3]).toBe('2027-05-13T11:30:00.000Z');
  });

  test('a new place holds for all, an unchanged one leaves theirs', async () => {
    await onSeries(secretary, 'rescheduleMeeting', {
      meetingId: idOf(2),
      expectedVersion: 1,
      startsAt: series[2]?.startsAt,
      endsAt: series[2]?.endsAt,
      location: 'Kampen',
    });
    await move(onward);
    expect((await seriesOf(secretary, slug)).map(({ location }) => location)).toEqual([
      'Provinciehuis, Zwolle',
      'Provinciehuis, Zwolle',
      'Kampen',
      'Provinciehuis, Zwolle',
    ]);
    await move({ ...onward, expectedVersion: 2, location: 'Online' });
    expect((await seriesOf(secretary, slug)).map(({ location }) => location)).toEqual([
      'Provinciehuis, Zwolle',
      'Online',
      'Online',
      'Online',
    ]);
  });

  test('cancelled ones and those outside the series stay', async () => {
    const own = await makeMeeting(app, cast.make, { table, by, startsAt: new Date('2027-04-20T12:30:00Z') });
    await onSeries(secretary, 'cancelMeeting', { meetingId: idOf(2), expectedVersion: 1, reason: 'Pasen' });
    const { meetings } = await move(onward);
    expect(meetings.map(({ id }: { id: string }) => id)).toEqual([idOf(1), idOf(3)]);
    const all = await seriesOf(secretary, slug);
    expect(all.find(({ id }) => id === own.globalId)).toMatchObject({ startsAt: '2027-04-20T12:30:00.000Z' });
  });

  test('not from a meeting outside the series', async () => {
    const own = await makeMeeting(app, cast.make, { table, by, startsAt: new Date('2027-02-02T12:30:00Z') });
    expect(codesOf((await move({ ...onward, meetingId: own.globalId })).problems)).toEqual([
      ['NOT_IN_SERIES', 'input.scope'],
    ]);
  });

  test('nothing moves when a later one would coincide with another meeting', async () => {
    await makeMeeting(app, cast.make, { table, by, startsAt: new Date('2027-04-06T11:00:00Z') });
    const { problems } = await move(onward);
    expect(problems).toMatchObject([
      {
        code: 'LATER_MEETING_OVERLAPS',
        path: ['input', 'startsAt'],
        message: expect.stringContaining('2027-04-06') as string,
      },
    ]);
    expect(await starts()).toContain(series[1]?.startsAt);
  });

  test('nor when two of them would coincide, because a day off pushes one onto the other', async () => {
    await onSeries(secretary, 'rescheduleMeeting', {
      meetingId: idOf(3),
      expectedVersion: 1,
      startsAt: '2027-05-20T11:30:00Z',
      endsAt: '2027-05-20T14:00:00Z',
    });
    await onSeries(secretary, 'rescheduleMeeting', {
      meetingId: idOf(2),
      expectedVersion: 1,
      startsAt: '2027-05-13T11:30:00Z',
      endsAt: '2027-05-13T14:00:00Z',
    });
    // A week earlier: 6 May is off and becomes 13 May, where the other one goes.
    const { problems } = await move({
      scope: 'FROM_HERE',
      startsAt: '2027-03-04T12:30:00Z',
      endsAt: '2027-03-04T15:00:00Z',
    });
    expect(codesOf(problems)).toEqual([['LATER_MEETING_OVERLAPS', 'input.startsAt']]);
  });
});

describe('what is refused', () => {
  test.each([
    [
      'the past',
      { startsAt: '2027-01-20T08:59:00Z', endsAt: '2027-01-20T10:00:00Z' },
      [['DATE_IN_PAST', 'input.startsAt']],
    ],
    [
      'more than five years ahead',
      { startsAt: '2032-03-09T12:30:00Z', endsAt: '2032-03-09T13:30:00Z' },
      [['DATE_TOO_FAR', 'input.startsAt']],
    ],
    ['an end before the start', { endsAt: '2027-03-09T12:30:00Z' }, [['DATE_ORDER', 'input.endsAt']]],
    ['more than eight hours', { endsAt: '2027-03-09T20:30:01Z' }, [['MEETING_TOO_LONG', 'input.endsAt']]],
    ['no place', { location: ' ' }, [['REQUIRED', 'input.location']]],
    ['a place too long', { location: 'x'.repeat(201) }, [['TOO_LONG', 'input.location']]],
    ['a place on two lines', { location: 'a\nb' }, [['CONTROL_CHARACTERS', 'input.location']]],
    [
      'the time of another meeting',
      { startsAt: '2027-02-11T14:59:00Z', endsAt: '2027-02-11T16:00:00Z' },
      [['MEETING_OVERLAPS', 'input.startsAt']],
    ],
    [
      'nothing new',
      { startsAt: '2027-03-11T12:30:00Z', endsAt: '2027-03-11T15:00:00Z' },
      [['NOTHING_MOVED', 'input.startsAt']],
    ],
  ])('%s', async (_what, input, expected) => {
    const { meeting, meetings, problems } = await move(input);
    expect([meeting, meetings]).toEqual([null, []]);
    expect(codesOf(problems)).toEqual(expected);
    expect(await starts()).toEqual(series.map(({ startsAt }) => startsAt));
  });

  test('a time that overlaps only itself is fine, and so is one that a cancelled meeting had', async () => {
    expect((await move({ startsAt: '2027-03-11T13:00:00Z', endsAt: '2027-03-11T15:30:00Z' })).problems).toEqual([]);
    await onSeries(secretary, 'cancelMeeting', { meetingId: idOf(0), expectedVersion: 1, reason: 'Vakantie' });
    const { problems } = await move({ expectedVersion: 2, startsAt: series[0]?.startsAt, endsAt: series[0]?.endsAt });
    expect(problems).toEqual([]);
  });

  test('a version that is not the latest', async () => {
    await move();
    const { problems } = await move({ startsAt: '2027-03-10T12:30:00Z', endsAt: '2027-03-10T13:30:00Z' });
    expect(problems).toMatchObject([
      { __typename: 'ConflictProblem', currentVersion: 2, changedBy: { name: 'Saar' }, current: { id: idOf(1) } },
    ]);
  });

  test.each([
    ['IN_SESSION', 'MEETING_STARTED'],
    ['CLOSED', 'MEETING_OVER'],
    ['MINUTES_ADOPTED', 'MEETING_OVER'],
    ['CANCELLED', 'MEETING_OVER'],
  ] as const)('one that is %s', async (state, code) => {
    const own = await makeMeeting(app, cast.make, { table, by, startsAt: new Date('2027-02-02T12:30:00Z'), state });
    for (const mutation of ['rescheduleMeeting', 'undoReschedule', 'cancelMeeting']) {
      const input = {
        meetingId: own.globalId,
        expectedVersion: 1,
        ...(mutation === 'rescheduleMeeting' && toTheNinth),
        ...(mutation === 'cancelMeeting' && { reason: 'Vakantie' }),
      };
      expect(codesOf((await onSeries(secretary, mutation, input)).problems)).toEqual([[code, 'input.meetingId']]);
    }
  });

  test('two who move at once: one is told that the other was faster', async () => {
    const answers = await Promise.all([
      move(),
      move({ startsAt: '2027-03-10T12:30:00Z', endsAt: '2027-03-10T13:30:00Z' }),
    ]);
    expect(answers.flatMap(({ problems }) => problems.map(({ code }: { code: string }) => code))).toEqual(['CONFLICT']);
  });

  test('two meetings that move to one time at once: one is told that the table meets then', async () => {
    const there = { startsAt: '2027-03-20T12:30:00Z', endsAt: '2027-03-20T13:30:00Z' };
    const answers = await Promise.all([move(there), move({ ...there, meetingId: idOf(2) })]);
    expect(answers.flatMap(({ problems }) => problems.map(({ code }: { code: string }) => code))).toEqual([
      'MEETING_OVERLAPS',
    ]);
  });
});
