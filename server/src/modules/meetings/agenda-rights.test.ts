import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../testing/bottleneck-cast.ts';
import { graphClient } from '../../../testing/graph-client.ts';
import {
  changeAgenda,
  type MadeMeeting,
  makeMeeting,
  readMeeting,
  refusalOf,
} from '../../../testing/meeting-factory.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { globalId } from '../../platform/graphql/global-id.ts';

let app: TestApp;
let cast: Cast;
let meeting: MadeMeeting;
let version: number;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-23T10:00:00Z') });
  cast = await bottleneckCast(app);
});
beforeEach(async () => {
  meeting = await makeMeeting(app, cast.make, {
    table: cast.west,
    by: cast.people.chair,
    startsAt: new Date('2026-12-10T12:30:00Z'),
  });
  version = 1;
});
afterAll(() => app.close());

/** A change that goes through, made against the latest version. */
async function change(mutation: string, input: object, part: Part = 'secretary') {
  const answer = await changeAgenda(cast.as(part), mutation, { expectedVersion: version, ...input });
  expect(answer.problems).toEqual([]);
  version = answer.meeting.version;
  return answer;
}
const add = async (title: string, more: object = {}) =>
  (await change('addAgendaItem', { meetingId: meeting.globalId, title, ...more })).item.id as string;
const publish = () => change('publishAgenda', { meetingId: meeting.globalId });
const problemsOf = async (mutation: string, input: object, part: Part = 'secretary') =>
  (await changeAgenda(cast.as(part), mutation, { expectedVersion: version, ...input })).problems.map(
    (problem: { code: string; path: string[] }) => [problem.code, problem.path.join('.')],
  );

describe('who may change an agenda', () => {
  test.each(['participant', 'observer', 'market', 'provincialChair'] as const)(
    'not the %s, who is told who does',
    async (part) => {
      const itemId = await add('Opening');
      await publish();
      const expectedVersion = version;
      const inputs = {
        addAgendaItem: { meetingId: meeting.globalId, title: 'Ongevraagd' },
        publishAgenda: { meetingId: meeting.globalId, expectedVersion },
        editAgendaItem: { itemId, expectedVersion, title: 'Anders' },
        moveAgendaItem: { itemId, expectedVersion, position: 1 },
        removeAgendaItem: { itemId, expectedVersion },
        recordOutcome: { itemId, expectedVersion, outcome: 'Afgesproken' },
      };
      for (const [mutation, input] of Object.entries(inputs)) {
        expect(await refusalOf(cast.as(part), mutation, input)).toEqual({
          code: 'FORBIDDEN',
          message: 'Dat kan de voorzitter of de secretaris van de tafel.',
        });
      }
      expect((await readMeeting(cast.as(part), meeting)).viewerCan[0]).toEqual({
        verb: 'EDIT_AGENDA',
        allowed: false,
        reason: 'Dat kan de voorzitter of de secretaris van de tafel.',
      });
    },
  );

  test('for who sees only what was published, a later item is as one that does not exist', async () => {
    await add('Opening');
    await publish();
    const itemId = await add('Nog niet gepubliceerd');
    for (const part of ['participant', 'observer', 'provincialChair'] as const) {
      const problems = [['NOT_FOUND', 'input.itemId']];
      expect(await problemsOf('editAgendaItem', { itemId, title: 'Anders' }, part)).toEqual(problems);
      expect(await problemsOf('recordOutcome', { itemId, outcome: 'Akkoord' }, part)).toEqual(problems);
    }
  });

  test('for who may not see the meeting, it is as one that does not exist', async () => {
    const itemId = await add('Opening');
    for (const part of ['participant', 'twente', 'reader'] as const) {
      const meetings = [meeting.globalId, globalId('Meeting', crypto.randomUUID()), 'onzin'];
      const answers = await Promise.all(
        meetings.map((meetingId) => problemsOf('publishAgenda', { meetingId, expectedVersion: 99 }, part)),
      );
      expect(answers).toEqual(Array.from({ length: 3 }, () => [['NOT_FOUND', 'input.meetingId']]));
      const items = [itemId, globalId('AgendaItem', crypto.randomUUID()), 'onzin'];
      for (const [mutation, input] of Object.entries({
        editAgendaItem: {},
        moveAgendaItem: { position: 1 },
        removeAgendaItem: {},
        recordOutcome: { outcome: '' },
      })) {
        const refused = await Promise.all(
          items.map((id) => problemsOf(mutation, { itemId: id, expectedVersion: 99, ...input }, part)),
        );
        expect(refused).toEqual(Array.from({ length: 3 }, () => [['NOT_FOUND', 'input.itemId']]));
      }
    }
  });

  test('nobody once the meeting is over', async () => {
    const itemId = await add('Opening');
    await app.database.fork().execute(`update meeting set state = 'CLOSED' where id = ?`, [meeting.id]);
    expect(await problemsOf('recordOutcome', { itemId, outcome: 'Te laat' })).toEqual([
      ['MEETING_OVER', 'input.itemId'],
    ]);
    expect(await problemsOf('addAgendaItem', { meetingId: meeting.globalId, title: 'Te laat' })).toEqual([
      ['MEETING_OVER', 'input.meetingId'],
    ]);
    expect((await readMeeting(cast.as('secretary'), meeting)).viewerCan[1]).toEqual({
      verb: 'PUBLISH',
      allowed: false,
      reason: 'Deze vergadering is voorbij.',
    });
  });

  test('an item that a colleague took off meanwhile is a conflict', async () => {
    const itemId = await add('Opening');
    await publish();
    const seen = version;
    await change('removeAgendaItem', { itemId });
    const { problems } = await changeAgenda(cast.as('chair'), 'editAgendaItem', {
      itemId,
      expectedVersion: seen,
      title: 'Te laat',
    });
    expect(problems).toMatchObject([{ code: 'CONFLICT', currentVersion: seen + 1 }]);
  });

  test('nobody without a session', async () => {
    const nobody = await graphClient(app, null);
    expect(await refusalOf(nobody, 'publishAgenda', { meetingId: meeting.globalId, expectedVersion: 1 })).toMatchObject(
      { code: 'UNAUTHENTICATED' },
    );
  });
});
