import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast } from '../../../testing/bottleneck-cast.ts';
import { graphClient } from '../../../testing/graph-client.ts';
import { changeAgenda, makeMeeting, readMeeting, refusalOf } from '../../../testing/meeting-factory.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { globalId } from '../../platform/graphql/global-id.ts';

let app: TestApp;
let cast: Cast;
let tableId: string;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-09T09:00:00Z') });
  cast = await bottleneckCast(app);
  tableId = globalId('AccelerationTable', cast.west.id);
});
afterAll(() => app.close());

const plan = (input: object, part: Parameters<Cast['as']>[0] = 'secretary') =>
  changeAgenda(cast.as(part), 'planMeeting', { tableId, location: 'Provinciehuis', ...input });
const codesOf = (problems: { code: string; path: string[] }[]) =>
  problems.map((problem) => [problem.code, problem.path.join('.')]);

describe('planning a meeting', () => {
  test('the secretary plans it, and the deadlines follow from its day', async () => {
    const { meeting, problems } = await plan({
      startsAt: '2026-12-10T12:30:00Z',
      endsAt: '2026-12-10T15:00:00Z',
      location: ' Provinciehuis, Zwolle ',
    });
    expect(problems).toEqual([]);
    expect(meeting).toMatchObject({
      version: 1,
      state: 'DRAFT',
      startsAt: '2026-12-10T12:30:00.000Z',
      location: 'Provinciehuis, Zwolle',
      submitBy: '2026-11-26',
      papersBy: '2026-12-03',
      minutesBy: '2026-12-17',
      plannedMinutes: 0,
      availableMinutes: 150,
      publishedAt: null,
      unpublishedChanges: 0,
      table: { id: tableId },
      items: [],
    });
    const allowed = meeting.viewerCan.filter((ability: { allowed: boolean }) => ability.allowed);
    expect(allowed.map(({ verb }: { verb: string }) => verb)).toEqual([
      'EDIT_AGENDA',
      'PUBLISH',
      'RESCHEDULE',
      'CANCEL',
      'PROPOSE_ITEM',
      'RECORD_OUTCOME',
    ]);
  });

  test('the day is that of Amsterdam, and each table has its own rhythm', async () => {
    await app.database
      .fork()
      .execute('update acceleration_table set submit_days = -21, minutes_days = 10 where id = ?', [cast.twente.id]);
    const { meeting } = await plan(
      {
        tableId: globalId('AccelerationTable', cast.twente.id),
        startsAt: '2026-12-17T23:30:00Z',
        endsAt: '2026-12-18T00:30:00Z',
      },
      'twente',
    );
    expect(meeting).toMatchObject({ submitBy: '2026-11-27', papersBy: '2026-12-11', minutesBy: '2026-12-28' });
  });

  test('the chair too', async () => {
    expect(
      (await plan({ startsAt: '2027-01-14T12:30:00Z', endsAt: '2027-01-14T15:00:00Z' }, 'chair')).problems,
    ).toEqual([]);
  });

  test.each([
    [
      'a start in the past',
      { startsAt: '2026-11-09T08:59:00Z', endsAt: '2026-11-09T10:00:00Z' },
      [['DATE_IN_PAST', 'input.startsAt']],
    ],
    [
      'an end before the start',
      { startsAt: '2027-02-11T12:30:00Z', endsAt: '2027-02-11T12:30:00Z' },
      [['DATE_ORDER', 'input.endsAt']],
    ],
    [
      'more than eight hours',
      { startsAt: '2027-02-11T08:00:00Z', endsAt: '2027-02-11T16:00:01Z' },
      [['MEETING_TOO_LONG', 'input.endsAt']],
    ],
    [
      'no place',
      { startsAt: '2027-02-11T08:00:00Z', endsAt: '2027-02-11T09:00:00Z', location: ' ' },
      [['REQUIRED', 'input.location']],
    ],
    [
      'a place too long',
      { startsAt: '2027-02-11T08:00:00Z', endsAt: '2027-02-11T09:00:00Z', location: 'x'.repeat(201) },
      [['TOO_LONG', 'input.location']],
    ],
    [
      'all at once',
      { startsAt: '2026-11-01T08:00:00Z', endsAt: '2026-11-01T07:00:00Z', location: 'a\nb' },
      [
        ['CONTROL_CHARACTERS', 'input.location'],
        ['DATE_IN_PAST', 'input.startsAt'],
        ['DATE_ORDER', 'input.endsAt'],
      ],
    ],
  ])('refuses %s', async (_what, input, expected) => {
    const { meeting, problems } = await plan(input);
    expect(meeting).toBeNull();
    expect(codesOf(problems)).toEqual(expected);
  });

  test('exactly eight hours is fine, and so is one that begins as another ends', async () => {
    expect((await plan({ startsAt: '2027-03-11T08:00:00Z', endsAt: '2027-03-11T16:00:00Z' })).problems).toEqual([]);
    expect((await plan({ startsAt: '2027-03-11T16:00:00Z', endsAt: '2027-03-11T17:00:00Z' })).problems).toEqual([]);
  });

  test.each([
    ['2027-04-08T11:00:00Z', '2027-04-08T12:00:01Z'],
    ['2027-04-08T12:30:00Z', '2027-04-08T12:45:00Z'],
    ['2027-04-08T13:59:00Z', '2027-04-08T18:00:00Z'],
    ['2027-04-08T11:00:00Z', '2027-04-08T15:00:00Z'],
  ])('a table does not meet twice at once (%s to %s)', async (startsAt, endsAt) => {
    await makeMeeting(app, cast.make, {
      table: cast.west,
      by: cast.people.chair,
      startsAt: new Date('2027-04-08T12:00:00Z'),
      endsAt: new Date('2027-04-08T14:00:00Z'),
    });
    expect(codesOf((await plan({ startsAt, endsAt })).problems)).toEqual([['MEETING_OVERLAPS', 'input.startsAt']]);
  });

  test('of two who plan at the same moment, one is told that the table meets then', async () => {
    const wish = { startsAt: '2027-05-13T12:30:00Z', endsAt: '2027-05-13T15:00:00Z' };
    const answers = await Promise.all([plan(wish), plan(wish, 'chair'), plan(wish)]);
    expect(
      answers.flatMap((answer) => answer.problems.map((problem: { code: string }) => problem.code)).toSorted(),
    ).toEqual(['MEETING_OVERLAPS', 'MEETING_OVERLAPS']);
  });

  test('a cancelled meeting is not in the way, nor is one of another table', async () => {
    const times = { startsAt: new Date('2027-06-10T12:00:00Z'), endsAt: new Date('2027-06-10T14:00:00Z') };
    await makeMeeting(app, cast.make, { table: cast.west, by: cast.people.chair, state: 'CANCELLED', ...times });
    await makeMeeting(app, cast.make, { table: cast.twente, by: cast.people.twente, ...times });
    expect((await plan({ startsAt: '2027-06-10T12:00:00Z', endsAt: '2027-06-10T14:00:00Z' })).problems).toEqual([]);
  });
});

describe('who may plan', () => {
  const times = { startsAt: '2027-09-09T12:30:00Z', endsAt: '2027-09-09T15:00:00Z', location: 'Hier' };
  test.each(['participant', 'observer', 'market', 'provincialChair'] as const)(
    'not the %s, who is told who does',
    async (part) => {
      expect(await refusalOf(cast.as(part), 'planMeeting', { tableId, ...times })).toEqual({
        code: 'FORBIDDEN',
        message: 'Dat kan de voorzitter of de secretaris van de tafel.',
      });
    },
  );
  test('for somebody elsewhere the table is as one that does not exist', async () => {
    const ids = [
      tableId,
      globalId('AccelerationTable', crypto.randomUUID()),
      'onzin',
      globalId('Person', cast.people.chair.id),
    ];
    const answers = await Promise.all(ids.map((id) => plan({ ...times, tableId: id }, 'twente')));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0].problems).toMatchObject([
      { __typename: 'NotFoundProblem', code: 'UNKNOWN_TABLE', path: ['input', 'tableId'] },
    ]);
  });
  test('the table says beforehand', async () => {
    const asking = '{ table(slug: "west") { viewerCan { verb allowed reason } } }'.replace('west', await slugOf());
    const able = async (part: 'chair' | 'participant') =>
      (await cast.as(part).run(asking)).table.viewerCan.find(
        (ability: { verb: string }) => ability.verb === 'PLAN_MEETING',
      );
    expect(await able('chair')).toEqual({ verb: 'PLAN_MEETING', allowed: true, reason: null });
    expect(await able('participant')).toEqual({
      verb: 'PLAN_MEETING',
      allowed: false,
      reason: 'Dat kan de voorzitter of de secretaris van de tafel.',
    });
  });
});

async function slugOf(): Promise<string> {
  const [row] = await app.database
    .fork()
    .execute<{ slug: string }[]>('select slug from acceleration_table where id = ?', [cast.west.id]);
  return String(row?.slug);
}

describe('who sees a meeting', () => {
  const asking =
    'query ($slug: String!) { table(slug: $slug) { nextMeeting { id } meetings(first: 2) { edges { node { id startsAt } } pageInfo { hasNextPage endCursor } } } }';
  const tableAs = async (part: Parameters<Cast['as']>[0]) =>
    (await cast.as(part).run(asking, { slug: await slugOf() })).table;

  test('a draft: chair and secretary alone; once published, members of the table and of those above it', async () => {
    const draft = await makeMeeting(app, cast.make, {
      table: cast.west,
      by: cast.people.chair,
      startsAt: new Date('2026-11-20T12:30:00Z'),
    });
    const members = ['participant', 'observer', 'market', 'provincialChair'] as const;
    const others = ['twente', 'filer', 'reader', 'civilOwner'] as const;
    for (const part of ['chair', 'secretary'] as const) {
      expect((await readMeeting(cast.as(part), draft)).id).toBe(draft.globalId);
      expect((await tableAs(part)).nextMeeting).toEqual({ id: draft.globalId });
    }
    for (const part of [...members, ...others]) {
      expect(await readMeeting(cast.as(part), draft)).toBeNull();
      expect((await tableAs(part)).nextMeeting).toBeNull();
    }
    await changeAgenda(cast.as('secretary'), 'addAgendaItem', { meetingId: draft.globalId, title: 'Opening' });
    await changeAgenda(cast.as('secretary'), 'publishAgenda', { meetingId: draft.globalId, expectedVersion: 2 });
    for (const part of members) {
      expect((await readMeeting(cast.as(part), draft)).state).toBe('PUBLISHED');
      expect((await tableAs(part)).meetings.edges).toContainEqual({
        node: { id: draft.globalId, startsAt: '2026-11-20T12:30:00.000Z' },
      });
    }
    for (const part of others) expect(await readMeeting(cast.as(part), draft)).toBeNull();
  });

  test('not there and not yours are the same answer, as meeting and as node', async () => {
    const draft = await makeMeeting(app, cast.make, { table: cast.west, by: cast.people.chair });
    const both = (id: string) =>
      cast.as('participant').answer('query ($id: ID!) { meeting(id: $id) { id } node(id: $id) { id } }', { id });
    const answers = await Promise.all(
      [draft.globalId, globalId('Meeting', crypto.randomUUID()), 'onzin'].map((id) =>
        both(id).then(({ data, errors }) => ({ data, errors })),
      ),
    );
    expect(answers[0]).toEqual({ data: { meeting: null, node: null }, errors: [] });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  test('the list runs from the latest to the earliest, a page at a time', async () => {
    const first = (await tableAs('secretary')).meetings;
    expect(first.edges).toHaveLength(2);
    const next = await cast
      .as('secretary')
      .run(
        'query ($slug: String!, $after: String) { table(slug: $slug) { meetings(first: 2, after: $after) { edges { node { id startsAt } } } } }',
        {
          slug: await slugOf(),
          after: first.pageInfo.endCursor,
        },
      );
    const nodes: { id: string; startsAt: string }[] = [...first.edges, ...next.table.meetings.edges].map(
      (edge) => edge.node,
    );
    const starts = nodes.map((node) => node.startsAt);
    expect(starts).toEqual(starts.toSorted().toReversed());
    expect(new Set(nodes.map((node) => node.id)).size).toBe(4);
  });

  test('meetings of many tables cost no more statements than those of one', async () => {
    const counted = async (first: number) => {
      await app.platform.streams.drain();
      app.takeStatements();
      await cast
        .as('secretary')
        .run(
          'query ($first: Int!) { tables(first: $first) { edges { node { nextMeeting { id } meetings { edges { node { id items { id } } } } } } } }',
          { first },
        );
      return app.takeStatements().filter((sql) => /from meeting|agenda_item/.test(sql)).length;
    };
    // Next meetings and those of the lists may or may not come together in one statement.
    expect(await counted(50)).toBeLessThanOrEqual(6);
    expect(await counted(2)).toBeLessThanOrEqual(6);
  });

  test('nothing without a session', async () => {
    const nobody = await graphClient(app, null);
    expect((await nobody.answer('{ meeting(id: "x") { id } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(
      await refusalOf(nobody, 'planMeeting', {
        tableId,
        startsAt: '2027-09-09T12:30:00Z',
        endsAt: '2027-09-09T15:00:00Z',
        location: 'Hier',
      }),
    ).toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
