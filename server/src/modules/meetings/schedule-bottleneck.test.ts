import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../testing/bottleneck-cast.ts';
import type { MadeBottleneck } from '../../../testing/bottleneck-factory.ts';
import { graphClient } from '../../../testing/graph-client.ts';
import {
  changeAgenda,
  type MadeMeeting,
  makeMeeting,
  problemFields,
  readMeeting,
} from '../../../testing/meeting-factory.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { globalId } from '../../platform/graphql/global-id.ts';

const caseFields =
  'id number version state ask agendaItems { title closedPart meeting { id } } timeline { edges { node { type changes { field before after } } } }';
const scheduling = `mutation ($input: ScheduleBottleneckInput!) { scheduleBottleneck(input: $input) { bottleneck { ${caseFields} }
  problems { ${problemFields} ... on InvalidTransitionProblem { from allowed } } } }`;

let app: TestApp;
let cast: Cast;
let meeting: MadeMeeting;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-23T10:00:00Z') });
  cast = await bottleneckCast(app);
});
beforeEach(async () => {
  await app.database.fork().execute(`update meeting set state = 'CANCELLED'`);
  meeting = await makeMeeting(app, cast.make, {
    table: cast.west,
    by: cast.people.chair,
    startsAt: new Date('2026-12-10T12:30:00Z'),
  });
});
afterAll(() => app.close());

const schedule = (on: MadeBottleneck, input: object = {}, part: Part = 'secretary') =>
  cast
    .as(part)
    .run(scheduling, { input: { bottleneckId: on.globalId, expectedVersion: 1, ...input } })
    .then((data) => data.scheduleBottleneck);
const readCase = async (on: MadeBottleneck, part: Part = 'secretary') =>
  (await cast.as(part).run(`query ($n: String!) { bottleneck(number: $n) { ${caseFields} } }`, { n: on.number }))
    .bottleneck;
const titles = async (part: Part = 'secretary') =>
  (await readMeeting(cast.as(part), meeting)).items.map((item: { title: string }) => item.title);
const codesOf = (problems: { code: string; path: string[] }[]) =>
  problems.map((problem) => [problem.code, problem.path.join('.')]);

describe('putting a case on the agenda', () => {
  test('of the next meeting, at the end but before the closing item', async () => {
    await makeMeeting(app, cast.make, {
      table: cast.west,
      by: cast.people.chair,
      startsAt: new Date('2027-01-14T12:30:00Z'),
    });
    await makeMeeting(app, cast.make, {
      table: cast.west,
      by: cast.people.chair,
      startsAt: new Date('2026-11-20T12:30:00Z'),
    });
    await makeMeeting(app, cast.make, {
      table: cast.twente,
      by: cast.people.twente,
      startsAt: new Date('2026-11-30T12:30:00Z'),
    });
    for (const title of ['Opening', 'Rondvraag en sluiting'])
      await changeAgenda(cast.as('secretary'), 'addAgendaItem', { meetingId: meeting.globalId, title });
    const stuck = await cast.bottleneck({ title: 'Geen stroom voor De Zandpol', state: 'TRIAGE' });
    const { bottleneck, problems } = await schedule(stuck, {
      minutes: 25,
      purpose: 'DECIDE',
      ask: 'Voorrang vragen bij de netbeheerder.',
    });
    expect(problems).toEqual([]);
    expect(bottleneck).toMatchObject({
      version: 2,
      state: 'SCHEDULED',
      ask: 'Voorrang vragen bij de netbeheerder.',
      agendaItems: [{ title: 'Geen stroom voor De Zandpol', closedPart: false, meeting: { id: meeting.globalId } }],
    });
    expect(bottleneck.timeline.edges.map((edge: { node: { type: string } }) => edge.node.type).toSorted()).toEqual([
      'AGENDA_ITEM_ADDED',
      'BOTTLENECK_SCHEDULED',
    ]);
    expect(await titles()).toEqual(['Opening', 'Geen stroom voor De Zandpol', 'Rondvraag en sluiting']);
    expect((await readMeeting(cast.as('secretary'), meeting)).items[1]).toMatchObject({
      minutes: 25,
      purpose: 'DECIDE',
      homesWaiting: 120,
    });
  });

  test('of a meeting that is named', async () => {
    const later = await makeMeeting(app, cast.make, {
      table: cast.west,
      by: cast.people.chair,
      startsAt: new Date('2027-01-14T12:30:00Z'),
    });
    const { bottleneck } = await schedule(await cast.bottleneck(), { meetingId: later.globalId });
    expect(bottleneck.agendaItems).toMatchObject([{ meeting: { id: later.globalId } }]);
  });

  test('a confidential case comes in the closed part', async () => {
    const secret = await cast.bottleneck({ title: 'Grondprijs Zandpol', confidentiality: 'CONFIDENTIAL' });
    expect((await schedule(secret)).bottleneck.agendaItems).toMatchObject([{ closedPart: true }]);
  });

  test('participants hear that the case is scheduled, and of the agenda only once it is published', async () => {
    const open = await cast.bottleneck({ confidentiality: 'PUBLIC' });
    await schedule(open);
    const before = await readCase(open, 'participant');
    expect(before).toMatchObject({ state: 'SCHEDULED', agendaItems: [] });
    expect(before.timeline.edges.map((edge: { node: { type: string } }) => edge.node.type)).toEqual([
      'BOTTLENECK_SCHEDULED',
    ]);
    await changeAgenda(cast.as('secretary'), 'publishAgenda', { meetingId: meeting.globalId, expectedVersion: 2 });
    expect((await readCase(open, 'participant')).agendaItems).toHaveLength(1);
    expect((await readCase(open, 'reader')).agendaItems).toEqual([]);
  });

  test('no next meeting', async () => {
    await app.database.fork().execute(`update meeting set state = 'CANCELLED'`);
    expect(codesOf((await schedule(await cast.bottleneck())).problems)).toEqual([
      ['NO_MEETING_PLANNED', 'input.meetingId'],
    ]);
  });

  test('already on this agenda', async () => {
    const twice = await cast.bottleneck();
    await schedule(twice);
    expect(codesOf((await schedule(twice, { expectedVersion: 2 })).problems)).toEqual([
      ['ALREADY_ON_AGENDA', 'input.bottleneckId'],
    ]);
  });

  test('already scheduled for another meeting', async () => {
    const other = await makeMeeting(app, cast.make, {
      table: cast.west,
      by: cast.people.chair,
      startsAt: new Date('2027-01-14T12:30:00Z'),
    });
    const twice = await cast.bottleneck();
    await schedule(twice);
    expect((await schedule(twice, { expectedVersion: 2, meetingId: other.globalId })).problems).toMatchObject([
      { __typename: 'InvalidTransitionProblem', code: 'INVALID_TRANSITION', from: 'SCHEDULED' },
    ]);
  });

  test.each([
    [
      'a meeting of another table',
      'OTHER_TABLE_MEETING',
      async () => makeMeeting(app, cast.make, { table: await both(), by: cast.people.secretary }),
    ],
    [
      'a meeting that has passed',
      'MEETING_OVER',
      () =>
        makeMeeting(app, cast.make, {
          table: cast.west,
          by: cast.people.chair,
          startsAt: new Date('2026-11-12T12:30:00Z'),
        }),
    ],
    [
      'a meeting that is closed',
      'MEETING_OVER',
      () => makeMeeting(app, cast.make, { table: cast.west, by: cast.people.chair, state: 'CLOSED' }),
    ],
    [
      'a meeting that is not theirs',
      'NOT_FOUND',
      () => makeMeeting(app, cast.make, { table: cast.twente, by: cast.people.twente }),
    ],
  ])('refuses %s', async (_what, code, make) => {
    const answer = await schedule(await cast.bottleneck(), { meetingId: (await make()).globalId });
    expect(codesOf(answer.problems)).toEqual([[code, 'input.meetingId']]);
  });

  /** Another table of which the secretary is secretary too. */
  async function both() {
    const table = await cast.make.table({ region: await cast.make.region('WEST_OVERIJSSEL') });
    await cast.make.seat(table, cast.people.secretary, 'SECRETARY');
    return table;
  }

  test('refuses lengths and texts that cannot be', async () => {
    expect(
      codesOf((await schedule(await cast.bottleneck(), { minutes: 481, ask: 'x'.repeat(10_001) })).problems).toSorted(),
    ).toEqual([
      ['OUT_OF_RANGE', 'input.minutes'],
      ['TOO_LONG', 'input.ask'],
    ]);
  });

  test('against a version that is gone', async () => {
    expect((await schedule(await cast.bottleneck(), { expectedVersion: 9 })).problems).toMatchObject([
      { code: 'CONFLICT', currentVersion: 1 },
    ]);
  });

  test('of many at the same moment one wins and one item stands there', async () => {
    const one = await cast.bottleneck();
    const answers = await Promise.all(Array.from({ length: 4 }, () => schedule(one)));
    expect(answers.filter((answer) => answer.problems.length === 0)).toHaveLength(1);
    expect(await titles()).toHaveLength(1);
  });
});

describe('who may schedule', () => {
  test.each(['filer', 'participant', 'observer', 'chair'] as const)('not the %s', async (part) => {
    const one = await cast.bottleneck({ confidentiality: 'PUBLIC' });
    const { errors } = await cast
      .as(part)
      .answer(scheduling, { input: { bottleneckId: one.globalId, expectedVersion: 1 } });
    expect(errors[0]).toMatchObject({
      extensions: { code: 'FORBIDDEN' },
      message: 'Dat kan de secretaris van de tafel.',
    });
  });
  test('for somebody who may not see the case, it is as one that does not exist', async () => {
    const one = await cast.bottleneck({ confidentiality: 'CONFIDENTIAL' });
    const ids = [one.globalId, globalId('Bottleneck', crypto.randomUUID()), 'onzin'];
    for (const part of ['twente', 'market', 'reader'] as const) {
      const answers = await Promise.all(
        ids.map((bottleneckId) => cast.as(part).run(scheduling, { input: { bottleneckId, expectedVersion: 1 } })),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0].scheduleBottleneck.problems).toMatchObject([{ code: 'UNKNOWN_BOTTLENECK' }]);
    }
  });
  test('nobody without a session', async () => {
    const { errors } = await (
      await graphClient(app, null)
    ).answer(scheduling, { input: { bottleneckId: 'x', expectedVersion: 1 } });
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('taking a case off', () => {
  const itemOf = async (on: MadeBottleneck) =>
    (await readMeeting(cast.as('secretary'), meeting)).items.find((item: { subjects: { id: string }[] }) =>
      item.subjects.some((subject) => subject.id === on.globalId),
    );
  const remove = async (itemId: string) => {
    const { version } = await readMeeting(cast.as('secretary'), meeting);
    return changeAgenda(cast.as('secretary'), 'removeAgendaItem', { itemId, expectedVersion: version });
  };

  test.each(['SUBMITTED', 'TRIAGE', 'IN_PROGRESS', 'ON_HOLD'] as const)(
    'it goes back to %s, and what was written since stays',
    async (state) => {
      const one = await cast.bottleneck({ state });
      await schedule(one, { ask: 'Graag een besluit.' });
      const { meeting: after, item, problems } = await remove((await itemOf(one)).id);
      expect([problems, item, after.items]).toEqual([[], null, []]);
      expect(await readCase(one)).toMatchObject({ state, version: 3, ask: 'Graag een besluit.', agendaItems: [] });
    },
  );

  test('the others close the gap', async () => {
    for (const title of ['Opening', 'Tweede', 'Derde'])
      await changeAgenda(cast.as('secretary'), 'addAgendaItem', { meetingId: meeting.globalId, title });
    const { items } = await readMeeting(cast.as('secretary'), meeting);
    const { meeting: after } = await remove(items[1].id);
    expect(after.items.map((item: { position: number; title: string }) => [item.position, item.title])).toEqual([
      [1, 'Opening'],
      [2, 'Derde'],
    ]);
  });

  test('it stays scheduled while another agenda to come has it', async () => {
    const one = await cast.bottleneck();
    await schedule(one);
    const later = await makeMeeting(app, cast.make, {
      table: cast.west,
      by: cast.people.chair,
      startsAt: new Date('2027-01-14T12:30:00Z'),
    });
    await changeAgenda(cast.as('secretary'), 'addAgendaItem', {
      meetingId: later.globalId,
      title: 'Vervolg',
      bottleneckIds: [one.globalId],
    });
    await remove((await itemOf(one)).id);
    expect(await readCase(one)).toMatchObject({ state: 'SCHEDULED', version: 2 });
  });

  test('a case that is in progress by now is left alone', async () => {
    const one = await cast.bottleneck();
    await schedule(one);
    await cast
      .as('secretary')
      .run('mutation ($input: BottleneckVersionInput!) { startBottleneck(input: $input) { problems { code } } }', {
        input: { bottleneckId: one.globalId, expectedVersion: 2 },
      });
    await remove((await itemOf(one)).id);
    expect(await readCase(one)).toMatchObject({ state: 'IN_PROGRESS', version: 3 });
  });

  const undoing =
    'mutation ($input: BottleneckVersionInput!) { undoTransition(input: $input) { bottleneck { state version agendaItems { id } } problems { code path } } }';
  test('undoing the scheduling takes the item off', async () => {
    const one = await cast.bottleneck({ state: 'TRIAGE' });
    await schedule(one);
    const { undoTransition } = await cast
      .as('secretary')
      .run(undoing, { input: { bottleneckId: one.globalId, expectedVersion: 2 } });
    expect(undoTransition).toEqual({ bottleneck: { state: 'TRIAGE', version: 3, agendaItems: [] }, problems: [] });
    expect(await titles()).toEqual([]);
  });
  test('a meeting that is over keeps its agenda', async () => {
    const one = await cast.bottleneck({ state: 'TRIAGE' });
    await schedule(one);
    await app.database.fork().execute(`update meeting set state = 'CLOSED' where id = ?`, [meeting.id]);
    const { undoTransition } = await cast
      .as('secretary')
      .run(undoing, { input: { bottleneckId: one.globalId, expectedVersion: 2 } });
    expect(codesOf(undoTransition.problems)).toEqual([['NOTHING_TO_UNDO', 'input.bottleneckId']]);
  });
});
