import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast, type Part } from '../../../testing/bottleneck-cast.ts';
import { grant, type MadeBottleneck, makeProject, type MadeProject } from '../../../testing/bottleneck-factory.ts';
import { testApp } from '../../../testing/test-app.ts';
import { globalId } from '../../platform/graphql/global-id.ts';

const shown = `bottleneck { version title description decisionBy constructionStart solvableAt homesBlocked confidentiality proposedResolution dueOn nextStep
  municipality { name } themes { code } projects { project { name } homesBlocked } owner { name } lead { name } civilOwner { name } politicalOwner { name }
  timeline(first: 1) { edges { node { type changes { field before after } } } } } problems { __typename code path }`;
const editing = `mutation ($input: EditBottleneckInput!) { editBottleneck(input: $input) { ${shown} } }`;
const assigning = `mutation ($input: AssignBottleneckInput!) { assignBottleneck(input: $input) { ${shown} } }`;

let cast: Cast;
let real: MadeProject;
let other: MadeProject;
let theme: { id: string };
beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
  real = await makeProject(cast.make, { municipality: cast.kampen, kind: 'REAL_PUBLIC' });
  other = await makeProject(cast.make, { name: 'Nieuwe Dijk', municipality: cast.almelo });
  [theme] = (await cast.app.platform.database.fork().execute(`select id from theme where code = 'NETCONGESTIE'`)) as [
    { id: string },
  ];
});
afterAll(() => cast.app.close());

const answer = (query: string, made: MadeBottleneck, part: Part, input: object) =>
  cast.as(part).answer(query, { input: { bottleneckId: made.globalId, expectedVersion: 1, ...input } });
const run = async (query: string, made: MadeBottleneck, part: Part, input: object) => {
  const { data, errors } = await answer(query, made, part, input);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.editBottleneck ?? data.assignBottleneck;
};
const person = (part: Part) => globalId('Person', cast.people[part].id);
const forbidden = async (query: string, made: MadeBottleneck, part: Part, input: object) =>
  (await answer(query, made, part, input)).errors[0]?.extensions.code;

describe('editing', () => {
  test('changes what is sent, and tells the differences', async () => {
    const made = await cast.bottleneck({ themes: [theme] });
    const { bottleneck } = await run(editing, made, 'filer', {
      title: 'Het net is voller',
      decisionBy: '2027-03-01',
      solvableAt: 'NATIONAL',
      themeCodes: ['NETCONGESTIE', 'GROND'],
      projects: [
        { projectId: other.globalId, homesBlocked: 10 },
        { projectId: cast.project.globalId, homesBlocked: 5 },
      ],
    });
    expect(bottleneck).toMatchObject({
      version: 2,
      title: 'Het net is voller',
      decisionBy: '2027-03-01',
      homesBlocked: 15,
      municipality: { name: 'Almelo' },
      confidentiality: 'REGIONAL',
      themes: [{ code: 'NETCONGESTIE' }, { code: 'GROND' }],
      projects: [{ project: { name: 'Nieuwe Dijk' } }, { project: { name: 'De Zandpol' } }],
    });
    expect(bottleneck.timeline.edges[0].node).toEqual({
      type: 'BOTTLENECK_EDITED',
      changes: [
        { field: 'title', before: 'Het net is vol', after: 'Het net is voller' },
        { field: 'decisionBy', before: null, after: '2027-03-01' },
        { field: 'solvableAt', before: 'REGIONAL', after: 'NATIONAL' },
        { field: 'projects', before: 'De Zandpol (120)', after: 'Nieuwe Dijk (10), De Zandpol (5)' },
        { field: 'themes', before: 'Netcongestie', after: 'Netcongestie, Grond' },
      ],
    });
    const emptied = await run(editing, made, 'secretary', { expectedVersion: 2, decisionBy: null, description: null });
    expect(emptied.bottleneck).toMatchObject({ version: 3, decisionBy: null, description: '' });
  });
  test('nothing different is no change', async () => {
    const made = await cast.bottleneck({ themes: [theme] });
    const { bottleneck } = await run(editing, made, 'filer', {
      title: 'Het net is vol',
      themeCodes: ['NETCONGESTIE'],
      projects: [{ projectId: cast.project.globalId, homesBlocked: 120 }],
    });
    expect(bottleneck).toMatchObject({ version: 1, timeline: { edges: [] } });
  });
  test('the lead proposes a resolution and nothing else', async () => {
    const made = await cast.bottleneck({ lead: cast.people.participant });
    expect(
      await forbidden(editing, made, 'participant', { proposedResolution: 'Batterijen', title: 'Anders gezegd' }),
    ).toBe('FORBIDDEN');
    const { bottleneck } = await run(editing, made, 'participant', { proposedResolution: 'Batterijen' });
    expect(bottleneck).toMatchObject({ version: 2, proposedResolution: 'Batterijen' });
  });
  test('a draft takes on the confidentiality of its new theme, unless that was chosen', async () => {
    const made = await cast.bottleneck({ state: 'DRAFT', themes: [theme] });
    expect((await run(editing, made, 'filer', { themeCodes: ['GROND'] })).bottleneck.confidentiality).toBe(
      'CONFIDENTIAL',
    );
    const chosen = await cast.bottleneck({ state: 'DRAFT', themes: [theme], confidentiality: 'PUBLIC' });
    expect((await run(editing, chosen, 'filer', { themeCodes: ['GROND'] })).bottleneck.confidentiality).toBe('PUBLIC');
  });
  test('tells everything that is wrong at once', async () => {
    const made = await cast.bottleneck();
    const { bottleneck, problems } = await run(editing, made, 'filer', {
      title: null,
      description: 'x'.repeat(10_001),
      decisionBy: '2026-11-01',
      themeCodes: [],
      projects: [{ projectId: real.globalId, homesBlocked: -1 }],
    });
    expect(bottleneck).toBeNull();
    expect(
      problems
        .map((problem: { code: string; path: string[] }) => [problem.code, problem.path.slice(1).join('.')])
        .toSorted(),
    ).toEqual([
      ['DATE_IN_PAST', 'decisionBy'],
      ['OUT_OF_RANGE', 'projects.0.homesBlocked'],
      ['REAL_PROJECT_IN_DEMO', 'projects.0.projectId'],
      ['REQUIRED', 'themeCodes'],
      ['REQUIRED', 'title'],
      ['TOO_LONG', 'description'],
    ]);
  });
  test('a past date may stay where it was set before', async () => {
    const made = await cast.bottleneck();
    await cast.app.platform.database
      .fork()
      .execute(`update bottleneck set decision_by = '2026-01-01' where id = ?`, [made.id]);
    expect(
      (await run(editing, made, 'filer', { decisionBy: '2026-01-01', title: 'Een andere titel' })).problems,
    ).toEqual([]);
  });
  test('is refused to others, to who has an older version, and for what is not theirs', async () => {
    const made = await cast.bottleneck();
    for (const part of ['chair', 'participant', 'observer', 'civilOwner'] as const)
      expect(await forbidden(editing, made, part, { title: 'Anders gezegd' }), part).toBe('FORBIDDEN');
    expect((await run(editing, made, 'filer', { expectedVersion: 3, title: 'Anders gezegd' })).problems).toMatchObject([
      { __typename: 'ConflictProblem' },
    ]);
    expect((await run(editing, made, 'twente', { title: 'Anders gezegd' })).problems).toMatchObject([
      { __typename: 'NotFoundProblem', code: 'UNKNOWN_BOTTLENECK' },
    ]);
  });
});

describe('assigning', () => {
  test('names who carries it, until when, and what comes next', async () => {
    const made = await cast.bottleneck();
    const { bottleneck } = await run(assigning, made, 'secretary', {
      ownerId: person('stranger'),
      leadId: person('participant'),
      civilOwnerId: person('civilOwner'),
      politicalOwnerId: person('reader'),
      dueOn: '2027-05-01',
      nextStep: 'Bellen met Enexis',
    });
    expect(bottleneck).toMatchObject({
      version: 2,
      owner: { name: 'Vreemd' },
      lead: { name: 'Piet' },
      civilOwner: { name: 'Ciel' },
      politicalOwner: { name: 'Lezer' },
      dueOn: '2027-05-01',
      nextStep: 'Bellen met Enexis',
    });
    expect(bottleneck.timeline.edges[0].node).toMatchObject({ type: 'BOTTLENECK_ASSIGNED' });
    expect(bottleneck.timeline.edges[0].node.changes).toContainEqual({
      field: 'owner',
      before: 'Fenna',
      after: 'Vreemd',
    });
    const cleared = await run(assigning, made, 'secretary', { expectedVersion: 2, leadId: null });
    expect(cleared.bottleneck.lead).toBeNull();
  });
  test('nothing different is no change', async () => {
    expect(
      (await run(assigning, await cast.bottleneck(), 'filer', { leadId: null, nextStep: '' })).bottleneck.version,
    ).toBe(1);
  });
  test('never to nobody, never without a date, never to who is not there or excluded', async () => {
    const made = await cast.bottleneck();
    await grant(cast.app, made, cast.people.reader, 'EXCLUDED');
    const { problems } = await run(assigning, made, 'secretary', {
      ownerId: null,
      leadId: person('reader'),
      civilOwnerId: 'Person_x',
      politicalOwnerId: globalId('Person', crypto.randomUUID()),
      dueOn: null,
      nextStep: 'x'.repeat(301),
    });
    expect(problems.map((problem: { code: string; path: string[] }) => [problem.code, problem.path[1]])).toEqual([
      ['REQUIRED', 'ownerId'],
      ['PERSON_EXCLUDED', 'leadId'],
      ['UNKNOWN_PERSON', 'civilOwnerId'],
      ['UNKNOWN_PERSON', 'politicalOwnerId'],
      ['REQUIRED', 'dueOn'],
      ['TOO_LONG', 'nextStep'],
    ]);
    expect((await run(assigning, made, 'secretary', { dueOn: '2026-11-24' })).problems).toMatchObject([
      { code: 'DATE_IN_PAST' },
    ]);
  });
  test('each part has a right of its own', async () => {
    const made = await cast.bottleneck({ lead: cast.people.participant });
    expect(await forbidden(assigning, made, 'civilOwner', { leadId: null })).toBe('FORBIDDEN');
    expect(await forbidden(assigning, made, 'participant', { ownerId: person('participant') })).toBe('FORBIDDEN');
    expect(await forbidden(assigning, made, 'participant', { nextStep: 'Bellen', dueOn: '2027-01-01' })).toBe(
      'FORBIDDEN',
    );
    expect(await forbidden(assigning, made, 'observer', { nextStep: 'Bellen' })).toBe('FORBIDDEN');
    expect((await run(assigning, made, 'participant', { nextStep: 'Bellen' })).bottleneck).toMatchObject({
      version: 2,
      nextStep: 'Bellen',
    });
    expect(
      (await run(assigning, made, 'civilOwner', { expectedVersion: 2, ownerId: person('stranger') })).bottleneck,
    ).toMatchObject({ version: 3, owner: { name: 'Vreemd' } });
  });
  test('an older version, and what is not theirs', async () => {
    const made = await cast.bottleneck();
    expect((await run(assigning, made, 'filer', { expectedVersion: 3, nextStep: 'Bellen' })).problems).toMatchObject([
      { code: 'CONFLICT' },
    ]);
    expect((await run(assigning, made, 'twente', { nextStep: 'Bellen' })).problems).toMatchObject([
      { code: 'UNKNOWN_BOTTLENECK' },
    ]);
  });
});
