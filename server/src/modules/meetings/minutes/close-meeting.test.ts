import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { type MadeMeeting, makeMeeting, readMeeting, refusalOf } from '../../../../testing/meeting-factory.ts';
import {
  changeMinutes,
  type ItemWish,
  type MadeItem,
  makeOutcome,
  makeRunningMeeting,
  readMinutes,
  refusedMinutes,
} from '../../../../testing/minutes-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

let app: TestApp;
let cast: Cast;
let meeting: MadeMeeting;
let items: MadeItem[];
const day = 24 * 3_600_000;
const start = new Date('2026-11-12T12:30:00Z');
let tables = 0;

beforeAll(async () => {
  app = await testApp({ now: start });
  cast = await bottleneckCast(app);
});
afterAll(() => app.close());

/** A table of its own for each story, so that the next meeting is the one of the story. */
async function running(...wishes: ItemWish[]) {
  const table = await cast.make.table({ name: `Sluit ${(tables += 1)}`, parent: cast.province });
  for (const [part, role] of [
    ['chair', 'CHAIR'],
    ['secretary', 'SECRETARY'],
    ['participant', 'PARTICIPANT'],
    ['observer', 'OBSERVER'],
    ['market', 'PARTICIPANT'],
  ] as const)
    await cast.make.seat(table, cast.people[part], role);
  ({ meeting, items } = await makeRunningMeeting(app, cast.make, { table, by: cast.people.chair, items: wishes }));
  return table;
}
const close = (part: Part = 'chair') => changeMinutes(cast.as(part), 'closeMeeting', { meetingId: meeting.globalId });
const refusedClose = (part: Part) => refusedMinutes(cast.as(part), 'closeMeeting', { meetingId: meeting.globalId });
const reopen = async (part: Part = 'chair') =>
  await cast
    .as(part)
    .answer(
      'mutation ($input: MeetingInput!) { reopenMeeting(input: $input) { meeting { state minutes { id } } problems { code } } }',
      { input: { meetingId: meeting.globalId } },
    );
const nextOf = (table: { id: string }, after = 28) =>
  makeMeeting(app, cast.make, { table, by: cast.people.chair, startsAt: new Date(start.getTime() + after * day) });

describe('closing a meeting', () => {
  beforeEach(() => app.setNow(start));

  test('draws up the minutes, and shows everybody the agenda as it went', async () => {
    await running({ title: 'Opening', went: 'FINISHED', spentMinutes: 5 }, { title: 'Stikstof', went: 'CURRENT' });
    app.setNow(new Date(start.getTime() + 20 * 60_000));
    const minutes = await close();
    expect(minutes).toMatchObject({
      version: 1,
      state: 'DRAFT',
      hash: null,
      reviewBy: null,
      meeting: { id: meeting.globalId, state: 'CLOSED' },
      sections: [
        { title: 'Opening', position: 1, spentSeconds: 300, carriedOverTo: null, text: [] },
        { title: 'Stikstof', position: 2, spentSeconds: 1200, carriedOverTo: null },
      ],
    });
    for (const part of ['secretary', 'participant', 'observer'] as const)
      expect((await readMeeting(cast.as(part), meeting)).items.map((item: { title: string }) => item.title)).toEqual([
        'Opening',
        'Stikstof',
      ]);
    expect(await readMinutes(cast.as('observer'), meeting)).toMatchObject({ state: 'DRAFT' });
  });

  test('tells the followers of the table', async () => {
    const table = await running({ title: 'Opening', went: 'FINISHED' });
    const tableId = `AccelerationTable_${table.id}`;
    const { tableCursor } = await cast
      .as('participant')
      .run('query ($tableId: ID!) { tableCursor(tableId: $tableId) }', { tableId });
    const following = cast
      .as('participant')
      .follow(
        'subscription ($tableId: ID!, $after: String) { tableEvents(tableId: $tableId, after: $after) { ... on StreamChange { event { type changes { field before after } } } } }',
        { tableId, after: tableCursor },
      );
    await close('secretary');
    expect((await following.next()).data.tableEvents.event).toEqual({
      type: 'MEETING_CLOSED',
      changes: [{ field: 'state', before: 'IN_SESSION', after: 'CLOSED' }],
    });
    following.stop();
  });

  test('is for chair and secretary; what is not theirs is not there', async () => {
    await running({ title: 'Opening', went: 'FINISHED' });
    for (const part of ['participant', 'observer', 'market', 'provincialChair'] as const)
      expect(await refusedClose(part)).toMatchObject({ error: 'FORBIDDEN' });
    for (const part of ['stranger', 'twente'] as const)
      expect(await refusedClose(part)).toMatchObject({ code: 'NOT_FOUND', path: ['input', 'meetingId'] });
    expect(await refusedMinutes(cast.as('chair'), 'closeMeeting', { meetingId: 'Meeting_x' })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('needs a meeting that goes on, and happens once', async () => {
    const table = await running({ title: 'Opening', went: 'FINISHED' });
    await close();
    expect(await refusedClose('chair')).toMatchObject({ code: 'MEETING_OVER' });
    meeting = await nextOf(table);
    expect(await refusedClose('chair')).toMatchObject({ code: 'MEETING_NOT_STARTED' });
  });
});

describe('what is unfinished', () => {
  beforeEach(() => app.setNow(start));

  test('goes on at the next meeting by reference, once, before the item that closes it', async () => {
    const secret = await cast.bottleneck();
    const table = await running(
      { title: 'Opening', went: 'FINISHED' },
      { title: 'Vaste actielijst', why: 'FIXED' },
      { title: 'Netcongestie', bottlenecks: [secret], purpose: 'DECIDE', proposedDecision: 'Ga door' },
      { title: 'Half besproken', went: 'LEFT' },
      { title: 'Grondbod', closedPart: true },
      { title: 'Rondvraag en sluiting' },
    );
    const next = await nextOf(table);
    await cast.make.insert('agenda_item', {
      meeting_id: next.id,
      position: 1,
      title: 'Rondvraag en sluiting',
      purpose: 'DISCUSS',
      minutes: 5,
    });
    const minutes = await close();
    const carried = minutes.sections.filter((section: { carriedOverTo: object | null }) => section.carriedOverTo);
    expect(carried.map((section: { title: string }) => section.title)).toEqual([
      'Netcongestie',
      'Half besproken',
      'Grondbod',
    ]);
    expect(carried[0].carriedOverTo.id).toBe(next.globalId);
    const agenda = await readMeeting(cast.as('chair'), next);
    expect(agenda.items).toMatchObject([
      { title: 'Netcongestie', purpose: 'DECIDE', proposedDecision: 'Ga door', closedPart: false, subjects: [{}] },
      { title: 'Half besproken' },
      { title: 'Rondvraag en sluiting' },
      { title: 'Grondbod', closedPart: true },
    ]);
    expect(agenda).toMatchObject({ version: 4, unpublishedChanges: 3 });
    const rows = await app.platform.database
      .fork()
      .execute<{ continues: string; why: object }[]>(
        'select continues_id as continues, why from agenda_item where meeting_id = ? and continues_id is not null order by position',
        [next.id],
      );
    expect(rows).toEqual([
      { continues: items[2]?.id, why: [{ kind: 'CARRIED_OVER', meetingId: meeting.id }] },
      { continues: items[3]?.id, why: [{ kind: 'CARRIED_OVER', meetingId: meeting.id }] },
      { continues: items[4]?.id, why: [{ kind: 'CARRIED_OVER', meetingId: meeting.id }] },
    ]);
  });

  test('is what nothing was agreed on; a case that stands there already or is solved does not come', async () => {
    const case1 = await cast.bottleneck();
    const solved = await cast.bottleneck({ state: 'RESOLVED' });
    const table = await running(
      { title: 'Hamerstuk' },
      { title: 'Staat er al', bottlenecks: [case1] },
      { title: 'Al opgelost', bottlenecks: [solved] },
    );
    await makeOutcome(app, cast.make, { ...meeting, tableId: table.id }, items[0] as MadeItem, {
      by: cast.people.secretary,
      kind: 'INFORMED',
    });
    const next = await nextOf(table);
    const there = await cast.make.insert('agenda_item', {
      meeting_id: next.id,
      position: 1,
      title: 'Het knelpunt',
      purpose: 'DISCUSS',
      minutes: 5,
    });
    await app.platform.database
      .fork()
      .execute('insert into agenda_item_subject (agenda_item_id, position, bottleneck_id) values (?, 1, ?)', [
        there.id,
        case1.id,
      ]);
    await close();
    expect((await readMeeting(cast.as('chair'), next)).items).toHaveLength(1);
  });

  test('waits when there is no next meeting', async () => {
    const table = await running({ title: 'Netcongestie' });
    const cancelled = await makeMeeting(app, cast.make, {
      table,
      by: cast.people.chair,
      startsAt: new Date(start.getTime() + 7 * day),
      state: 'CANCELLED',
    });
    const minutes = await close();
    expect(minutes.sections).toMatchObject([{ title: 'Netcongestie', carriedOverTo: null }]);
    expect((await readMeeting(cast.as('chair'), cancelled)).items).toEqual([]);
  });
});

describe('reopening', () => {
  beforeEach(() => app.setNow(start));

  test('takes everything back that closing did', async () => {
    const kept = await cast.bottleneck();
    const table = await running({ title: 'Opening', went: 'FINISHED', bottlenecks: [kept] }, { title: 'Later' });
    const next = await nextOf(table);
    await close();
    expect((await reopen('secretary')).data.reopenMeeting).toEqual({
      meeting: { state: 'IN_SESSION', minutes: null },
      problems: [],
    });
    expect((await readMeeting(cast.as('chair'), next)).items).toEqual([]);
    const { meeting: open } = await cast
      .as('chair')
      .run('query ($id: ID!) { meeting(id: $id) { feedback { id } items { title } } }', { id: meeting.globalId });
    expect(open).toEqual({ feedback: [], items: [{ title: 'Opening' }, { title: 'Later' }] });
    expect(await close()).toMatchObject({ version: 1, state: 'DRAFT' });
  });

  test('is not possible once somebody built on it', async () => {
    const table = await running({ title: 'Opening', went: 'FINISHED' }, { title: 'Later' });
    const next = await nextOf(table);
    const minutes = await close();
    const { items: agenda, version } = await readMeeting(cast.as('chair'), next);
    expect(
      await refusalOf(cast.as('chair'), 'editAgendaItem', {
        itemId: agenda[0].id,
        expectedVersion: version,
        title: 'Anders',
      }),
    ).toBeNull();
    expect((await reopen()).data.reopenMeeting.problems).toEqual([{ code: 'MINUTES_BUILT_ON' }]);
    await changeMinutes(cast.as('chair'), 'sendMinutesForReview', { minutesId: minutes.id, expectedVersion: 1 });
    expect((await reopen()).data.reopenMeeting.problems).toEqual([{ code: 'MINUTES_BUILT_ON' }]);
  });

  test('is for chair and secretary, of a meeting that is closed', async () => {
    await running({ title: 'Opening', went: 'FINISHED' });
    expect((await reopen()).data.reopenMeeting.problems).toEqual([{ code: 'MEETING_NOT_CLOSED' }]);
    await close();
    for (const part of ['participant', 'observer', 'provincialChair'] as const)
      expect((await reopen(part)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await reopen('stranger')).data.reopenMeeting.problems).toEqual([{ code: 'NOT_FOUND' }]);
  });
});
