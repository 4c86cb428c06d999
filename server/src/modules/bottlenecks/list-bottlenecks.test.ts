import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast } from '../../../testing/bottleneck-cast.ts';
import { type MadeBottleneck, makeProject, type MadeProject } from '../../../testing/bottleneck-factory.ts';
import { testApp } from '../../../testing/test-app.ts';
import { globalId } from '../../platform/graphql/global-id.ts';

let cast: Cast;
let grid: { id: string };
let land: { id: string };
let small: MadeProject;
let inTwente: MadeProject;
const made: Record<string, MadeBottleneck> = {};

beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
  const themes = await cast.app.platform.database
    .fork()
    .execute<{ id: string; code: string }[]>('select id, code from theme');
  const theme = (code: string) => ({ id: themes.find((each) => each.code === code)?.id ?? '' });
  [grid, land] = [theme('NETCONGESTIE'), theme('GROND')];
  small = await makeProject(cast.make, {
    name: 'Klein Plan',
    planNumber: 'PL-7',
    municipality: cast.kampen,
    homes: 12,
    keyProject: 'YES',
  });
  inTwente = await makeProject(cast.make, { name: 'Dijk', municipality: cast.almelo, kind: 'REAL_PUBLIC' });
  const people = cast.people;
  const wishes = {
    late: {
      title: 'Net vol bij de haven',
      dueOn: '2026-11-01',
      state: 'IN_PROGRESS',
      themes: [grid],
      number: 'KP-2026-009',
      updatedAt: new Date('2026-11-20T10:00:00Z'),
    },
    soon: {
      title: '100% _zeker_ geluid',
      dueOn: '2026-12-01',
      state: 'TRIAGE',
      themes: [land, grid],
      number: 'KP-2026-1000',
      solvableAt: 'NATIONAL',
      owner: people.secretary,
      projects: [
        { project: cast.project, homes: 300 },
        { project: small, homes: 12 },
      ],
    },
    later: {
      title: 'Bodem te nat',
      dueOn: '2027-02-01',
      state: 'ON_HOLD',
      number: 'KP-2025-044',
      filedOn: '2025-12-01',
      lead: people.secretary,
      projects: [{ project: small, homes: null }],
    },
    done: {
      title: 'Archeologie',
      dueOn: null,
      state: 'RESOLVED',
      number: 'KP-2026-010',
      projects: [{ project: small, homes: 9 }],
    },
    elsewhere: {
      title: 'Twents net',
      state: 'SUBMITTED',
      confidentiality: 'PUBLIC',
      table: cast.twente,
      number: 'KP-2026-011',
      dueOn: '2027-01-01',
      themes: [grid],
      projects: [{ project: inTwente, homes: 50 }],
    },
    secret: {
      title: 'Grondprijs',
      confidentiality: 'CONFIDENTIAL',
      number: 'KP-2026-012',
      dueOn: '2027-03-01',
      themes: [land],
      projects: [{ project: cast.project, homes: 500 }],
    },
  } as const;
  for (const [name, wish] of Object.entries(wishes)) made[name] = await cast.bottleneck(wish as object);
});
afterAll(() => cast.app.close());

const listing = `query ($filter: BottleneckFilter, $orderBy: BottleneckOrder, $first: Int, $after: String) {
  bottlenecks(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { edges { node { number } } pageInfo { hasNextPage endCursor } totalCount totalCountIsExact homesWaiting } }`;
const list = (variables: object = {}, part: 'secretary' | 'market' | 'twente' = 'secretary') =>
  cast
    .as(part)
    .run(listing, variables as Record<string, unknown>)
    .then((data) => data.bottlenecks);
const names = (page: { edges: { node: { number: string } }[] }) =>
  page.edges.map(({ node }) => Object.entries(made).find(([, each]) => each.number === node.number)?.[0]);

describe('orders', () => {
  test.each([
    ['DUE_ON', ['late', 'soon', 'elsewhere', 'later', 'secret', 'done']],
    ['HOMES_DESC', ['secret', 'soon', 'late', 'elsewhere', 'done', 'later']],
    ['NUMBER', ['later', 'late', 'done', 'elsewhere', 'secret', 'soon']],
    ['STATE', ['elsewhere', 'secret', 'soon', 'late', 'later', 'done']],
    ['TITLE', ['soon', 'done', 'later', 'secret', 'late', 'elsewhere']],
  ])('%s, the same in one page and page by page', async (orderBy, expected) => {
    expect(names(await list({ orderBy }))).toEqual(expected);
    const found: unknown[] = [];
    for (let after: string | null = null; ;) {
      const page = await list({ orderBy, first: 1, after });
      found.push(...names(page));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(found).toEqual(expected);
  });
  test.each(['FILED_ON_DESC', 'UPDATED_DESC'])('%s ends with the oldest', async (orderBy) => {
    const found = names(await list({ orderBy }));
    expect(found).toHaveLength(6);
    expect(found.at(-1)).toBe(orderBy === 'FILED_ON_DESC' ? 'later' : 'late');
    const paged = names(await list({ orderBy, first: 3 })).concat(
      names(await list({ orderBy, first: 3, after: (await list({ orderBy, first: 3 })).pageInfo.endCursor })),
    );
    expect(paged).toEqual(found);
  });
});

describe('filters', () => {
  test.each<[string, object, string[]]>([
    ['open', { open: true }, ['late', 'soon', 'elsewhere', 'later', 'secret']],
    ['closed', { open: false }, ['done']],
    ['states', { states: ['TRIAGE', 'RESOLVED'] }, ['soon', 'done']],
    ['no states at all', { states: [] }, []],
    ['themes', { themeCodes: ['GROND'] }, ['soon', 'secret']],
    ['a theme that is none', { themeCodes: ["GROND'--"] }, []],
    ['text in the title', { text: 'net' }, ['late', 'elsewhere']],
    ['all words', { text: 'vol net' }, ['late']],
    ['part of a number', { text: '-2026-01' }, ['elsewhere', 'secret', 'done']],
    ['percent and underscore are text', { text: '100% _zeker_' }, ['soon']],
    ['a lone percent', { text: '%' }, ['soon']],
    ['SQL is text', { text: "' or 1=1 --" }, []],
    ['overdue', { overdue: true }, ['late']],
    ['not overdue', { overdue: false }, ['soon', 'elsewhere', 'later', 'secret', 'done']],
    ['level', { solvableAt: ['NATIONAL'] }, ['soon']],
    ['confidentiality', { confidentiality: ['CONFIDENTIAL', 'PUBLIC'] }, ['elsewhere', 'secret']],
    ['region', { regionCode: 'TWENTE' }, ['elsewhere']],
    ['mine', { mine: true }, ['soon', 'later']],
    ['an id that is none', { ownerId: 'Person_x' }, []],
  ])('%s', async (_name, filter, expected) => {
    const page = await list({ filter });
    expect(names(page)).toEqual(expected);
    expect([page.totalCount, page.totalCountIsExact]).toEqual([expected.length, true]);
  });
  test('owner, table, project, municipality', async () => {
    expect(names(await list({ filter: { ownerId: globalId('Person', cast.people.secretary.id) } }))).toEqual(['soon']);
    expect(names(await list({ filter: { tableId: globalId('AccelerationTable', cast.twente.id) } }))).toEqual([
      'elsewhere',
    ]);
    expect(names(await list({ filter: { projectId: small.globalId } }))).toEqual(['soon', 'later', 'done']);
    const [{ code }] = await cast.app.platform.database
      .fork()
      .execute<[{ code: string }]>('select code from municipality where id = ?', [cast.almelo.id]);
    expect(names(await list({ filter: { municipalityCodes: [code] } }))).toEqual(['elsewhere']);
  });
  test('a list of a thousand codes is refused', async () => {
    const answer = await cast
      .as('secretary')
      .answer(listing, { filter: { themeCodes: Array.from({ length: 1_000 }, (_, n) => `T${n}`) } });
    expect(answer.errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('what is counted', () => {
  test('homes that wait: each project once, only the open ones, only what the viewer may see', async () => {
    expect((await list()).homesWaiting).toBe(500 + 12 + 50);
    expect((await list({}, 'market')).homesWaiting).toBe(300 + 12 + 50);
    expect((await list({ filter: { states: ['TRIAGE'] } })).homesWaiting).toBe(312);
    expect((await list({ filter: { open: false } })).homesWaiting).toBe(0);
  });
  test('facets leave their own filter out, and count what the viewer may see', async () => {
    const facets = `query ($filter: BottleneckFilter) { bottleneckFacets(filter: $filter) { states { value label count } themes { value label count } municipalities { label count } } }`;
    const of = (part: 'secretary' | 'market', filter: object) =>
      cast
        .as(part)
        .run(facets, { filter })
        .then((data) => data.bottleneckFacets);
    expect(await of('secretary', { states: ['TRIAGE'], open: true })).toEqual({
      states: [
        { value: 'SUBMITTED', label: 'Ingediend', count: 2 },
        { value: 'TRIAGE', label: 'In voorportaal', count: 1 },
        { value: 'IN_PROGRESS', label: 'In behandeling', count: 1 },
        { value: 'ON_HOLD', label: 'Aangehouden', count: 1 },
      ],
      themes: [
        { value: 'GROND', label: 'Grond', count: 1 },
        { value: 'NETCONGESTIE', label: 'Netcongestie', count: 1 },
      ],
      municipalities: [{ label: 'Kampen', count: 1 }],
    });
    expect((await of('market', { open: true })).themes).toEqual([
      { value: 'NETCONGESTIE', label: 'Netcongestie', count: 3 },
      { value: 'GROND', label: 'Grond', count: 1 },
    ]);
  });
  test('the same number of statements, however many rows', async () => {
    const whole = `query ($first: Int!) { bottlenecks(first: $first) { totalCount homesWaiting edges { node { number overdue municipality { name } heldBy { name parent { name } }
      themes { name } projects { homesBlocked project { name openBottleneckCount homesWaiting } } filer { name organisation { name } } owner { name } lead { name } escalations { reason }
      sharedWith { name } excluded { name } applications { result note { title } } viewerCan { verb allowed reason } } } }
      bottleneckFacets { states { count } themes { count } municipalities { count } } }`;
    const statements = async (first: number) => {
      cast.app.takeStatements();
      await cast.as('secretary').run(whole, { first });
      return cast.app.takeStatements().length;
    };
    const few = await statements(2);
    expect(await statements(6)).toBe(few);
    expect(few).toBeLessThan(25);
    const bare = `query ($first: Int!) { bottlenecks(first: $first) { edges { node { number title projects { project { name } } themes { name } owner { name } } } } }`;
    cast.app.takeStatements();
    await cast.as('secretary').run(bare, { first: 6 });
    const asked = cast.app.takeStatements().filter((sql) => !/ session |with recursive seat/.test(sql));
    expect(asked).toHaveLength(4);
  });
  test.each([0, -1, 101])('refuses a page of %i', async (first) => {
    expect((await cast.as('secretary').answer(listing, { first })).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
  test('refuses a cursor of another person, order or filter', async () => {
    const { endCursor } = (await list({ first: 1 })).pageInfo;
    for (const [part, variables] of [
      ['market', {}],
      ['secretary', { orderBy: 'TITLE' }],
      ['secretary', { filter: { open: true } }],
      ['secretary', { after: 'x' }],
    ] as const) {
      const answer = await cast.as(part).answer(listing, { first: 1, after: endCursor, ...variables });
      expect(answer.errors[0]?.extensions.code).toBe('BAD_CURSOR');
    }
  });
});
