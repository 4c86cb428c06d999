import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { type MadeMeeting, makeMeeting } from '../../../../testing/meeting-factory.ts';
import {
  forbiddenOf,
  placeOnAgenda,
  prepare,
  problemsOf,
  readPreparation,
} from '../../../../testing/preparation-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

let app: TestApp;
let cast: Cast;
let meeting: MadeMeeting;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-23T10:00:00Z') });
  cast = await bottleneckCast(app);
});
beforeEach(async () => {
  meeting = await makeMeeting(app, cast.make, { table: cast.west, by: cast.people.chair, state: 'PUBLISHED' });
});
afterAll(() => app.close());

const read = (part: Part = 'secretary') => readPreparation(cast.as(part), meeting);
const add = (more: object = {}, part: Part = 'secretary') =>
  prepare(cast.as(part), 'addAgendaItem', { meetingId: meeting.globalId, title: 'Stikstof', ...more });
const publish = async () =>
  prepare(cast.as('secretary'), 'publishAgenda', {
    meetingId: meeting.globalId,
    expectedVersion: (await read()).version,
  });

describe('carrying over by hand', () => {
  const to = async (later: MadeMeeting, itemId: string, part: Part = 'secretary') =>
    prepare(cast.as(part), 'carryOver', {
      itemId,
      expectedVersion: (await read()).version,
      toMeetingId: later.globalId,
    });
  const laterMeeting = (state: 'DRAFT' | 'IN_SESSION' = 'DRAFT', startsAt = '2027-01-14T12:30:00Z') =>
    makeMeeting(app, cast.make, { table: cast.west, by: cast.people.chair, startsAt: new Date(startsAt), state });

  test('puts a new item on the later agenda that refers to this one, with why', async () => {
    const bottleneck = await cast.bottleneck();
    const { item } = await add({ bottleneckIds: [bottleneck.globalId], minutes: 30, proposedDecision: 'Doen.' });
    const later = await laterMeeting();
    expect((await to(later, item.id)).problems).toEqual([]);
    expect((await readPreparation(cast.as('secretary'), later)).items).toMatchObject([
      {
        title: 'Stikstof',
        minutes: 30,
        proposedDecision: 'Doen.',
        continues: { id: item.id },
        subjects: [{ id: bottleneck.globalId }],
        why: [{ kind: 'CARRIED_OVER', meeting: { id: meeting.globalId } }],
      },
    ]);
    expect((await read()).items).toMatchObject([{ id: item.id }]);
    expect((await to(later, item.id)).problems).toMatchObject([{ code: 'ALREADY_CARRIED_OVER' }]);
  });

  test('only to a later meeting of the same table that has not started, without the case, and with room', async () => {
    const bottleneck = await cast.bottleneck();
    const { item } = await add({ bottleneckIds: [bottleneck.globalId] });
    const other = await makeMeeting(app, cast.make, {
      table: cast.twente,
      by: cast.people.twente,
      startsAt: new Date('2027-01-21T12:30:00Z'),
    });
    for (const refused of [
      meeting,
      other,
      await laterMeeting('IN_SESSION'),
      await laterMeeting('DRAFT', '2026-11-30T12:00:00Z'),
    ])
      expect((await to(refused, item.id)).problems).toMatchObject([
        { code: 'NOT_A_LATER_AGENDA', path: ['input', 'toMeetingId'] },
      ]);
    const there = await laterMeeting();
    await placeOnAgenda(app, cast.make, there, { title: 'Daar al', position: 1, about: bottleneck });
    expect((await to(there, item.id)).problems).toMatchObject([{ code: 'ALREADY_ON_AGENDA' }]);
    const full = await laterMeeting();
    for (let n = 1; n <= 60; n += 1) await placeOnAgenda(app, cast.make, full, { title: `Punt ${n}`, position: n });
    expect((await to(full, item.id)).problems).toMatchObject([{ code: 'TOO_MANY' }]);
  });

  test('by who prepares the meeting, on the version that was seen', async () => {
    const { item } = await add();
    await publish();
    const later = await laterMeeting();
    const input = { itemId: item.id, expectedVersion: (await read()).version, toMeetingId: later.globalId };
    for (const part of ['participant', 'observer', 'provincialChair'] as const)
      expect(await forbiddenOf(cast.as(part), 'carryOver', input)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await problemsOf(cast.as('stranger'), 'carryOver', input)).toEqual([['NOT_FOUND', 'input.itemId']]);
    expect(await problemsOf(cast.as('secretary'), 'carryOver', { ...input, expectedVersion: 1 })).toEqual([
      ['CONFLICT', 'input.expectedVersion'],
    ]);
  });
});
