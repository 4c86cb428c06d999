import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast, type Part } from '../../../testing/bottleneck-cast.ts';
import { type MadeProject, makeProject } from '../../../testing/bottleneck-factory.ts';
import { makeTheme } from '../../../testing/note-factory.ts';
import { testApp } from '../../../testing/test-app.ts';

const listing = `query ($filter: ProjectFilter, $orderBy: ProjectOrder, $first: Int, $after: String) {
  projects(filter: $filter, orderBy: $orderBy, first: $first, after: $after) { edges { node { name } } pageInfo { hasNextPage endCursor } totalCount } }`;

let cast: Cast;
let harbour: MadeProject;
beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
  harbour = await makeProject(cast.make, {
    name: 'Haven',
    planNumber: 'PL-42',
    municipality: cast.kampen,
    homes: 900,
    keyProject: 'PROBABLY',
  });
  await makeProject(cast.make, { name: 'Akker', municipality: cast.almelo, homes: null, kind: 'REAL_PUBLIC' });
  await cast.bottleneck({
    projects: [
      { project: cast.project, homes: 80 },
      { project: harbour, homes: 10 },
    ],
  });
  await cast.bottleneck({ projects: [{ project: cast.project, homes: 60 }] });
  await cast.bottleneck({ projects: [{ project: harbour, homes: 400 }], confidentiality: 'CONFIDENTIAL' });
  await cast.bottleneck({ projects: [{ project: harbour, homes: 700 }], state: 'RESOLVED' });
});
afterAll(() => cast.app.close());

const list = (variables: object = {}, part: Part = 'secretary') =>
  cast
    .as(part)
    .run(listing, variables as Record<string, unknown>)
    .then((data) => data.projects);
const names = (page: { edges: { node: { name: string } }[] }) => page.edges.map(({ node }) => node.name);

describe('projects', () => {
  test.each([
    ['NAME', ['Akker', 'De Zandpol', 'Haven']],
    ['HOMES_DESC', ['Haven', 'De Zandpol', 'Akker']],
    ['HOMES_WAITING_DESC', ['Haven', 'De Zandpol', 'Akker']],
    ['MUNICIPALITY', ['Akker', 'De Zandpol', 'Haven']],
  ])('in the order %s, the same page by page', async (orderBy, expected) => {
    expect(names(await list({ orderBy }))).toEqual(expected);
    const found: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await list({ orderBy, first: 1, after });
      found.push(...names(page));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(found).toEqual(expected);
  });
  test('who may see less gets another order', async () => {
    expect(names(await list({ orderBy: 'HOMES_WAITING_DESC' }, 'market'))).toEqual(['De Zandpol', 'Haven', 'Akker']);
  });
  test.each<[string, object, string[]]>([
    ['text', { text: 'zand' }, ['De Zandpol']],
    ['a plan number', { text: 'pl-42' }, ['Haven']],
    ['a municipality', { text: 'alme' }, ['Akker']],
    ['words that are each found somewhere', { text: 'haven kampen' }, ['Haven']],
    ['a wildcard is text', { text: '%' }, []],
    ['region', { regionCode: 'TWENTE' }, ['Akker']],
    ['key projects', { keyProject: true }, ['Haven']],
    ['no key projects', { keyProject: false }, ['Akker', 'De Zandpol']],
    ['blocked', { blocked: true }, ['De Zandpol', 'Haven']],
    ['not blocked', { blocked: false }, ['Akker']],
    ['kind', { kind: 'REAL_PUBLIC' }, ['Akker']],
    ['municipality that is none', { municipalityCode: "x'" }, []],
  ])('filtered by %s', async (_name, filter, expected) => {
    const page = await list({ filter });
    expect(names(page)).toEqual(expected);
    expect(page.totalCount).toBe(expected.length);
  });
  test('blocked means: by what the viewer may see', async () => {
    expect(names(await list({ filter: { blocked: true } }, 'stranger'))).toEqual([]);
  });
  test('each counts homes once, with the most that one open case blocks', async () => {
    const query = `{ projects { edges { node { name openBottleneckCount homesWaiting bottlenecks { totalCount homesWaiting } closed: bottlenecks(open: false) { totalCount } } } } }`;
    const of = async (part: Part) =>
      (await cast.as(part).run(query)).projects.edges.map((edge: { node: object }) => edge.node);
    expect(await of('secretary')).toEqual([
      {
        name: 'Akker',
        openBottleneckCount: 0,
        homesWaiting: 0,
        bottlenecks: { totalCount: 0, homesWaiting: 0 },
        closed: { totalCount: 0 },
      },
      {
        name: 'De Zandpol',
        openBottleneckCount: 2,
        homesWaiting: 80,
        bottlenecks: { totalCount: 2, homesWaiting: 80 },
        closed: { totalCount: 0 },
      },
      {
        name: 'Haven',
        openBottleneckCount: 2,
        homesWaiting: 400,
        bottlenecks: { totalCount: 2, homesWaiting: 400 },
        closed: { totalCount: 1 },
      },
    ]);
    expect((await of('market'))[2]).toMatchObject({ openBottleneckCount: 1, homesWaiting: 10 });
    expect((await of('reader'))[2]).toMatchObject({
      openBottleneckCount: 0,
      homesWaiting: 0,
      closed: { totalCount: 0 },
    });
  });
  test('pages of its cases', async () => {
    const query = `query ($id: ID!, $after: String) { node(id: $id) { ... on Project { bottlenecks(first: 1, after: $after) { edges { node { homesBlocked } } pageInfo { hasNextPage endCursor } } } } }`;
    const page = (after: string | null) =>
      cast
        .as('secretary')
        .run(query, { id: cast.project.globalId, after })
        .then((data) => data.node.bottlenecks);
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(
      [...first.edges, ...second.edges]
        .map((edge: { node: { homesBlocked: number } }) => edge.node.homesBlocked)
        .toSorted(),
    ).toEqual([60, 90]);
  });
  test('the same number of statements, however many projects', async () => {
    const query = `query ($first: Int!) { projects(first: $first) { totalCount edges { node { name municipality { name region { name } } openBottleneckCount homesWaiting
      bottlenecks(first: 3) { totalCount homesWaiting edges { node { number owner { name } themes { name } } } } } } } }`;
    const statements = async (first: number) => {
      cast.app.takeStatements();
      await cast.as('secretary').run(query, { first });
      return cast.app.takeStatements().length;
    };
    await statements(1);
    expect(await statements(3)).toBe(await statements(2));
  });
  test('by node, with its municipality', async () => {
    const query = `query ($id: ID!) { node(id: $id) { ... on Project { name planNumber homes kind municipality { name } } } }`;
    const { node } = await cast.as('reader').run(query, { id: harbour.globalId });
    expect(node).toEqual({
      name: 'Haven',
      planNumber: 'PL-42',
      homes: 900,
      kind: 'DEMO_FICTIONAL',
      municipality: { name: 'Kampen' },
    });
    expect((await cast.as('reader').run(query, { id: 'Project_x' })).node).toBeNull();
  });
  test('its timeline tells what happened to its cases, to who may see them', async () => {
    const input = { title: 'Water te hoog', projects: [{ projectId: harbour.globalId }], themeCodes: ['NETCONGESTIE'] };
    await cast
      .as('filer')
      .run(`mutation ($input: LogBottleneckInput!) { logBottleneck(input: $input) { problems { code } } }`, { input });
    const query = `query ($id: ID!) { node(id: $id) { ... on Project { timeline { edges { node { type } } } } } }`;
    const types = async (part: Part) =>
      (await cast.as(part).run(query, { id: harbour.globalId })).node.timeline.edges.map(
        (edge: { node: { type: string } }) => edge.node.type,
      );
    expect(await types('participant')).toEqual(['BOTTLENECK_LOGGED']);
    expect(await types('twente')).toEqual([]);
  });
});

describe('themes', () => {
  test('are those that hold today, in their order', async () => {
    await makeTheme(cast.make, 'VOORBIJ', { validUntil: '2026-11-24' });
    await makeTheme(cast.make, 'LAATSTE_DAG', { validUntil: '2026-11-25' });
    await makeTheme(cast.make, 'MORGEN', { validFrom: '2026-11-26' });
    const { themes } = await cast.as('reader').run('{ themes { code defaultConfidentiality } }');
    expect(themes).toEqual([
      { code: 'GROND', defaultConfidentiality: 'CONFIDENTIAL' },
      { code: 'LAATSTE_DAG', defaultConfidentiality: 'REGIONAL' },
      { code: 'NETCONGESTIE', defaultConfidentiality: 'REGIONAL' },
    ]);
  });
});
