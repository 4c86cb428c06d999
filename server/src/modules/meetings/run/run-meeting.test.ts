import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { clientWithCookie, graphClient } from '../../../../testing/graph-client.ts';
import {
  type PublishedMeeting,
  publishedMeeting,
  readRun,
  refusedTo,
  start,
  steer,
} from '../../../../testing/run-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

const began = new Date('2026-12-10T12:30:00Z');
let app: TestApp;
let cast: Cast;
let meeting: PublishedMeeting;

beforeAll(async () => {
  app = await testApp({ now: began });
  cast = await bottleneckCast(app);
});
afterAll(() => app.close());

beforeEach(async () => {
  app.setNow(began);
  meeting = await publishedMeeting(cast, [
    { title: 'Opening' },
    { title: 'Grond', closedPart: true },
    { title: 'Stroom', closedPart: true },
    { title: 'Rondvraag', minutes: 20 },
  ]);
});

const after = (seconds: number) => app.setNow(new Date(began.getTime() + seconds * 1_000));
const to = (title: string | null) => ({ itemId: title === null ? null : meeting.item(title) });
const go = (from: string, title: string | null, by: Part = 'chair') =>
  steer(cast.as(by), 'goToItem', { meetingId: meeting.meetingId, ...to(title), fromItemId: meeting.item(from) });
const progress = (read: { items: { time: { progress: string } }[] }) => read.items.map((item) => item.time.progress);
const input = (more: object = {}) => ({ meetingId: meeting.meetingId, ...more });

describe('starting', () => {
  test('the first item is current and runs, who starts it leads, and the version stays', async () => {
    const before = await readRun(cast.as('participant'), meeting);
    expect(before).toMatchObject({ state: 'PUBLISHED', run: null, viewerIsLead: false });
    expect(progress(before)).toEqual(['AHEAD', 'AHEAD', 'AHEAD', 'AHEAD']);
    const { meeting: started, item, problems } = await start(cast, meeting);
    expect(problems).toEqual([]);
    expect(item.id).toBe(meeting.item('Opening'));
    expect(started).toMatchObject({
      state: 'IN_SESSION',
      viewerIsLead: true,
      run: {
        startedAt: began.toISOString(),
        startedBy: { name: 'Cor' },
        lead: { name: 'Cor' },
        closedAt: null,
        currentItem: { title: 'Opening' },
        closedPartNow: false,
        paused: false,
        remainingSeconds: 600,
        givenMinutes: 10,
        predictedEndAt: '2026-12-10T13:20:00.000Z',
        overrunMinutes: 0,
      },
    });
    expect(progress(started)).toEqual(['NOW', 'AHEAD', 'AHEAD', 'AHEAD']);
    expect(started.items[3].time.expectedStartAt).toBe('2026-12-10T13:00:00.000Z');
  });

  test('twice is refused with the name of who started it', async () => {
    await start(cast, meeting);
    const { meeting: none, problems } = await start(cast, meeting, 'secretary');
    expect(none).toBeNull();
    expect(problems).toMatchObject([{ code: 'MEETING_STARTED_BY', path: ['input', 'meetingId'] }]);
    expect(problems[0].message).toContain('Cor is deze vergadering al begonnen, om 13:30 uur');
  });

  test('of two who start at once, one starts', async () => {
    const answers = await Promise.all([start(cast, meeting), start(cast, meeting, 'secretary')]);
    const codes = answers.flatMap(({ problems }) => problems.map(({ code }: { code: string }) => code));
    expect(codes).toEqual(['MEETING_STARTED_BY']);
  });

  test('an agenda that is not published does not start, and neither does one that is over', async () => {
    const em = app.database.fork();
    const put = (state: string) => em.execute('update meeting set state = ? where id = ?', [state, meeting.uuid]);
    await put('DRAFT');
    expect(await refusedTo(cast.as('chair'), 'startMeeting', input())).toBe('MEETING_NOT_PUBLISHED');
    await put('CLOSED');
    expect(await refusedTo(cast.as('chair'), 'startMeeting', input())).toBe('MEETING_OVER');
    await put('PUBLISHED');
    await em.execute('delete from agenda_item where meeting_id = ?', [meeting.uuid]);
    expect(await refusedTo(cast.as('chair'), 'startMeeting', input())).toBe('AGENDA_EMPTY');
  });
});

describe('who may', () => {
  const steering: [string, () => object][] = [
    ['startMeeting', () => input()],
    ['goToItem', () => input({ itemId: meeting.item('Rondvraag') })],
    ['pauseMeeting', () => input()],
    ['resumeMeeting', () => input()],
    ['addMinutes', () => input({ itemId: meeting.item('Opening'), minutes: 5 })],
    ['takeLead', () => input()],
    ['takeAttendance', () => input({ personId: 'Person_x', presence: 'ABSENT' })],
  ];

  test.each(steering)('%s: chair and secretary alone', async (mutation, of) => {
    if (mutation !== 'startMeeting') await start(cast, meeting);
    for (const part of ['participant', 'market', 'observer', 'provincialChair'] as const)
      expect(await refusedTo(cast.as(part), mutation, of()), part).toBe('FORBIDDEN CHAIR_OR_SECRETARY_ONLY');
    for (const part of ['twente', 'stranger', 'reader'] as const)
      expect(await refusedTo(cast.as(part), mutation, of()), part).toBe('NOT_FOUND');
    const gone = { ...of(), meetingId: 'Meeting_01900000-0000-7000-8000-000000000000' };
    expect(await refusedTo(cast.as('chair'), mutation, gone)).toBe('NOT_FOUND');
  });

  test.each(steering.slice(1))('%s: not before the start', async (mutation, of) => {
    expect(await refusedTo(cast.as('chair'), mutation, of())).toBe('MEETING_NOT_STARTED');
  });

  test.each(['goToItem', 'pauseMeeting', 'resumeMeeting', 'addMinutes'])('%s: who leads alone', async (mutation) => {
    await start(cast, meeting);
    const of = steering.find(([name]) => name === mutation)?.[1] ?? (() => ({}));
    expect(await refusedTo(cast.as('secretary'), mutation, of())).toBe('NOT_THE_LEAD');
  });

  test('viewerCan says the same', async () => {
    await start(cast, meeting);
    const verbs = async (part: Part) => {
      const { viewerCan } = await readRun(cast.as(part), meeting);
      const of = (verb: string) => viewerCan.find((one: { verb: string }) => one.verb === verb);
      return [of('STEER'), of('TAKE_LEAD'), of('JOIN')].map(({ allowed }) => allowed);
    };
    expect(await verbs('chair')).toEqual([true, false, true]);
    expect(await verbs('secretary')).toEqual([false, true, true]);
    expect(await verbs('observer')).toEqual([false, false, true]);
    expect(await verbs('provincialChair')).toEqual([false, false, false]);
  });

  test('another leader takes over in one step, and the first one no longer steers', async () => {
    await start(cast, meeting);
    expect(await refusedTo(cast.as('chair'), 'takeLead', input())).toBe('ALREADY_LEAD');
    const { meeting: taken } = await steer(cast.as('secretary'), 'takeLead', input());
    expect(taken).toMatchObject({ viewerIsLead: true, run: { lead: { name: 'Sien' }, startedBy: { name: 'Cor' } } });
    expect(await refusedTo(cast.as('chair'), 'pauseMeeting', input())).toBe('NOT_THE_LEAD');
    expect((await go('Opening', 'Grond', 'secretary')).problems).toEqual([]);
  });
});

describe('going on', () => {
  test('the item before is done with the time it took, and what lies ahead moves along', async () => {
    await start(cast, meeting);
    after(15 * 60);
    const late = await readRun(cast.as('participant'), meeting);
    expect(late.run).toMatchObject({ remainingSeconds: -300, predictedEndAt: '2026-12-10T13:25:00.000Z' });
    const { meeting: next } = await go('Opening', 'Grond');
    expect(next.run).toMatchObject({ currentItem: { title: 'Grond' }, remainingSeconds: 600 });
    expect(progress(next)).toEqual(['DONE', 'NOW', 'AHEAD', 'AHEAD']);
    expect(next.items[0].time).toMatchObject({ spentSeconds: 900, startedAt: began.toISOString() });
    expect(next.items[3].time).toMatchObject({ expectedStartAt: '2026-12-10T13:05:00.000Z', delayMinutes: 5 });
  });

  test('going back takes an item up again, and its time adds up', async () => {
    await start(cast, meeting);
    after(60);
    await go('Opening', 'Rondvraag');
    after(120);
    const { meeting: back } = await go('Rondvraag', 'Opening');
    expect(progress(back)).toEqual(['NOW', 'AHEAD', 'AHEAD', 'DONE']);
    after(150);
    const read = await readRun(cast.as('participant'), meeting);
    expect(read.items[0].time.spentSeconds).toBe(90);
    expect(read.run.remainingSeconds).toBe(510);
  });

  test('null ends the last item', async () => {
    await start(cast, meeting);
    after(60);
    const { meeting: ended, item } = await go('Opening', null);
    expect(item).toBeNull();
    expect(ended.run).toMatchObject({ currentItem: null, closedPartNow: false, remainingSeconds: 0, givenMinutes: 0 });
    expect(progress(ended)[0]).toBe('DONE');
  });

  test('of two who go on at once, the second hears that the meeting went on', async () => {
    await start(cast, meeting);
    const answers = await Promise.all([go('Opening', 'Grond'), go('Opening', 'Grond')]);
    const conflicts = answers.flatMap(({ problems }) => problems);
    expect(conflicts).toMatchObject([
      { __typename: 'ConflictProblem', path: ['input', 'fromItemId'], changedBy: { name: 'Cor' } },
    ]);
    expect(progress(await readRun(cast.as('chair'), meeting))).toEqual(['DONE', 'NOW', 'AHEAD', 'AHEAD']);
  });

  test('without saying from where, it goes; seeing none while there is one is a conflict', async () => {
    await start(cast, meeting);
    const none = { ...input(to('Grond')), fromItemId: null };
    expect((await steer(cast.as('chair'), 'goToItem', none)).problems).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await steer(cast.as('chair'), 'goToItem', input(to('Grond')))).problems).toEqual([]);
    // Going where one is changes nothing.
    expect((await go('Grond', 'Grond')).meeting.run.currentItem.title).toBe('Grond');
  });

  test('an item of another meeting, or none at all, is not there', async () => {
    await start(cast, meeting);
    const other = await publishedMeeting(cast, [{ title: 'Elders' }]);
    for (const itemId of [other.item('Elders'), 'AgendaItem_nonsense', meeting.meetingId])
      expect(await refusedTo(cast.as('chair'), 'goToItem', input({ itemId }))).toBe('NOT_FOUND');
  });
});

describe('pause and minutes', () => {
  test('a pause takes no time; going on ends it', async () => {
    await start(cast, meeting);
    after(60);
    expect((await steer(cast.as('chair'), 'pauseMeeting', input())).meeting.run.paused).toBe(true);
    after(360);
    expect((await steer(cast.as('chair'), 'pauseMeeting', input())).problems).toEqual([]);
    expect((await readRun(cast.as('participant'), meeting)).run).toMatchObject({
      paused: true,
      remainingSeconds: 540,
      predictedEndAt: '2026-12-10T13:25:00.000Z',
    });
    const { meeting: resumed } = await steer(cast.as('chair'), 'resumeMeeting', input());
    expect(resumed.run).toMatchObject({ paused: false, remainingSeconds: 540 });
    expect((await steer(cast.as('chair'), 'resumeMeeting', input())).problems).toEqual([]);
    await steer(cast.as('chair'), 'pauseMeeting', input());
    expect((await go('Opening', 'Grond')).meeting.run.paused).toBe(false);
  });

  test('minutes are added and taken off, also of an item to come', async () => {
    await start(cast, meeting);
    const add = (title: string, minutes: number) =>
      steer(cast.as('chair'), 'addMinutes', input({ itemId: meeting.item(title), minutes }));
    expect((await add('Opening', 5)).meeting.run).toMatchObject({ givenMinutes: 15, remainingSeconds: 900 });
    expect((await add('Opening', -7)).meeting.run).toMatchObject({ givenMinutes: 8, remainingSeconds: 480 });
    const { meeting: longer } = await add('Rondvraag', 120);
    expect(longer.items[3].time.extraMinutes).toBe(120);
    expect(longer.run).toMatchObject({ predictedEndAt: '2026-12-10T15:18:00.000Z', overrunMinutes: 18 });
  });

  test.each([
    [0, 'MINUTES_ADDED_RANGE'],
    [121, 'MINUTES_ADDED_RANGE'],
    [-121, 'MINUTES_ADDED_RANGE'],
    [-10, 'ITEM_TOO_SHORT'],
  ])('%i minutes are refused', async (minutes, code) => {
    await start(cast, meeting);
    const of = input({ itemId: meeting.item('Opening'), minutes });
    expect((await steer(cast.as('chair'), 'addMinutes', of)).problems).toMatchObject([
      { code, path: ['input', 'minutes'] },
    ]);
  });

  test('no item takes more than eight hours, and none that is done gets more', async () => {
    await start(cast, meeting);
    const of = { itemId: meeting.item('Opening'), minutes: 120 };
    for (let round = 0; round < 3; round += 1) await steer(cast.as('chair'), 'addMinutes', input(of));
    expect(await refusedTo(cast.as('chair'), 'addMinutes', input(of))).toBe('ITEM_TOO_LONG');
    await go('Opening', 'Grond');
    expect(await refusedTo(cast.as('chair'), 'addMinutes', input({ ...of, minutes: 5 }))).toBe('ITEM_FINISHED');
    const nowhere = { itemId: 'AgendaItem_01900000-0000-7000-8000-000000000000', minutes: 5 };
    expect(await refusedTo(cast.as('chair'), 'addMinutes', input(nowhere))).toBe('NOT_FOUND');
  });
});

describe('the closed part', () => {
  test('who may not see it learns only that the meeting is there, and when it is over', async () => {
    await start(cast, meeting);
    await go('Opening', 'Grond');
    after(120);
    for (const part of ['market', 'observer', 'provincialChair'] as const) {
      const read = await readRun(cast.as(part), meeting);
      expect(read.run, part).toMatchObject({
        currentItem: null,
        closedPartNow: true,
        remainingSeconds: 0,
        givenMinutes: 0,
        predictedEndAt: '2026-12-10T13:10:00.000Z',
      });
      expect(progress(read)).toEqual(['DONE', 'AHEAD', 'AHEAD', 'AHEAD']);
      expect(read.items[1].time).toMatchObject({ startedAt: null, spentSeconds: 0 });
    }
    await go('Grond', 'Stroom');
    expect(progress(await readRun(cast.as('market'), meeting))).toEqual(['DONE', 'AHEAD', 'AHEAD', 'AHEAD']);
    expect(progress(await readRun(cast.as('participant'), meeting))).toEqual(['DONE', 'DONE', 'NOW', 'AHEAD']);
    await go('Stroom', 'Rondvraag');
    expect(progress(await readRun(cast.as('market'), meeting))).toEqual(['DONE', 'DONE', 'DONE', 'NOW']);
  });

  test('a leader who may not see it cannot point at it', async () => {
    const lead = await cast.make.member(cast.west, 'SECRETARY', { name: 'Marktleider', kind: 'DEVELOPER' });
    const client = await graphClient(app, lead);
    await start(cast, meeting);
    await go('Opening', 'Grond');
    await steer(client, 'takeLead', input());
    expect(await refusedTo(client, 'goToItem', input(to('Stroom')))).toBe('NOT_FOUND');
    // It saw no current item, and that is no conflict.
    expect(await refusedTo(client, 'goToItem', { ...input(to('Rondvraag')), fromItemId: null })).toBeNull();
  });
});

test('a restarted server says the same: current item, remaining time, attendance', async () => {
  await start(cast, meeting);
  await steer(cast.as('participant'), 'joinMeeting', input({ online: true }));
  after(61);
  await go('Opening', 'Rondvraag');
  await steer(cast.as('chair'), 'addMinutes', input({ itemId: meeting.item('Rondvraag'), minutes: 3 }));
  after(75);
  const before = await readRun(cast.as('participant'), meeting);
  const restarted = await testApp({ beside: app, now: new Date(began.getTime() + 75_000) });
  try {
    const again = await readRun(clientWithCookie(restarted, cast.as('participant').cookie), meeting);
    expect(again).toEqual(before);
    expect(again.run).toMatchObject({ currentItem: { title: 'Rondvraag' }, remainingSeconds: 23 * 60 - 14 });
    const piet = again.attendance.find((one: { person: { name: string } }) => one.person.name === 'Piet');
    expect(piet).toMatchObject({ presence: 'ONLINE', arrivedAt: began.toISOString() });
  } finally {
    await restarted.close();
  }
});

test('a meeting that runs over is still the next one of its table, for a day', async () => {
  await start(cast, meeting);
  const next = async () => {
    const asked = 'query ($id: ID!) { node(id: $id) { ... on AccelerationTable { nextMeeting { id } } } }';
    // A session does not last so long as the clock is turned here.
    const client = await graphClient(app, cast.people.participant);
    return (await client.run(asked, { id: `AccelerationTable_${cast.west.id}` })).node.nextMeeting?.id;
  };
  const others = `update meeting set state = 'CLOSED' where id <> ? and table_id = ?`;
  await app.database.fork().execute(others, [meeting.uuid, cast.west.id]);
  after(4 * 3_600);
  expect(await next()).toBe(meeting.meetingId);
  after(28 * 3_600);
  expect(await next()).toBeUndefined();
});

test('the number of statements does not depend on how much there is', async () => {
  await start(cast, meeting);
  const count = async (of: PublishedMeeting) => {
    // What just happened is worked through in the background, and is not what is counted.
    await app.platform.streams.drain();
    app.takeStatements();
    await readRun(cast.as('participant'), of);
    return app.takeStatements().length;
  };
  // People are asked for in one statement or two, as it falls.
  expect(await count(meeting)).toBeLessThanOrEqual(9);
  const larger = await publishedMeeting(
    cast,
    Array.from({ length: 20 }, (_, index) => ({ title: `Punt ${index}`, closedPart: index % 3 === 0 })),
  );
  await start(cast, larger);
  for (const part of ['participant', 'market', 'observer'] as const)
    await steer(cast.as(part), 'joinMeeting', { meetingId: larger.meetingId, online: false });
  expect(await count(larger)).toBeLessThanOrEqual(9);
});
