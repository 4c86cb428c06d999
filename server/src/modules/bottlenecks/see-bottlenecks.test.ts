import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast, type Part } from '../../../testing/bottleneck-cast.ts';
import { type BottleneckWish, grant, type MadeBottleneck } from '../../../testing/bottleneck-factory.ts';
import { testApp } from '../../../testing/test-app.ts';
import { globalId } from '../../platform/graphql/global-id.ts';

const parts: readonly Part[] = [
  'filer',
  'chair',
  'secretary',
  'participant',
  'observer',
  'market',
  'provincialChair',
  'twente',
  'civilOwner',
  'reader',
  'stranger',
];
const look = `query ($id: ID!, $number: String!, $project: ID!, $filter: BottleneckFilter) {
  node(id: $id) { id }
  bottleneck(number: $number) { id }
  bottlenecks(filter: $filter) { edges { node { id } } totalCount homesWaiting }
  bottleneckFacets(filter: $filter) { states { count } themes { count } municipalities { count } }
  project: node(id: $project) { ... on Project { openBottleneckCount homesWaiting bottlenecks { edges { node { id } } totalCount homesWaiting } timeline { edges { node { type } } } } } }`;

let cast: Cast;
beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
});
afterAll(() => cast.app.close());

/** Looks along every path at once: all must agree. */
async function sees(part: Part, made: MadeBottleneck, projectId: string): Promise<boolean> {
  const data = await cast
    .as(part)
    .run(look, { id: made.globalId, number: made.number, project: projectId, filter: { projectId } });
  const { node, bottleneck, bottlenecks, bottleneckFacets: facets, project } = data;
  const found = [
    node !== null,
    bottleneck !== null,
    bottlenecks.edges.length === 1,
    bottlenecks.totalCount === 1,
    bottlenecks.homesWaiting === 120,
    facets.states.length === 1,
    facets.municipalities.length === 1,
    project.openBottleneckCount === 1,
    project.homesWaiting === 120,
    project.bottlenecks.edges.length === 1,
    project.bottlenecks.totalCount === 1,
    project.bottlenecks.homesWaiting === 120,
  ];
  expect(new Set(found).size, `${part}: ${JSON.stringify(data)}`).toBe(1);
  return node !== null;
}

async function audience(
  wish: Partial<BottleneckWish>,
  prepare?: (made: MadeBottleneck) => Promise<unknown>,
): Promise<Part[]> {
  const { makeProject } = await import('../../../testing/bottleneck-factory.ts');
  const project = await makeProject(cast.make, { municipality: cast.kampen });
  const made = await cast.bottleneck({ ...wish, projects: [{ project, homes: 120 }] });
  await prepare?.(made);
  const seen: Part[] = [];
  for (const part of parts) if (await sees(part, made, project.globalId)) seen.push(part);
  return seen;
}

describe('who sees a case, along every path', () => {
  test('a draft: its filer', async () => {
    expect(await audience({ state: 'DRAFT', confidentiality: 'PUBLIC' })).toEqual(['filer']);
  });
  test('a draft: co-signers and a new owner too, but nobody it is shared with', async () => {
    const seen = await audience(
      { state: 'DRAFT', owner: cast.people.stranger, lead: cast.people.twente },
      async (made) => {
        await grant(cast.app, made, cast.people.reader, 'CO_SIGNER');
        await grant(cast.app, made, cast.people.participant, 'SHARED');
      },
    );
    expect(seen).toEqual(['filer', 'reader', 'stranger']);
  });
  test('public: everybody who is signed in', async () => {
    expect(await audience({ confidentiality: 'PUBLIC' })).toEqual(parts);
  });
  test('regional: the region, and its civil owners', async () => {
    expect(await audience({})).toEqual([
      'filer',
      'chair',
      'secretary',
      'participant',
      'observer',
      'market',
      'civilOwner',
    ]);
  });
  test('regional and escalated: the receiving table too', async () => {
    expect(await audience({ state: 'ESCALATED', table: cast.province })).toContain('provincialChair');
  });
  test('confidential: its filer and the public bodies at the table, no market party and no observer', async () => {
    expect(await audience({ confidentiality: 'CONFIDENTIAL' })).toEqual(['filer', 'chair', 'secretary', 'participant']);
  });
  test('confidential and escalated: both tables', async () => {
    const seen = await audience({ confidentiality: 'CONFIDENTIAL', state: 'ESCALATED', table: cast.province }, (made) =>
      cast.make.insert('escalation', {
        bottleneck_id: made.id,
        from_table_id: cast.west.id,
        to_table_id: cast.province.id,
        reason: 'r',
        sent_at: new Date(),
      }),
    );
    expect(seen).toEqual(['filer', 'chair', 'secretary', 'participant', 'provincialChair']);
  });
  test('confidential: its people, whoever they are', async () => {
    const { stranger, reader, twente, market } = cast.people;
    const wish = {
      confidentiality: 'CONFIDENTIAL',
      owner: stranger,
      lead: market,
      civilOwner: reader,
      politicalOwner: twente,
    } as const;
    expect(await audience(wish)).toEqual([
      'filer',
      'chair',
      'secretary',
      'participant',
      'market',
      'twente',
      'reader',
      'stranger',
    ]);
  });
  test('confidential: whom it is shared with; exclusion beats every grant', async () => {
    const seen = await audience({ confidentiality: 'CONFIDENTIAL', lead: cast.people.secretary }, async (made) => {
      await grant(cast.app, made, cast.people.stranger, 'SHARED');
      await grant(cast.app, made, cast.people.reader, 'SHARED');
      for (const part of ['secretary', 'reader', 'filer'] as const)
        await grant(cast.app, made, cast.people[part], 'EXCLUDED');
    });
    expect(seen).toEqual(['chair', 'participant', 'stranger']);
  });
  test('exclusion holds for a public case', async () => {
    const seen = await audience({ confidentiality: 'PUBLIC' }, (made) =>
      grant(cast.app, made, cast.people.market, 'EXCLUDED'),
    );
    expect(seen).toEqual(parts.filter((part) => part !== 'market'));
  });
  test('without a session nothing', async () => {
    const { graphClient } = await import('../../../testing/graph-client.ts');
    const nobody = await graphClient(cast.app, null);
    for (const query of [
      '{ bottlenecks { totalCount } }',
      '{ bottleneckFacets { states { count } } }',
      '{ bottleneck(number: "KP-2026-001") { id } }',
      '{ projects { totalCount } }',
      '{ themes { code } }',
    ]) {
      expect((await nobody.answer(query)).errors[0]?.extensions.code, query).toBe('UNAUTHENTICATED');
    }
  });
});

describe('changing who sees it', () => {
  const setting = `mutation ($input: ConfidentialityInput!) { setConfidentiality(input: $input) {
    bottleneck { version confidentiality sharedWith { name } excluded { name } timeline { edges { node { type changes { field before after } } } } } problems { code path } } }`;
  const set = (made: MadeBottleneck, part: Part, input: object) =>
    cast
      .as(part)
      .run(setting, {
        input: { bottleneckId: made.globalId, expectedVersion: 1, confidentiality: 'CONFIDENTIAL', ...input },
      })
      .then((data) => data.setConfidentiality);
  const id = (part: Part) => globalId('Person', cast.people[part].id);

  test('shares, excludes and tells it without names', async () => {
    const made = await cast.bottleneck();
    const { bottleneck, problems } = await set(made, 'secretary', {
      shareWithIds: [id('stranger'), id('reader')],
      excludeIds: [id('participant')],
    });
    expect(problems).toEqual([]);
    expect(bottleneck).toMatchObject({
      version: 2,
      confidentiality: 'CONFIDENTIAL',
      sharedWith: [{ name: 'Lezer' }, { name: 'Vreemd' }],
      excluded: [{ name: 'Piet' }],
    });
    expect(bottleneck.timeline.edges[0].node).toEqual({
      type: 'CONFIDENTIALITY_CHANGED',
      changes: [
        { field: 'confidentiality', before: 'REGIONAL', after: 'CONFIDENTIAL' },
        { field: 'sharedWith', before: null, after: null },
        { field: 'excluded', before: null, after: null },
      ],
    });
    const { node } = await cast
      .as('stranger')
      .run(`query ($id: ID!) { node(id: $id) { ... on Bottleneck { title sharedWith { name } excluded { name } } } }`, {
        id: made.globalId,
      });
    expect(node).toEqual({ title: 'Het net is vol', sharedWith: [], excluded: [] });
    const emptied = await set(made, 'filer', { expectedVersion: 2, shareWithIds: [] });
    expect(emptied.bottleneck).toMatchObject({ version: 3, sharedWith: [], excluded: [{ name: 'Piet' }] });
  });
  test('nothing changed is no change', async () => {
    const made = await cast.bottleneck();
    expect((await set(made, 'filer', { confidentiality: 'REGIONAL' })).bottleneck.version).toBe(1);
  });
  test('refuses an excluded owner, both lists at once, and people who are not there', async () => {
    const made = await cast.bottleneck();
    expect((await set(made, 'secretary', { excludeIds: [id('filer')] })).problems).toMatchObject([
      { code: 'OWNER_EXCLUDED' },
    ]);
    expect(
      (await set(made, 'secretary', { excludeIds: [id('reader')], shareWithIds: [id('reader')] })).problems,
    ).toMatchObject([{ code: 'SHARED_AND_EXCLUDED' }]);
    expect(
      (await set(made, 'secretary', { shareWithIds: [id('reader'), globalId('Person', crypto.randomUUID()), 'x'] }))
        .problems,
    ).toEqual([
      { code: 'UNKNOWN_PERSON', path: ['input', 'shareWithIds', '1'] },
      { code: 'UNKNOWN_PERSON', path: ['input', 'shareWithIds', '2'] },
    ]);
    expect((await set(made, 'secretary', { expectedVersion: 9 })).problems).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await set(made, 'twente', {})).problems).toMatchObject([{ code: 'UNKNOWN_BOTTLENECK' }]);
    const answer = await cast
      .as('participant')
      .answer(setting, { input: { bottleneckId: made.globalId, expectedVersion: 1, confidentiality: 'PUBLIC' } });
    expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
  test('what was said in confidence stays so when the case is opened', async () => {
    const made = await cast.bottleneck({ confidentiality: 'CONFIDENTIAL', state: 'IN_PROGRESS' });
    await cast
      .as('secretary')
      .run(`mutation ($input: HoldBottleneckInput!) { holdBottleneck(input: $input) { problems { code } } }`, {
        input: {
          bottleneckId: made.globalId,
          expectedVersion: 1,
          reason: 'De grondprijs is te hoog',
          returnOn: '2027-01-01',
        },
      });
    await set(made, 'filer', { expectedVersion: 2, confidentiality: 'PUBLIC' });
    const timeline = `query ($id: ID!) { node(id: $id) { ... on Bottleneck { timeline { edges { node { type } } } } } }`;
    const types = async (part: Part) =>
      (await cast.as(part).run(timeline, { id: made.globalId })).node.timeline.edges.map(
        (edge: { node: { type: string } }) => edge.node.type,
      );
    expect(await types('participant')).toEqual(['CONFIDENTIALITY_CHANGED', 'BOTTLENECK_HELD']);
    expect(await types('twente')).toEqual(['CONFIDENTIALITY_CHANGED']);
  });
});
