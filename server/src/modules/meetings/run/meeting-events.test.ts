import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { type Following, graphClient } from '../../../../testing/graph-client.ts';
import { changeAgenda } from '../../../../testing/meeting-factory.ts';
import { type PublishedMeeting, publishedMeeting, start, steer } from '../../../../testing/run-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

let app: TestApp;
let cast: Cast;
let meeting: PublishedMeeting;
let followed: Following[] = [];

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-12-10T12:30:00Z') });
  cast = await bottleneckCast(app);
});
afterAll(() => app.close());

beforeEach(async () => {
  for (const following of followed) following.stop();
  followed = [];
  meeting = await publishedMeeting(cast, [
    { title: 'Opening' },
    { title: 'Grond', closedPart: true },
    { title: 'Stroom', closedPart: true },
    { title: 'Rondvraag' },
  ]);
});

const frames = `subscription ($id: ID!, $after: String) { meetingEvents(meetingId: $id, after: $after) {
  ... on StreamChange { cursor event { type actor { name } changes { field before after }
    subjects { ... on Meeting { id run { currentItem { title } closedPartNow remainingSeconds paused } } ... on Person { name } } } } } }`;
const cursorOf = async (part: Part) =>
  (await cast.as(part).run('query ($id: ID!) { meetingCursor(meetingId: $id) }', { id: meeting.meetingId }))
    .meetingCursor;

/** Follows the meeting from now on. */
async function follow(part: Part): Promise<Following> {
  const following = cast.as(part).follow(frames, { id: meeting.meetingId, after: await cursorOf(part) });
  followed.push(following);
  return following;
}
const next = async (following: Following) => (await following.next(15_000)).data.meetingEvents.event;
const run = (mutation: string, more: object = {}, by: Part = 'chair') =>
  steer(cast.as(by), mutation, { meetingId: meeting.meetingId, ...more });
const go = (title: string | null) => run('goToItem', { itemId: title === null ? null : meeting.item(title) });

test('everybody hears each step, with the clock as it is then', async () => {
  const participant = await follow('participant');
  await start(cast, meeting);
  expect(await next(participant)).toMatchObject({
    type: 'MEETING_STARTED',
    actor: { name: 'Cor' },
    subjects: [{ run: { currentItem: { title: 'Opening' }, remainingSeconds: 600 } }],
  });
  await run('pauseMeeting');
  expect(await next(participant)).toMatchObject({ type: 'MEETING_PAUSED', subjects: [{ run: { paused: true } }] });
  await run('resumeMeeting');
  await run('addMinutes', { itemId: meeting.item('Rondvraag'), minutes: 5 });
  await run('takeLead', {}, 'secretary');
  await run('joinMeeting', { online: true }, 'observer');
  expect([(await next(participant)).type, (await next(participant)).type]).toEqual([
    'MEETING_RESUMED',
    'MINUTES_ADDED',
  ]);
  expect(await next(participant)).toMatchObject({
    type: 'LEAD_TAKEN',
    changes: [{ field: 'lead', before: 'Cor', after: 'Sien' }],
  });
  expect(await next(participant)).toMatchObject({
    type: 'ATTENDANCE_CHANGED',
    changes: [{ field: 'presence', before: null, after: 'ONLINE' }],
    subjects: [{ id: meeting.meetingId }, { name: 'Otto' }],
  });
});

test('within the closed part, nothing reaches who may not see it but that it is there, and over', async () => {
  await start(cast, meeting);
  const market = await follow('market');
  const participant = await follow('participant');
  await go('Grond');
  await run('addMinutes', { itemId: meeting.item('Grond'), minutes: 5 });
  await go('Stroom');
  await go('Rondvraag');
  const told = (event: { type: string; subjects: { run: { currentItem: { title: string } | null } }[] }) => event.type;
  expect([told(await next(participant)), told(await next(participant)), told(await next(participant))]).toEqual([
    'ITEM_STARTED',
    'MINUTES_ADDED',
    'ITEM_STARTED',
  ]);
  expect((await next(participant)).subjects[0].run.currentItem.title).toBe('Rondvraag');
  expect((await next(market)).type).toBe('ITEM_STARTED');
  expect(await next(market)).toMatchObject({
    type: 'ITEM_STARTED',
    subjects: [{ run: { currentItem: { title: 'Rondvraag' } } }],
  });
  expect(market.waiting()).toBe(0);
});

test('the screen turns neutral as the closed part begins', async () => {
  await start(cast, meeting);
  const market = await follow('market');
  await go('Grond');
  expect(await next(market)).toMatchObject({
    type: 'ITEM_STARTED',
    changes: [],
    subjects: [{ run: { currentItem: null, closedPartNow: true, remainingSeconds: 0 } }],
  });
});

test('who may not see the meeting follows nothing, and neither does who no longer may', async () => {
  const gone = { id: 'Meeting_01900000-0000-7000-8000-000000000000' };
  for (const [part, variables] of [
    ['twente', { id: meeting.meetingId }],
    ['stranger', { id: meeting.meetingId }],
    ['chair', gone],
    ['chair', { id: 'nonsense' }],
  ] as const) {
    const following = cast.as(part).follow(frames, variables);
    expect((await following.next(15_000)).errors?.[0]?.extensions.code, part).toBe('NOT_FOUND');
    expect(
      (await cast.as(part).run('query ($id: ID!) { meetingCursor(meetingId: $id) }', variables)).meetingCursor,
    ).toBeNull();
  }
  const leaving = await cast.make.member(cast.west, 'PARTICIPANT', { name: 'Weg' });
  const client = await graphClient(app, leaving);
  const following = client.follow(frames, { id: meeting.meetingId, after: await cursorOf('chair') });
  await start(cast, meeting);
  expect((await next(following)).type).toBe('MEETING_STARTED');
  await cast.make.unseat(cast.west, leaving);
  await run('pauseMeeting');
  expect((await following.next(15_000)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  await client.disconnect();
});

test('the pages of the table hear that it began', async () => {
  const tableId = `AccelerationTable_${cast.west.id}`;
  const following = cast
    .as('participant')
    .follow(
      'subscription ($id: ID!, $after: String) { tableEvents(tableId: $id, after: $after) { ... on StreamChange { event { type changes { after } } } } }',
      {
        id: tableId,
        after: (await cast.as('participant').run('query ($id: ID!) { tableCursor(tableId: $id) }', { id: tableId }))
          .tableCursor,
      },
    );
  followed.push(following);
  await start(cast, meeting);
  expect((await following.next(15_000)).data.tableEvents.event).toEqual({
    type: 'MEETING_STARTED',
    changes: [{ after: 'IN_SESSION' }],
  });
});

describe('the agenda of a meeting that goes on', () => {
  const versionNow = async () =>
    (await cast.as('secretary').run('query ($id: ID!) { meeting(id: $id) { version } }', { id: meeting.meetingId }))
      .meeting.version;
  const change = async (mutation: string, itemId: string, more: object = {}) =>
    changeAgenda(cast.as('secretary'), mutation, { itemId, expectedVersion: await versionNow(), ...more });

  test('what runs stays where it is; the rest can be moved and taken off, and everybody sees it at once', async () => {
    await start(cast, meeting);
    const opening = meeting.item('Opening');
    for (const [mutation, more] of [
      ['removeAgendaItem', {}],
      ['moveAgendaItem', { position: 2 }],
    ] as const)
      expect((await change(mutation, opening, more)).problems).toMatchObject([
        { code: 'ITEM_RUNNING', path: ['input', 'itemId'] },
      ]);
    expect((await change('moveAgendaItem', meeting.item('Rondvraag'), { position: 2 })).problems).toEqual([]);
    expect((await change('removeAgendaItem', meeting.item('Stroom'))).problems).toEqual([]);
    const read = async (part: Part) => {
      const asked = 'query ($id: ID!) { meeting(id: $id) { items { title } } }';
      const { meeting: seen } = await cast.as(part).run(asked, { id: meeting.meetingId });
      return seen.items.map(({ title }: { title: string }) => title);
    };
    expect(await read('participant')).toEqual(['Opening', 'Rondvraag', 'Grond']);
    expect(await read('market')).toEqual(['Opening', 'Rondvraag', 'Besloten deel']);
  });
});
