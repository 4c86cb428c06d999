import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast, type Part } from '../../../../testing/bottleneck-cast.ts';
import { makeProject, type MadeBottleneck, type MadeProject } from '../../../../testing/bottleneck-factory.ts';
import { testApp } from '../../../../testing/test-app.ts';

let cast: Cast;
let other: MadeProject;
beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
  other = await makeProject(cast.make, { name: 'De Brink', municipality: cast.kampen, homes: 200 });
});
afterAll(() => cast.app.close());

const shown = `id version state homesBlocked municipality { name } projects { homesBlocked project { name } } coSigners { name state }`;
const join = `mutation ($input: JoinBottleneckInput!) { joinBottleneck(input: $input) { problems { code path } bottleneck { ${shown} } } }`;
const undo = `mutation ($input: BottleneckVersionInput!) { undoJoin(input: $input) { problems { code } bottleneck { ${shown} } } }`;
const joinAs = async (part: Part, made: MadeBottleneck, input: object = {}) =>
  (
    await cast.as(part).run(join, {
      input: {
        bottleneckId: made.globalId,
        projectId: other.globalId,
        homesBlocked: 80,
        remark: 'Hier ook.',
        ...input,
      },
    })
  ).joinBottleneck;

describe('the same problem in another project', () => {
  test('comes on the case, and who joins is a party to it', async () => {
    const made = await cast.bottleneck({ state: 'IN_PROGRESS' });
    const { problems, bottleneck } = await joinAs('participant', made);
    expect(problems).toEqual([]);
    expect(bottleneck).toMatchObject({
      homesBlocked: 200,
      municipality: { name: 'Kampen' },
      projects: [
        { homesBlocked: 120, project: { name: 'De Zandpol' } },
        { homesBlocked: 80, project: { name: 'De Brink' } },
      ],
      coSigners: [{ name: 'Piet', state: 'SIGNED' }],
    });
    const { project } = {
      project: await cast
        .as('participant')
        .run(`query ($id: ID!) { node(id: $id) { ... on Project { timeline { edges { node { type remark } } } } } }`, {
          id: other.globalId,
        }),
    };
    expect(project.node.timeline.edges[0].node).toEqual({ type: 'BOTTLENECK_JOINED', remark: 'Hier ook.' });
  });

  test('takes one’s own draft with it, and both come back when it is undone', async () => {
    const made = await cast.bottleneck({ state: 'SUBMITTED' });
    const draft = await cast.bottleneck({ state: 'DRAFT', filer: cast.people.participant });
    const { bottleneck } = await joinAs('participant', made, { draftId: draft.globalId });
    const state = async () =>
      (
        await cast.as('participant').run('query ($id: ID!) { node(id: $id) { ... on Bottleneck { state } } }', {
          id: draft.globalId,
        })
      ).node.state;
    expect(await state()).toBe('WITHDRAWN');
    const input = { bottleneckId: made.globalId, expectedVersion: bottleneck.version };
    const undone = (await cast.as('participant').run(undo, { input })).undoJoin;
    expect(undone).toMatchObject({ problems: [], bottleneck: { homesBlocked: 120, coSigners: [] } });
    expect(await state()).toBe('DRAFT');
  });

  test('is not undone by another, nor when somebody built on it', async () => {
    const made = await cast.bottleneck({ state: 'SUBMITTED' });
    const { bottleneck } = await joinAs('participant', made);
    const input = { bottleneckId: made.globalId, expectedVersion: bottleneck.version };
    expect((await cast.as('filer').run(undo, { input })).undoJoin.problems).toMatchObject([
      { code: 'NOTHING_TO_UNDO' },
    ]);
    const assign = `mutation ($input: AssignBottleneckInput!) { assignBottleneck(input: $input) { problems { code } } }`;
    await cast.as('filer').run(assign, { input: { ...input, nextStep: 'Bellen' } });
    expect((await cast.as('participant').run(undo, { input })).undoJoin.problems).toMatchObject([{ code: 'CONFLICT' }]);
  });
});

describe('joining is refused', () => {
  test('with what is not right', async () => {
    const made = await cast.bottleneck({ state: 'SUBMITTED' });
    const codes = async (input: object) =>
      (await joinAs('participant', made, input)).problems.map(
        ({ code, path }: { code: string; path: string[] }) => `${path.at(-1)} ${code}`,
      );
    expect(await codes({ remark: '' })).toEqual(['remark REQUIRED']);
    expect(await codes({ projectId: cast.project.globalId })).toEqual(['projectId PROJECT_ON_CASE']);
    expect(await codes({ projectId: 'Project_x' })).toEqual(['projectId UNKNOWN_PROJECT']);
    expect(await codes({ homesBlocked: 20_001 })).toEqual(['homesBlocked OUT_OF_RANGE']);
    const theirs = await cast.bottleneck({ state: 'DRAFT' });
    expect(await codes({ draftId: theirs.globalId })).toEqual(['draftId UNKNOWN_BOTTLENECK']);
    expect(await codes({ draftId: made.globalId })).toEqual(['draftId NOT_YOUR_DRAFT']);
  });

  test('to a case that is closed, that is not theirs, or by who may not log one', async () => {
    const closed = await cast.bottleneck({ state: 'RESOLVED' });
    expect((await joinAs('participant', closed)).problems).toMatchObject([{ code: 'CANNOT_JOIN' }]);
    const made = await cast.bottleneck({ state: 'SUBMITTED' });
    expect((await joinAs('twente', made)).problems).toMatchObject([{ code: 'UNKNOWN_BOTTLENECK' }]);
    const open = await cast.bottleneck({ state: 'SUBMITTED', confidentiality: 'PUBLIC' });
    const { errors } = await cast.as('reader').answer(join, {
      input: { bottleneckId: open.globalId, projectId: other.globalId, remark: 'Hier ook.' },
    });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
