import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../../testing/bottleneck-cast.ts';
import type { Made } from '../../../../testing/factories.ts';
import { type MadeMeeting, makeMeeting } from '../../../../testing/meeting-factory.ts';
import { forbiddenOf, prepare, problemsOf, readPreparation } from '../../../../testing/preparation-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import { globalId } from '../../../platform/graphql/global-id.ts';

let app: TestApp;
let cast: Cast;
let meeting: MadeMeeting;
let deputy: Made;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-23T10:00:00Z') });
  cast = await bottleneckCast(app);
  deputy = cast.people.stranger;
});
beforeEach(async () => {
  meeting = await makeMeeting(app, cast.make, { table: cast.west, by: cast.people.chair });
  const secret = await cast.bottleneck({ confidentiality: 'CONFIDENTIAL' });
  for (const more of [
    { title: 'Opening' },
    { title: 'Grondpositie', closedPart: true, bottleneckIds: [secret.globalId] },
  ])
    await prepare(cast.as('secretary'), 'addAgendaItem', { meetingId: meeting.globalId, ...more });
});
afterAll(() => app.close());

const person = (part: Part) => globalId('Person', cast.people[part].id);
const read = (part: Part = 'secretary') => readPreparation(cast.as(part), meeting);
const publish = async () =>
  prepare(cast.as('secretary'), 'publishAgenda', {
    meetingId: meeting.globalId,
    expectedVersion: (await read()).version,
  });
const wish = (answer: string, more: object = {}) => ({ meetingId: meeting.globalId, answer, ...more });
const answer = (part: Part, given: string, more: object = {}) =>
  prepare(cast.as(part), 'answerInvitation', wish(given, more));
const attendance = async (part: Part = 'secretary') =>
  (
    await cast
      .as(part)
      .run(
        'query ($id: ID!) { meeting(id: $id) { attendance { person { name } answer answerRemark substitutesFor { name } } } }',
        { id: meeting.globalId },
      )
  ).meeting.attendance as {
    person: { name: string };
    answer: string | null;
    substitutesFor: { name: string } | null;
  }[];
const rowOf = async (name: string) => (await attendance()).find((row) => row.person.name === name);
const titles = async (part: Part) => ((await read(part))?.items ?? []).map(({ title }: { title: string }) => title);
const verbs = async (part: Part) =>
  (await read(part)).viewerCan
    .filter(({ allowed }: { allowed: boolean }) => allowed)
    .map(({ verb }: { verb: string }) => verb);

describe('answering an invitation', () => {
  test('is done by oneself, and by chair and secretary for others', async () => {
    await publish();
    expect((await read('participant')).viewerAnswer).toBeNull();
    expect((await answer('participant', 'IN_ROOM')).meeting.viewerAnswer).toBe('IN_ROOM');
    await answer('observer', 'ONLINE', { remark: 'Vanuit Deventer' });
    expect(await rowOf('Otto')).toMatchObject({ answer: 'ONLINE', answerRemark: 'Vanuit Deventer' });
    await answer('secretary', 'ABSENT', { personId: person('market') });
    expect(await rowOf('Mara')).toMatchObject({ answer: 'ABSENT' });
    await answer('participant', 'ONLINE');
    expect(await rowOf('Piet')).toMatchObject({ answer: 'ONLINE' });
  });

  test('is told to the table, without the remark', async () => {
    await publish();
    const id = globalId('AccelerationTable', cast.west.id);
    const { tableCursor: after } = await cast.as('chair').run('query ($id: ID!) { tableCursor(tableId: $id) }', { id });
    const live = cast
      .as('chair')
      .follow(
        'subscription ($id: ID!, $after: String) { tableEvents(tableId: $id, after: $after) { ... on StreamChange { event { type remark changes { field before after } } } } }',
        { id, after },
      );
    await answer('participant', 'ABSENT', { remark: 'Ziek' });
    expect((await live.next()).data.tableEvents.event).toEqual({
      type: 'INVITATION_ANSWERED',
      remark: null,
      changes: [{ field: 'answer', before: null, after: 'ABSENT' }],
    });
    live.stop();
  });

  test('is refused before publication, when it is over, to others, and for who is not invited', async () => {
    expect(await problemsOf(cast.as('secretary'), 'answerInvitation', wish('IN_ROOM'))).toEqual([
      ['MEETING_NOT_PUBLISHED', 'input.meetingId'],
    ]);
    expect(await problemsOf(cast.as('participant'), 'answerInvitation', wish('IN_ROOM'))).toEqual([
      ['NOT_FOUND', 'input.meetingId'],
    ]);
    await publish();
    expect(await problemsOf(cast.as('stranger'), 'answerInvitation', wish('IN_ROOM'))).toEqual([
      ['NOT_FOUND', 'input.meetingId'],
    ]);
    // Of a table above: the meeting shows, and no seat waits there.
    expect(await forbiddenOf(cast.as('provincialChair'), 'answerInvitation', wish('IN_ROOM'))).toMatchObject({
      code: 'FORBIDDEN',
    });
    const forOther = wish('ABSENT', { personId: person('market') });
    expect(await forbiddenOf(cast.as('participant'), 'answerInvitation', forOther)).toMatchObject({
      code: 'FORBIDDEN',
    });
    for (const personId of [person('reader'), globalId('Person', crypto.randomUUID())])
      expect(await problemsOf(cast.as('secretary'), 'answerInvitation', wish('ABSENT', { personId }))).toEqual([
        ['NOT_INVITED', 'input.personId'],
      ]);
    expect(
      await problemsOf(cast.as('participant'), 'answerInvitation', wish('ABSENT', { remark: 'x'.repeat(501) })),
    ).toEqual([['TOO_LONG', 'input.remark']]);
    await app.database.fork().execute(`update meeting set state = 'CLOSED' where id = ?`, [meeting.id]);
    expect(await problemsOf(cast.as('participant'), 'answerInvitation', wish('IN_ROOM'))).toEqual([
      ['MEETING_OVER', 'input.meetingId'],
    ]);
  });
});

describe('a substitute', () => {
  const instead = (more: object = {}) => ({ substituteId: person('stranger'), ...more });

  test('has the rights of the member for this meeting, the closed part with its cases included', async () => {
    await publish();
    expect(await read('stranger')).toBeNull();
    await answer('participant', 'ABSENT', instead());
    expect(await rowOf('Vreemd')).toMatchObject({ substitutesFor: { name: 'Piet' } });
    expect(await titles('stranger')).toEqual(['Opening', 'Grondpositie']);
    expect(await verbs('stranger')).toEqual(await verbs('participant'));
    const other = await makeMeeting(app, cast.make, { table: cast.west, by: cast.people.chair, state: 'PUBLISHED' });
    expect(await readPreparation(cast.as('stranger'), other)).toBeNull();
  });

  test('of a market party sees what that party sees', async () => {
    await publish();
    await answer('market', 'ABSENT', instead());
    expect(await titles('stranger')).toEqual(['Opening', 'Besloten deel']);
  });

  test('of the chair prepares the meeting and answers for others', async () => {
    await publish();
    await answer('chair', 'ABSENT', instead());
    expect(await verbs('stranger')).toContain('EDIT_AGENDA');
    const added = { meetingId: meeting.globalId, title: 'Nog een punt', annotation: 'Kort houden.' };
    expect((await prepare(cast.as('stranger'), 'addAgendaItem', added)).problems).toEqual([]);
    expect((await read('stranger')).items.at(-1)).toMatchObject({ title: 'Nog een punt', annotation: 'Kort houden.' });
    expect((await answer('stranger', 'ONLINE', { personId: person('market') })).problems).toEqual([]);
    // A member who replaces one that may do more may do more too.
    await answer('secretary', 'ABSENT', { substituteId: person('participant') });
    expect(await verbs('participant')).toContain('EDIT_AGENDA');
  });

  test('until the minutes are adopted, and not before publication', async () => {
    await app.database
      .fork()
      .execute(
        'insert into attendance (meeting_id, person_id, substitutes_for_id, updated_at, updated_by_id) values (?, ?, ?, now(), ?)',
        [meeting.id, deputy.id, cast.people.chair.id, deputy.id],
      );
    expect(await read('stranger')).toBeNull();
    await publish();
    for (const state of ['PUBLISHED', 'IN_SESSION', 'CLOSED']) {
      await app.database.fork().execute('update meeting set state = ? where id = ?', [state, meeting.id]);
      expect(await titles('stranger')).toEqual(['Opening', 'Grondpositie']);
    }
    await app.database.fork().execute(`update meeting set state = 'MINUTES_ADOPTED' where id = ?`, [meeting.id]);
    expect(await read('stranger')).toBeNull();
  });

  test('ends when the member comes after all, names another, or the substitute does not come', async () => {
    await publish();
    await answer('participant', 'ABSENT', instead());
    await answer('participant', 'ONLINE');
    expect(await read('stranger')).toBeNull();
    expect(await rowOf('Vreemd')).toBeUndefined();

    await answer('participant', 'ABSENT', instead());
    await answer('stranger', 'IN_ROOM');
    expect(await rowOf('Vreemd')).toMatchObject({ answer: 'IN_ROOM', substitutesFor: { name: 'Piet' } });
    await answer('participant', 'ABSENT', { substituteId: person('reader') });
    expect(await read('stranger')).toBeNull();
    expect(await titles('reader')).toEqual(['Opening', 'Grondpositie']);
    expect((await answer('reader', 'ABSENT')).problems).toEqual([]);
    expect(await read('reader')).toBeNull();
  });

  test('hears of it in the inbox', async () => {
    await publish();
    await answer('participant', 'ABSENT', { substituteId: person('filer') });
    await app.platform.streams.drain();
    const { inbox } = await cast.as('filer').run('{ inbox(first: 1) { edges { node { reason event { type } } } } }');
    expect(inbox.edges).toMatchObject([{ node: { reason: 'SUBSTITUTE', event: { type: 'INVITATION_ANSWERED' } } }]);
  });

  test('is refused for who comes, oneself, who is absent or taken, who is not known, and for a guest', async () => {
    await publish();
    const refused = (part: Part, given: string, more: object) =>
      problemsOf(cast.as(part), 'answerInvitation', wish(given, more));
    expect(await refused('participant', 'ONLINE', instead())).toEqual([
      ['SUBSTITUTE_WHEN_ABSENT', 'input.substituteId'],
    ]);
    expect(await refused('participant', 'ABSENT', { substituteId: person('participant') })).toEqual([
      ['SUBSTITUTE_ONESELF', 'input.substituteId'],
    ]);
    expect(await refused('participant', 'ABSENT', { substituteId: globalId('Person', crypto.randomUUID()) })).toEqual([
      ['UNKNOWN_PERSON', 'input.substituteId'],
    ]);
    await answer('observer', 'ABSENT');
    expect(await refused('participant', 'ABSENT', { substituteId: person('observer') })).toEqual([
      ['SUBSTITUTE_ABSENT', 'input.substituteId'],
    ]);
    await answer('participant', 'ABSENT', instead());
    expect(await refused('chair', 'ABSENT', instead())).toEqual([['SUBSTITUTE_TAKEN', 'input.substituteId']]);
    const developer = await cast.make.person({ name: 'Bouwer', kind: 'DEVELOPER' });
    const market = { substituteId: globalId('Person', developer.id) };
    expect(await refused('chair', 'ABSENT', market)).toEqual([['SUBSTITUTE_NOT_PUBLIC', 'input.substituteId']]);
    expect(await refused('market', 'ABSENT', market)).toEqual([]);
    const [first] = (await read()).items;
    await prepare(cast.as('secretary'), 'inviteGuest', {
      itemId: first.id,
      expectedVersion: (await read()).version,
      personId: person('reader'),
    });
    expect(await refused('reader', 'ABSENT', { substituteId: person('filer') })).toEqual([
      ['SUBSTITUTE_OF_MEMBER', 'input.substituteId'],
    ]);
  });
});
