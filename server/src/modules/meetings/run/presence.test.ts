import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { clientWithCookie, type Following, type GraphClient, graphClient } from '../../../../testing/graph-client.ts';
import { problemFields } from '../../../../testing/meeting-factory.ts';
import { type PublishedMeeting, publishedMeeting, start } from '../../../../testing/run-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

const began = new Date('2026-12-10T12:30:00Z');
let app: TestApp;
let beside: TestApp;
let cast: Cast;
let meeting: PublishedMeeting;
let followed: Following[] = [];

beforeAll(async () => {
  app = await testApp({ now: began });
  beside = await testApp({ now: began, beside: app });
  cast = await bottleneckCast(app);
});
afterAll(async () => {
  await beside.close();
  await app.close();
});
beforeEach(async () => {
  meeting = await publishedMeeting(cast, [{ title: 'Opening' }]);
});
afterEach(() => {
  for (const following of followed) following.stop();
  followed = [];
});

const frames = `subscription ($id: ID!, $projector: Boolean) { meetingPresence(meetingId: $id, projector: $projector) {
  onlookers { person { name } handRaised since screens } } }`;
function look(client: GraphClient, variables: object = {}): Following {
  const following = client.follow(frames, { id: meeting.meetingId, ...variables });
  followed.push(following);
  return following;
}
interface Shown {
  person: { name: string };
  handRaised: boolean;
  since: string;
  screens: number;
}
/** Waits until the list is as it should be; lists in between are passed over. */
async function until(following: Following, holds: (onlookers: Shown[]) => boolean): Promise<Shown[]> {
  for (;;) {
    const { data, errors } = await following.next(15_000);
    if (errors) throw new Error(JSON.stringify(errors));
    if (holds(data.meetingPresence.onlookers)) return data.meetingPresence.onlookers;
  }
}
/** Why it ends; a list that was on its way is passed over. */
async function endOf(following: Following): Promise<string> {
  for (;;) {
    const { errors } = await following.next(30_000);
    if (errors) return errors[0]?.extensions.code ?? '';
  }
}
const names = (onlookers: Shown[]) =>
  onlookers
    .map(({ person }) => person.name)
    .toSorted()
    .join(' ');
const raise = async (client: GraphClient, raised = true) => {
  const text = `mutation ($input: RaiseHandInput!) { raiseHand(input: $input) { raised problems { ${problemFields} } } }`;
  return client.answer(text, { input: { meetingId: meeting.meetingId, raised } });
};
const elsewhere = (part: Part) => clientWithCookie(beside, cast.as(part).cookie);

test('everybody who looks is on the list, once; a projector is nobody', async () => {
  const secretary = look(cast.as('secretary'));
  expect(await until(secretary, (list) => names(list) === 'Sien')).toMatchObject([
    { handRaised: false, since: began.toISOString(), screens: 1 },
  ]);
  const wall = look(cast.as('chair'), { projector: true });
  await until(wall, (list) => names(list) === 'Sien');
  for (const part of ['observer', 'provincialChair'] as const) look(cast.as(part));
  await until(secretary, (list) => names(list) === 'Otto Pauw Sien');
  const second = look(cast.as('observer'));
  await until(secretary, (list) => list.some(({ person, screens }) => person.name === 'Otto' && screens === 2));
  second.stop();
  await until(secretary, (list) => list.every(({ screens }) => screens === 1));
});

test('two instances know of each other’s people, and a hand crosses over', async () => {
  await start(cast, meeting);
  const here = look(cast.as('secretary'));
  const there = look(elsewhere('participant'));
  await until(here, (list) => names(list) === 'Piet Sien');
  await until(there, (list) => names(list) === 'Piet Sien');
  // The mutation may come in at another instance than the one that holds the line.
  const { data } = await raise(cast.as('participant'));
  expect(data.raiseHand).toEqual({ raised: true, problems: [] });
  const up = (list: Shown[]) => list.filter(({ handRaised }) => handRaised).map(({ person }) => person.name);
  await until(here, (list) => up(list).join() === 'Piet');
  await until(there, (list) => up(list).join() === 'Piet');
  await raise(elsewhere('participant'), false);
  await until(here, (list) => up(list).length === 0);
  there.stop();
  await until(here, (list) => names(list) === 'Sien');
});

test('who may not see the meeting sees nobody', async () => {
  for (const [part, id] of [
    ['twente', meeting.meetingId],
    ['stranger', meeting.meetingId],
    ['chair', 'Meeting_01900000-0000-7000-8000-000000000000'],
    ['chair', 'x'],
  ] as const) {
    const { errors } = await look(cast.as(part), { id }).next(15_000);
    expect(errors?.[0]?.extensions.code, `${part} ${id}`).toBe('NOT_FOUND');
  }
  await until(look(cast.as('chair')), (list) => names(list) === 'Cor');
});

test('it ends for who may no longer see the meeting, also when nothing happens', async () => {
  const chair = look(cast.as('chair'));
  const leaving = await cast.make.member(cast.west, 'PARTICIPANT', { name: 'Weg' });
  const client = await graphClient(app, leaving);
  const following = look(client);
  await until(following, (list) => names(list).includes('Weg'));
  await until(chair, (list) => names(list) === 'Cor Weg');
  await cast.make.unseat(cast.west, leaving);
  expect(await endOf(following)).toBe('NOT_FOUND');
  await until(chair, (list) => names(list) === 'Cor');
  await client.disconnect();
}, 60_000);

test('a hand: who may join, while the meeting goes on, and who looks', async () => {
  const code = async (part: Part) => {
    const { data, errors } = await raise(cast.as(part));
    if (errors[0]) return `${errors[0].extensions.code} ${String(errors[0].extensions['reason'])}`;
    return data.raiseHand.problems.map((problem: { code: string; path: string[] }) => [
      problem.code,
      problem.path.join('.'),
    ])[0];
  };
  expect(await code('participant')).toEqual(['MEETING_NOT_STARTED', 'input.meetingId']);
  await start(cast, meeting);
  expect(await code('participant')).toEqual(['NOT_LOOKING', 'input.meetingId']);
  expect(await code('provincialChair')).toBe('FORBIDDEN PARTICIPANTS_ONLY');
  for (const part of ['twente', 'stranger'] as const)
    expect(await code(part)).toEqual(['NOT_FOUND', 'input.meetingId']);
});
