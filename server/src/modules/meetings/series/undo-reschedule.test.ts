import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast } from '../../../../testing/bottleneck-cast.ts';
import type { Made } from '../../../../testing/factories.ts';
import { graphClient, type GraphClient } from '../../../../testing/graph-client.ts';
import { makeMeeting } from '../../../../testing/meeting-factory.ts';
import { giveRhythm, onSeries, type SeriesMeeting, seriesOf } from '../../../../testing/series-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

let app: TestApp;
let cast: Cast;
let table: Made;
let slug: string;
let secretary: GraphClient;
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

describe('taking a move back', () => {
  const undo = (index = 1, expectedVersion = 2, client = secretary) =>
    onSeries(client, 'undoReschedule', { meetingId: idOf(index), expectedVersion });

  test('all that moved along goes back, deadlines too', async () => {
    await move({ scope: 'FROM_HERE', location: 'Raalte' });
    const { meetings, problems } = await undo();
    expect(problems).toEqual([]);
    expect(meetings).toHaveLength(3);
    const back = await seriesOf(secretary, slug);
    expect(back).toEqual(series.map((meeting, index) => ({ ...meeting, version: index === 0 ? 1 : 3 })));
  });

  test('a second time there is nothing left to take back', async () => {
    await move();
    await undo();
    expect(codesOf((await undo(1, 3)).problems)).toEqual([['NO_MOVE_TO_UNDO', 'input.meetingId']]);
  });

  test('only by who did it, and only the last move', async () => {
    await move();
    const chair = await graphClient(app, await cast.make.member(table, 'CHAIR'));
    expect(codesOf((await undo(1, 2, chair)).problems)).toEqual([['NO_MOVE_TO_UNDO', 'input.meetingId']]);
    await move({ expectedVersion: 2, startsAt: '2027-03-16T12:30:00Z', endsAt: '2027-03-16T13:30:00Z' }, chair);
    expect(codesOf((await undo(1, 3)).problems)).toEqual([['NO_MOVE_TO_UNDO', 'input.meetingId']]);
    expect((await undo(1, 3, chair)).meeting.startsAt).toBe('2027-03-09T12:30:00.000Z');
    expect((await undo(1, 4)).meeting).toMatchObject({ startsAt: series[1]?.startsAt, movedFrom: null });
  });

  test('a later one that was moved again since stays where it is', async () => {
    await move({ scope: 'FROM_HERE' });
    await onSeries(secretary, 'rescheduleMeeting', {
      meetingId: idOf(3),
      expectedVersion: 2,
      startsAt: '2027-05-25T11:30:00Z',
      endsAt: '2027-05-25T13:00:00Z',
    });
    expect((await undo()).meetings).toHaveLength(2);
    expect((await starts())[3]).toBe('2027-05-25T11:30:00.000Z');
  });

  test('not onto a meeting that took its place, nor into the past', async () => {
    await move();
    const other = await makeMeeting(app, cast.make, { table, by, startsAt: new Date('2027-03-11T12:00:00Z') });
    expect(codesOf((await undo()).problems)).toEqual([['MEETING_OVERLAPS', 'input.startsAt']]);
    await onSeries(secretary, 'cancelMeeting', { meetingId: other.globalId, expectedVersion: 1, reason: 'Vergissing' });
    app.setNow(new Date('2027-03-11T12:31:00Z'));
    secretary = await graphClient(app, by);
    expect(codesOf((await undo()).problems)).toEqual([['DATE_IN_PAST', 'input.startsAt']]);
  });

  test('not for a meeting that was never moved, nor with an old version', async () => {
    expect(codesOf((await undo(1, 1)).problems)).toEqual([['NO_MOVE_TO_UNDO', 'input.meetingId']]);
    await move();
    expect(codesOf((await undo(1, 1)).problems)).toEqual([['CONFLICT', 'input.expectedVersion']]);
  });
});
