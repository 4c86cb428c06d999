import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../testing/bottleneck-cast.ts';
import { graphClient } from '../../../testing/graph-client.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { globalId } from '../../platform/graphql/global-id.ts';

let app: TestApp;
let cast: Cast;
let tableId: string;
let slug: string;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-20T09:00:00Z') });
  cast = await bottleneckCast(app);
  tableId = globalId('AccelerationTable', cast.west.id);
  const [row] = await app.database
    .fork()
    .execute<{ slug: string }[]>('select slug from acceleration_table where id = ?', [cast.west.id]);
  slug = String(row?.slug);
});
afterAll(() => app.close());

const fields =
  'version week weekday starts ends location submitDaysBefore papersDaysBefore minutesDaysAfter feedbackWorkingDays monthsWithout monthsAhead keepFilled';
const rhythmAs = async (part: Part) =>
  (await cast.as(part).run(`query ($slug: String!) { table(slug: $slug) { rhythm { ${fields} } } }`, { slug })).table
    .rhythm;
const changeText = `mutation ($input: ChangeRhythmInput!) { changeRhythm(input: $input) { table { rhythm { ${fields} } }
  problems { __typename code message path ... on ConflictProblem { currentVersion changedBy { name } current { id } } } } }`;

async function change(input: object, part: Part = 'secretary') {
  const { version } = await rhythmAs('secretary');
  return (await cast.as(part).run(changeText, { input: { tableId, expectedVersion: version, ...input } })).changeRhythm;
}
async function preview(input: object, part: Part = 'secretary') {
  const text = `query ($input: RhythmInput!) { rhythmPreview(input: $input) { problems { code path }
    dates { month ruleDay holiday { holiday dayOff } day startsAt endsAt submitBy papersBy minutesBy feedbackBy meeting { id } } } }`;
  return (await cast.as(part).run(text, { input: { tableId, ...input } })).rhythmPreview;
}
const codesOf = (problems: { code: string; path: string[] }[]) =>
  problems.map((problem) => [problem.code, problem.path.join('.')]);
const secondThursday = { week: 2, weekday: 4, location: 'Provinciehuis, Zwolle' };

describe('the rhythm of a table', () => {
  test('is there from the start, without a day', async () => {
    expect(await rhythmAs('reader')).toEqual({
      version: 1,
      week: null,
      weekday: null,
      starts: '13:30',
      ends: '16:00',
      location: '',
      submitDaysBefore: 14,
      papersDaysBefore: 7,
      minutesDaysAfter: 7,
      feedbackWorkingDays: 5,
      monthsWithout: [],
      monthsAhead: 6,
      keepFilled: true,
    });
  });

  test.each(['secretary', 'chair'] as const)('the %s changes it, and what is left out stays', async (part) => {
    const before = await rhythmAs('secretary');
    const { table, problems } = await change(
      { ...secondThursday, monthsWithout: [8, 7, 8], starts: part === 'chair' ? '13:00' : '13:30' },
      part,
    );
    expect(problems).toEqual([]);
    expect(table.rhythm).toMatchObject({
      ...secondThursday,
      version: before.version + 1,
      monthsWithout: [7, 8],
      ends: '16:00',
      submitDaysBefore: 14,
    });
  });

  test('so does a functional administrator', async () => {
    const administrator = await cast.make.person({ name: 'Fun', roles: ['FUNCTIONAL_ADMINISTRATOR'] });
    const client = await graphClient(app, administrator);
    const { version } = await rhythmAs('secretary');
    const answer = await client.run(changeText, { input: { tableId, expectedVersion: version, monthsAhead: 4 } });
    expect(answer.changeRhythm.table.rhythm).toMatchObject({ monthsAhead: 4, version: version + 1 });
  });

  test('who follows the table hears what changed', async () => {
    const following = cast
      .as('participant')
      .follow(
        'subscription ($tableId: ID!) { tableEvents(tableId: $tableId) { ... on StreamChange { event { type actor { name } changes { field before after } subjects { id } } } } }',
        { tableId },
      );
    const arrived = following.next(15_000);
    // The subscription is there once the server follows; a change before that would be missed.
    await expect
      .poll(
        async () => {
          await change({ papersDaysBefore: 6 });
          await change({ papersDaysBefore: 7 });
          return following.waiting();
        },
        { timeout: 15_000 },
      )
      .toBeGreaterThan(0);
    expect((await arrived).data.tableEvents.event).toMatchObject({
      type: 'RHYTHM_CHANGED',
      actor: { name: 'Sien' },
      subjects: [{ id: tableId }],
    });
    following.stop();
  });

  test('nothing happens when nothing differs', async () => {
    const { version } = await rhythmAs('secretary');
    const { table, problems } = await change({ ...secondThursday });
    expect(problems).toEqual([]);
    expect(table.rhythm.version).toBe(version);
  });

  test('the day can go again', async () => {
    const { table } = await change({ week: null, weekday: null });
    expect(table.rhythm).toMatchObject({ week: null, weekday: null });
    await change(secondThursday);
  });

  test.each([
    ['a week that no month has', { week: 6 }, [['OUT_OF_RANGE', 'input.week']]],
    ['a day that no week has', { weekday: 0 }, [['OUT_OF_RANGE', 'input.weekday']]],
    ['a week without a day', { week: 1, weekday: null }, [['REQUIRED', 'input.weekday']]],
    ['a day without a week', { week: null, weekday: 1 }, [['REQUIRED', 'input.week']]],
    ['a day without a place', { location: ' ' }, [['REQUIRED', 'input.location']]],
    ['a place too long', { location: 'x'.repeat(201) }, [['TOO_LONG', 'input.location']]],
    [
      'a time that is none',
      { starts: '25:00', ends: 'vier uur' },
      [
        ['BAD_TIME', 'input.starts'],
        ['BAD_TIME', 'input.ends'],
      ],
    ],
    ['an end at the beginning', { starts: '13:30', ends: '13:30' }, [['DATE_ORDER', 'input.ends']]],
    ['an end before the beginning', { starts: '13:30', ends: '12:00' }, [['DATE_ORDER', 'input.ends']]],
    ['more than eight hours', { starts: '08:00', ends: '16:01' }, [['MEETING_TOO_LONG', 'input.ends']]],
    [
      'days that are too many or too few',
      { submitDaysBefore: 61, papersDaysBefore: 0, minutesDaysAfter: 61, feedbackWorkingDays: 41 },
      [
        ['OUT_OF_RANGE', 'input.submitDaysBefore'],
        ['OUT_OF_RANGE', 'input.papersDaysBefore'],
        ['OUT_OF_RANGE', 'input.minutesDaysAfter'],
        ['OUT_OF_RANGE', 'input.feedbackWorkingDays'],
      ],
    ],
    ['a month that no year has', { monthsWithout: [13] }, [['OUT_OF_RANGE', 'input.monthsWithout']]],
    [
      'no month at all',
      { monthsWithout: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
      [['NO_MONTH_LEFT', 'input.monthsWithout']],
    ],
    ['a list too long', { monthsWithout: Array.from({ length: 13 }, () => 1) }, [['TOO_MANY', 'input.monthsWithout']]],
    ['no month ahead', { monthsAhead: 0 }, [['OUT_OF_RANGE', 'input.monthsAhead']]],
    ['too many months ahead', { monthsAhead: 19 }, [['OUT_OF_RANGE', 'input.monthsAhead']]],
  ])('refuses %s, also when it is only looked at', async (_what, input, expected) => {
    const { version } = await rhythmAs('secretary');
    const { table, problems } = await change(input);
    expect(table).toBeNull();
    expect(codesOf(problems)).toEqual(expected);
    const shown = await preview(input);
    expect(shown.dates).toEqual([]);
    expect(codesOf(shown.problems)).toEqual(expected);
    expect((await rhythmAs('secretary')).version).toBe(version);
  });

  test('somebody who saw an earlier version is told who was faster', async () => {
    const { version } = await rhythmAs('secretary');
    await change({ monthsAhead: 5 }, 'chair');
    const { table, problems } = await change({ monthsAhead: 7, expectedVersion: version });
    expect(table).toBeNull();
    expect(problems).toMatchObject([
      {
        __typename: 'ConflictProblem',
        path: ['input', 'expectedVersion'],
        currentVersion: version + 1,
        changedBy: { name: 'Cor' },
        current: { id: tableId },
      },
    ]);
  });
});

describe('who may change it', () => {
  test.each(['participant', 'observer', 'market', 'provincialChair', 'twente', 'filer', 'stranger'] as const)(
    'not the %s, who is told who does',
    async (part) => {
      const { errors } = await cast.as(part).answer(changeText, { input: { tableId, expectedVersion: 1 } });
      expect(errors[0]).toMatchObject({
        message: 'Dat kan de voorzitter of de secretaris van de tafel.',
        extensions: { code: 'FORBIDDEN' },
      });
    },
  );
  test('nobody without a session changes or looks', async () => {
    const nobody = await graphClient(app, null);
    const asked = [
      await nobody.answer(changeText, { input: { tableId, expectedVersion: 1 } }),
      await nobody.answer('query ($input: RhythmInput!) { rhythmPreview(input: $input) { dates { month } } }', {
        input: { tableId },
      }),
    ];
    expect(asked.map(({ errors }) => errors[0]?.extensions.code)).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
  });
  test.each(['onzin', 'AccelerationTable_0198f000-0000-7000-8000-000000000000'])(
    'a table %s is not there',
    async (id) => {
      const { problems } = await change({ tableId: id });
      expect(codesOf(problems)).toEqual([['UNKNOWN_TABLE', 'input.tableId']]);
      expect(codesOf((await preview({ tableId: id })).problems)).toEqual([['UNKNOWN_TABLE', 'input.tableId']]);
    },
  );
  test('the table says beforehand', async () => {
    const able = async (part: Part) =>
      (
        await cast
          .as(part)
          .run('query ($slug: String!) { table(slug: $slug) { viewerCan { verb allowed reason } } }', { slug })
      ).table.viewerCan.filter(({ verb }: { verb: string }) => ['CHANGE_RHYTHM', 'PLAN_SERIES'].includes(verb));
    expect(await able('secretary')).toEqual([
      { verb: 'CHANGE_RHYTHM', allowed: true, reason: null },
      { verb: 'PLAN_SERIES', allowed: true, reason: null },
    ]);
    const reason = 'Dat kan de voorzitter of de secretaris van de tafel.';
    expect(await able('participant')).toEqual([
      { verb: 'CHANGE_RHYTHM', allowed: false, reason },
      { verb: 'PLAN_SERIES', allowed: false, reason },
    ]);
  });
});

describe('looking ahead', () => {
  test('the next dates with their deadlines, and nothing is kept', async () => {
    const before = await rhythmAs('secretary');
    const { dates } = await preview({ ...secondThursday, starts: '13:30', monthsAhead: 2, monthsWithout: [1] });
    expect(dates).toEqual([
      {
        month: '2026-12',
        ruleDay: '2026-12-10',
        holiday: null,
        day: '2026-12-10',
        startsAt: '2026-12-10T12:30:00.000Z',
        endsAt: '2026-12-10T15:00:00.000Z',
        submitBy: '2026-11-26',
        papersBy: '2026-12-03',
        minutesBy: '2026-12-17',
        feedbackBy: '2026-12-17',
        meeting: null,
      },
      {
        month: '2027-01',
        ruleDay: '2027-01-14',
        holiday: null,
        day: null,
        startsAt: null,
        endsAt: null,
        submitBy: null,
        papersBy: null,
        minutesBy: null,
        feedbackBy: null,
        meeting: null,
      },
    ]);
    expect(await rhythmAs('secretary')).toEqual(before);
  });
  test('a day off moves the meeting a week, and its deadlines come along', async () => {
    const { dates } = await preview({ ...secondThursday, week: 1, monthsAhead: 6, monthsWithout: [] });
    expect(dates.find(({ month }: { month: string }) => month === '2027-05')).toMatchObject({
      ruleDay: '2027-05-06',
      holiday: { holiday: 'ASCENSION_DAY', dayOff: true },
      day: '2027-05-13',
      startsAt: '2027-05-13T11:00:00.000Z',
      submitBy: '2027-04-29',
      papersBy: '2027-05-05',
      minutesBy: '2027-05-20',
      feedbackBy: '2027-05-21',
    });
  });
  test('whoever is signed in may look, also for a table without a day', async () => {
    const province = globalId('AccelerationTable', cast.province.id);
    expect(await preview({ tableId: province }, 'stranger')).toEqual({ problems: [], dates: [] });
  });
});
