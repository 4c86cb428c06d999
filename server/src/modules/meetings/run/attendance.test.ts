import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import {
  personOf,
  type PublishedMeeting,
  publishedMeeting,
  readRun,
  refusedTo,
  start,
  steer,
} from '../../../../testing/run-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

const began = new Date('2026-12-10T12:30:00Z');
const soon = new Date('2026-12-10T12:40:00Z');
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
  meeting = await publishedMeeting(cast, [{ title: 'Opening' }]);
});

interface Attendee {
  person: { name: string };
  presence: string | null;
  arrivedAt: string | null;
  leftAt: string | null;
  [field: string]: unknown;
}
const listed = async (part: Part): Promise<Attendee[]> => (await readRun(cast.as(part), meeting)).attendance;
const of = async (name: string, part: Part = 'observer') =>
  (await listed(part)).find((attendee) => attendee.person.name === name);
const take = (part: Part, more: object, by: Part = 'chair') =>
  steer(cast.as(by), 'takeAttendance', { meetingId: meeting.meetingId, personId: personOf(cast, part), ...more });
const join = (part: Part, online = false) =>
  steer(cast.as(part), 'joinMeeting', { meetingId: meeting.meetingId, online });
const leave = (part: Part) => steer(cast.as(part), 'leaveMeeting', { meetingId: meeting.meetingId });

test('all members are on the list, chair and secretary first, and nothing was taken', async () => {
  const list = await listed('observer');
  expect(list.map(({ person, role, isGuest }) => [person.name, role, isGuest])).toEqual([
    ['Cor', 'CHAIR', false],
    ['Sien', 'SECRETARY', false],
    ['Mara', 'PARTICIPANT', false],
    ['Otto', 'OBSERVER', false],
    ['Piet', 'PARTICIPANT', false],
  ]);
  expect(
    list.every(({ presence, answer, arrivedAt }) => presence === null && answer === null && arrivedAt === null),
  ).toBe(true);
});

test('who joins is there, who leaves is gone, and who comes back is there again', async () => {
  await start(cast, meeting);
  expect((await join('participant')).problems).toEqual([]);
  expect(await of('Piet')).toMatchObject({ presence: 'IN_ROOM', arrivedAt: began.toISOString(), leftAt: null });
  app.setNow(soon);
  await join('participant', true);
  expect(await of('Piet')).toMatchObject({ presence: 'ONLINE', arrivedAt: began.toISOString() });
  await leave('participant');
  expect(await of('Piet')).toMatchObject({ presence: 'ONLINE', leftAt: soon.toISOString() });
  await join('participant', true);
  expect(await of('Piet')).toMatchObject({ presence: 'ONLINE', leftAt: null });
  // Observers count; leaving without having come changes nothing.
  expect((await leave('observer')).problems).toEqual([]);
  expect(await of('Otto')).toMatchObject({ presence: null, leftAt: null });
  await join('observer');
  expect(await of('Otto')).toMatchObject({ presence: 'IN_ROOM', arrivedAt: soon.toISOString() });
});

test('joining and leaving: who belongs to the table, while it meets', async () => {
  for (const mutation of ['joinMeeting', 'leaveMeeting']) {
    const input = { meetingId: meeting.meetingId, ...(mutation === 'joinMeeting' && { online: false }) };
    const refusal = (part: Part) => refusedTo(cast.as(part), mutation, input);
    expect(await refusal('participant')).toBe('MEETING_NOT_STARTED');
    expect(await refusal('provincialChair')).toBe('FORBIDDEN PARTICIPANTS_ONLY');
    expect(await refusal('twente')).toBe('NOT_FOUND');
    expect(await refusal('stranger')).toBe('NOT_FOUND');
  }
  await start(cast, meeting);
  await app.database.fork().execute(`update meeting set state = 'CLOSED' where id = ?`, [meeting.uuid]);
  expect((await join('participant')).problems).toMatchObject([{ code: 'MEETING_OVER' }]);
});

test('chair and secretary take attendance, also when the meeting is closed', async () => {
  await start(cast, meeting);
  await take('participant', { presence: 'ABSENT_WITH_NOTICE' });
  await take('observer', { presence: 'ONLINE' }, 'secretary');
  expect([(await of('Piet'))?.presence, (await of('Otto'))?.presence]).toEqual(['ABSENT_WITH_NOTICE', 'ONLINE']);
  app.setNow(soon);
  await take('observer', { left: true });
  expect(await of('Otto')).toMatchObject({
    presence: 'ONLINE',
    arrivedAt: began.toISOString(),
    leftAt: soon.toISOString(),
  });
  await take('observer', { left: false });
  expect((await of('Otto'))?.leftAt).toBeNull();
  await app.database.fork().execute(`update meeting set state = 'CLOSED' where id = ?`, [meeting.uuid]);
  await take('observer', { presence: null });
  expect(await of('Otto')).toMatchObject({ presence: null, arrivedAt: null, leftAt: null });
  await app.database.fork().execute(`update meeting set state = 'MINUTES_ADOPTED' where id = ?`, [meeting.uuid]);
  expect((await take('observer', { presence: 'ABSENT' })).problems).toMatchObject([{ code: 'MINUTES_ADOPTED' }]);
});

test('refuses who is unknown, not expected, not there, and a change of nothing', async () => {
  await start(cast, meeting);
  const problems = async (more: object) =>
    (await take('participant', more)).problems.map((problem: { code: string; path: string[] }) => [
      problem.code,
      problem.path.join('.'),
    ]);
  for (const personId of ['Person_01900000-0000-7000-8000-000000000000', meeting.meetingId, 'x'])
    expect(await problems({ personId, presence: 'IN_ROOM' })).toEqual([['UNKNOWN_PERSON', 'input.personId']]);
  expect(await problems({ personId: personOf(cast, 'stranger'), presence: 'IN_ROOM' })).toEqual([
    ['NOT_INVITED', 'input.personId'],
  ]);
  expect(await problems({})).toEqual([['NOTHING_GIVEN', 'input.presence']]);
  expect(await problems({ left: true })).toEqual([['NOT_PRESENT', 'input.left']]);
  expect(await problems({ presence: 'ABSENT', left: true })).toEqual([['NOT_PRESENT', 'input.left']]);
});

test('guests and those who come for a member are on the list and may join; their remark is for who needs it', async () => {
  const { make, people } = cast;
  const em = app.database.fork();
  await make.insert('agenda_guest', {
    meeting_id: meeting.uuid,
    agenda_item_id: meeting.item('Opening').replace('AgendaItem_', ''),
    person_id: people.stranger.id,
    invited_at: began,
    invited_by_id: people.secretary.id,
  });
  const row = { meeting_id: meeting.uuid, updated_at: began, updated_by_id: people.participant.id };
  const insert = (columns: Record<string, string | Date>) =>
    em.execute(
      `insert into attendance (${Object.keys(columns).join(', ')}) values (${Object.keys(columns)
        .map(() => '?')
        .join(', ')})`,
      Object.values(columns),
    );
  await insert({ ...row, person_id: people.participant.id, answer: 'ABSENT', answer_remark: 'Naar de tandarts' });
  await insert({ ...row, person_id: people.filer.id, substitutes_for_id: people.participant.id });
  await start(cast, meeting);
  expect((await join('stranger')).problems).toEqual([]);
  expect((await join('filer', true)).problems).toEqual([]);
  expect((await listed('observer')).slice(-2)).toMatchObject([
    { person: { name: 'Piet' }, answer: 'ABSENT', answerRemark: '' },
    { person: { name: 'Vreemd' }, role: null, isGuest: true, presence: 'IN_ROOM' },
  ]);
  expect(await of('Fenna')).toMatchObject({
    role: null,
    isGuest: false,
    presence: 'ONLINE',
    substitutesFor: { name: 'Piet' },
  });
  expect((await of('Piet', 'secretary'))?.['answerRemark']).toBe('Naar de tandarts');
  expect((await of('Piet', 'participant'))?.['answerRemark']).toBe('Naar de tandarts');
  expect((await of('Piet', 'stranger'))?.['answerRemark']).toBe('');
  await take('stranger', { presence: 'ABSENT' });
  expect((await of('Vreemd'))?.presence).toBe('ABSENT');
});
