import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { changeAgenda, makeMeeting } from '../../../../testing/meeting-factory.ts';
import { giveRhythm, onSeries, type SeriesMeeting, seriesOf } from '../../../../testing/series-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

let app: TestApp;
let cast: Cast;
let tableId: string;
let slug: string;
/** 11 February, 11 March, 8 April and 13 May 2027, all drafts. */
let series: SeriesMeeting[];
const now = new Date('2027-01-20T09:00:00Z');

beforeAll(async () => {
  app = await testApp({ now });
  cast = await bottleneckCast(app);
  ({ tableId, slug } = await giveRhythm(app, cast.west));
});
afterAll(() => app.close());
beforeEach(async () => {
  app.setNow(now);
  const em = app.database.fork();
  await em.execute('truncate meeting cascade');
  await em.execute('update acceleration_table set keep_filled = true where id = ?', [cast.west.id]);
  await onSeries(cast.as('secretary'), 'planSeries', { tableId });
  series = await seriesOf(cast.as('secretary'), slug);
});

const idOf = (index: number) => String(series[index]?.id);
const states = async (part: Part = 'secretary') => (await seriesOf(cast.as(part), slug)).map(({ state }) => state);
const codesOf = (problems: { code: string; path: string[] }[]) =>
  problems.map((problem) => [problem.code, problem.path.join('.')]);
const versionOf = async (index: number) =>
  (await seriesOf(cast.as('secretary'), slug)).find(({ id }) => id === idOf(index))?.version;

async function cancel(index: number, more: object = {}, part: Part = 'secretary') {
  const input = {
    meetingId: idOf(index),
    expectedVersion: await versionOf(index),
    reason: 'De zaal is dicht',
    ...more,
  };
  return onSeries(cast.as(part), 'cancelMeeting', input);
}
async function restore(index: number, more: object = {}, part: Part = 'secretary') {
  const input = { meetingId: idOf(index), expectedVersion: await versionOf(index), ...more };
  return onSeries(cast.as(part), 'restoreMeeting', input);
}

async function publish(index: number): Promise<void> {
  const secretary = cast.as('secretary');
  await changeAgenda(secretary, 'addAgendaItem', { meetingId: idOf(index), title: 'Opening' });
  const expectedVersion = await versionOf(index);
  await changeAgenda(secretary, 'publishAgenda', { meetingId: idOf(index), expectedVersion });
}

async function schedule(number: string, index: number): Promise<void> {
  const text = `mutation ($input: ScheduleBottleneckInput!) { scheduleBottleneck(input: $input) { bottleneck { state } problems { code } } }`;
  const { id, version } = await caseOf(number);
  const input = { bottleneckId: id, expectedVersion: version, meetingId: idOf(index) };
  const { scheduleBottleneck } = await cast.as('secretary').run(text, { input });
  expect(scheduleBottleneck).toEqual({ bottleneck: { state: 'SCHEDULED' }, problems: [] });
}
const caseOf = async (number: string) =>
  (
    await cast
      .as('secretary')
      .run('query ($number: String!) { bottleneck(number: $number) { id version state holdReason } }', { number })
  ).bottleneck;

describe('cancelling one meeting', () => {
  test('it stays there with who, when and why, and its agenda as it was', async () => {
    await changeAgenda(cast.as('secretary'), 'addAgendaItem', { meetingId: idOf(0), title: 'Opening' });
    const { meeting, meetings, problems } = await cancel(0);
    expect(problems).toEqual([]);
    expect(meetings).toHaveLength(1);
    expect(meeting).toMatchObject({
      version: 3,
      state: 'CANCELLED',
      cancelReason: 'De zaal is dicht',
      cancelledAt: now.toISOString(),
      cancelledBy: { name: 'Sien' },
      startsAt: series[0]?.startsAt,
    });
    expect(await states()).toEqual(['CANCELLED', 'DRAFT', 'DRAFT', 'DRAFT']);
    const { meeting: read } = await cast
      .as('secretary')
      .run('query ($id: ID!) { meeting(id: $id) { items { title } viewerCan { verb allowed reason } } }', {
        id: idOf(0),
      });
    expect(read.items).toEqual([{ title: 'Opening' }]);
    expect(read.viewerCan.filter(({ allowed }: { allowed: boolean }) => allowed)).toMatchObject([{ verb: 'RESTORE' }]);
  });

  test('the next meeting is another one then', async () => {
    await cancel(0);
    const { table } = await cast
      .as('secretary')
      .run('query ($slug: String!) { table(slug: $slug) { nextMeeting { id } } }', { slug });
    expect(table.nextMeeting.id).toBe(idOf(1));
  });

  test('members hear of a published one with the reason; a draft goes in silence', async () => {
    const inbox = async () => {
      await app.platform.streams.drain();
      const read = await cast
        .as('participant')
        .run('{ inbox(first: 10) { edges { node { reason event { type remark subjects { id } } } } } }');
      const nodes = read.inbox.edges.map(({ node }: { node: object }) => node) as {
        reason: string;
        event: { type: string; remark: string | null; subjects: { id: string }[] };
      }[];
      return nodes.filter(({ event }) => event.subjects.some(({ id }) => series.some((one) => one.id === id)));
    };
    await cancel(1);
    expect(await inbox()).toEqual([]);
    await publish(0);
    await cancel(0);
    await restore(0);
    expect((await inbox()).map(({ reason, event }) => [reason, event.type, event.remark])).toEqual([
      ['PARTICIPANT', 'MEETING_RESTORED', null],
      ['PARTICIPANT', 'MEETING_CANCELLED', 'De zaal is dicht'],
      ['PARTICIPANT', 'AGENDA_PUBLISHED', null],
    ]);
    expect(await states('participant')).toEqual(['PUBLISHED']);
  });

  test.each([
    ['no reason', '  ', 'REQUIRED'],
    ['two letters', 'ab', 'TOO_SHORT'],
    ['a whole letter', 'x'.repeat(501), 'TOO_LONG'],
  ])('refuses %s', async (_what, reason, code) => {
    expect(codesOf((await cancel(0, { reason })).problems)).toEqual([[code, 'input.reason']]);
    expect(await states()).toEqual(['DRAFT', 'DRAFT', 'DRAFT', 'DRAFT']);
  });

  test('somebody who saw an earlier version is told who was faster', async () => {
    await publish(0);
    const { problems } = await cancel(0, { expectedVersion: 1 });
    expect(problems).toMatchObject([{ __typename: 'ConflictProblem', currentVersion: 3, changedBy: { name: 'Sien' } }]);
  });

  test('a second time it is over already, and the chair is told too', async () => {
    await cancel(0);
    expect(codesOf((await cancel(0, {}, 'chair')).problems)).toEqual([['MEETING_OVER', 'input.meetingId']]);
  });
});

describe('the cases on its agenda', () => {
  test('go back to where they were, unless another agenda to come has them, and come again when it takes place', async () => {
    const waiting = await cast.bottleneck({ state: 'TRIAGE' });
    const held = await cast.bottleneck({ state: 'ON_HOLD' });
    const twice = await cast.bottleneck({ state: 'TRIAGE' });
    const busy = await cast.bottleneck({ state: 'IN_PROGRESS' });
    for (const { number } of [waiting, held, twice]) await schedule(number, 0);
    for (const [index, one] of [
      [0, busy],
      [1, twice],
    ] as const)
      await changeAgenda(cast.as('secretary'), 'addAgendaItem', {
        meetingId: idOf(index),
        title: 'Ook hier',
        bottleneckIds: [one.globalId],
      });
    const stateOf = async (one: { number: string }) => (await caseOf(one.number)).state;
    const all = () => Promise.all([waiting, held, twice, busy].map(stateOf));
    expect(await all()).toEqual(['SCHEDULED', 'SCHEDULED', 'SCHEDULED', 'IN_PROGRESS']);

    expect((await cancel(0, {}, 'chair')).problems).toEqual([]);
    expect(await all()).toEqual(['TRIAGE', 'ON_HOLD', 'SCHEDULED', 'IN_PROGRESS']);

    expect((await restore(0, {}, 'chair')).problems).toEqual([]);
    expect(await all()).toEqual(['SCHEDULED', 'SCHEDULED', 'SCHEDULED', 'IN_PROGRESS']);
  });

  test('one that went on meanwhile stays where it is', async () => {
    const one = await cast.bottleneck({ state: 'TRIAGE' });
    await schedule(one.number, 0);
    await cancel(0);
    await schedule(one.number, 2);
    await restore(0);
    await cancel(2);
    // Restored with the first meeting it still stands there, so cancelling the third takes nothing away.
    expect((await caseOf(one.number)).state).toBe('SCHEDULED');
    await cancel(0);
    expect((await caseOf(one.number)).state).toBe('TRIAGE');
  });

  test('its timeline tells both', async () => {
    const one = await cast.bottleneck({ state: 'TRIAGE' });
    await schedule(one.number, 0);
    await cancel(0);
    await restore(0);
    const { bottleneck } = await cast
      .as('secretary')
      .run(
        'query ($number: String!) { bottleneck(number: $number) { timeline(first: 3) { edges { node { type } } } } }',
        {
          number: one.number,
        },
      );
    expect(bottleneck.timeline.edges.map(({ node }: { node: { type: string } }) => node.type)).toEqual([
      'BOTTLENECK_SCHEDULED',
      'TRANSITION_UNDONE',
      'BOTTLENECK_SCHEDULED',
    ]);
  });
});

describe('its items, moved on', () => {
  const itemsOf = async (index: number) =>
    (
      await cast
        .as('secretary')
        .run('query ($id: ID!) { meeting(id: $id) { version items { title minutes subjects { __typename } } } }', {
          id: idOf(index),
        })
    ).meeting.items;
  const add = (index: number, title: string, more: object = {}) =>
    changeAgenda(cast.as('secretary'), 'addAgendaItem', { meetingId: idOf(index), title, ...more });

  test('stand on the next agenda by reference, once, and its cases stay scheduled; restored they come back', async () => {
    const one = await cast.bottleneck({ state: 'TRIAGE' });
    await add(0, 'Opening');
    await schedule(one.number, 0);
    await add(0, 'Woningbouwafspraken', { minutes: 25 });
    await add(1, 'opening');
    expect((await cancel(0, { moveItems: true })).problems).toEqual([]);
    const moved = await itemsOf(1);
    expect(moved.map(({ title }: { title: string }) => title).toSorted()).toEqual(
      ['opening', 'Woningbouwafspraken', (await itemsOf(0))[1].title].toSorted(),
    );
    expect(moved).toContainEqual({ title: 'Woningbouwafspraken', minutes: 25, subjects: [] });
    expect((await caseOf(one.number)).state).toBe('SCHEDULED');
    expect(await itemsOf(0)).toHaveLength(3);

    expect((await restore(0)).problems).toEqual([]);
    expect((await itemsOf(1)).map(({ title }: { title: string }) => title)).toEqual(['opening']);
    expect((await caseOf(one.number)).state).toBe('SCHEDULED');
  });

  test('what was taken off the next agenda meanwhile is no hindrance, nor that it is cancelled too', async () => {
    await add(0, 'Woningbouwafspraken');
    await cancel(0, { moveItems: true });
    await cancel(1);
    expect((await restore(0)).problems).toEqual([]);
    expect(await itemsOf(1)).toHaveLength(1);
  });

  test('need a next meeting', async () => {
    await add(3, 'Woningbouwafspraken');
    expect(codesOf((await cancel(3, { moveItems: true })).problems)).toEqual([['NO_NEXT_MEETING', 'input.moveItems']]);
    expect(await states()).toEqual(['DRAFT', 'DRAFT', 'DRAFT', 'DRAFT']);
  });

  test('are none when the agenda is empty', async () => {
    expect((await cancel(3, { moveItems: true })).problems).toEqual([]);
  });
});

describe('cancelling from here on', () => {
  const onward = { scope: 'FROM_HERE' };

  test('all later ones of the series go, the making ends, and all of it comes back', async () => {
    const own = await makeMeeting(app, cast.make, {
      table: cast.west,
      by: cast.people.secretary,
      startsAt: new Date('2027-04-20T12:30:00Z'),
    });
    await cancel(2, { reason: 'Eerder al' });
    app.setNow(new Date(now.getTime() + 60_000));
    const { meetings } = await cancel(1, onward);
    expect(meetings.map(({ id }: { id: string }) => id)).toEqual([idOf(1), idOf(3)]);
    expect(await states()).toEqual(['DRAFT', 'CANCELLED', 'CANCELLED', 'DRAFT', 'CANCELLED']);
    await app.platform.jobs.run('series');
    const rhythm = async () =>
      (
        await cast
          .as('secretary')
          .run('query ($slug: String!) { table(slug: $slug) { rhythm { keepFilled } } }', { slug })
      ).table.rhythm;
    expect(await rhythm()).toEqual({ keepFilled: false });

    const back = await restore(1, onward);
    expect(back.problems).toEqual([]);
    expect(back.meetings.map(({ id }: { id: string }) => id)).toEqual([idOf(1), idOf(3)]);
    // What was cancelled in another act stays so.
    expect(await states()).toEqual(['DRAFT', 'DRAFT', 'CANCELLED', 'DRAFT', 'DRAFT']);
    expect(await rhythm()).toEqual({ keepFilled: true });
    expect((await seriesOf(cast.as('secretary'), slug)).some(({ id }) => id === own.globalId)).toBe(true);
  });

  test('a series that nobody makes by itself stays so when its meetings come back', async () => {
    await app.database.fork().execute('update acceleration_table set keep_filled = false where id = ?', [cast.west.id]);
    await cancel(1, onward);
    await restore(1, onward);
    const { table } = await cast
      .as('secretary')
      .run('query ($slug: String!) { table(slug: $slug) { rhythm { keepFilled } } }', { slug });
    expect(table.rhythm).toEqual({ keepFilled: false });
  });

  test('one of them can come back alone', async () => {
    await cancel(0, onward);
    await restore(2);
    expect(await states()).toEqual(['CANCELLED', 'CANCELLED', 'DRAFT', 'CANCELLED']);
  });

  test('not from a meeting outside the series', async () => {
    const own = await makeMeeting(app, cast.make, {
      table: cast.west,
      by: cast.people.secretary,
      startsAt: new Date('2027-02-02T12:30:00Z'),
    });
    const { problems } = await cancel(0, { ...onward, meetingId: own.globalId, expectedVersion: 1 });
    expect(codesOf(problems)).toEqual([['NOT_IN_SERIES', 'input.scope']]);
  });
});

describe('what is not restored', () => {
  test('a meeting that is not cancelled', async () => {
    expect(codesOf((await restore(0)).problems)).toEqual([['MEETING_NOT_CANCELLED', 'input.meetingId']]);
  });
  test('one whose time is taken, or that of a later one', async () => {
    await cancel(0, { scope: 'FROM_HERE' });
    const at = (startsAt: string | undefined) =>
      makeMeeting(app, cast.make, {
        table: cast.west,
        by: cast.people.secretary,
        startsAt: new Date(String(startsAt)),
      });
    await at(series[1]?.startsAt);
    expect(codesOf((await restore(0, { scope: 'FROM_HERE' })).problems)).toEqual([
      ['LATER_MEETING_OVERLAPS', 'input.meetingId'],
    ]);
    expect(codesOf((await restore(1)).problems)).toEqual([['MEETING_OVERLAPS', 'input.meetingId']]);
    expect((await restore(0)).problems).toEqual([]);
  });
  test('one that would have been held already', async () => {
    await cancel(0);
    await app.database
      .fork()
      .execute(
        `update meeting set starts_at = '2027-01-19T12:30:00Z', ends_at = '2027-01-19T14:30:00Z' where state = 'CANCELLED'`,
      );
    expect(codesOf((await restore(0)).problems)).toEqual([['MEETING_PASSED', 'input.meetingId']]);
  });
  test('with an old version', async () => {
    await cancel(0);
    expect(codesOf((await restore(0, { expectedVersion: 1 })).problems)).toEqual([
      ['CONFLICT', 'input.expectedVersion'],
    ]);
  });
});
