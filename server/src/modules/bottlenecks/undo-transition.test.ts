import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast, type Part } from '../../../testing/bottleneck-cast.ts';
import type { MadeBottleneck } from '../../../testing/bottleneck-factory.ts';
import type { GraphAnswer } from '../../../testing/graph-client.ts';
import { testApp } from '../../../testing/test-app.ts';

const shown =
  'bottleneck { id version state dueOn heldBy { name } homesBlocked solvableAt escalations { reason } timeline { edges { node { type changes { field before after } } } } } problems { code }';
const step = (name: string, input: string) => `mutation ($input: ${input}!) { ${name}(input: $input) { ${shown} } }`;
const holding = step('holdBottleneck', 'HoldBottleneckInput');
const escalating = step('escalateBottleneck', 'EscalateBottleneckInput');
const returning = step('returnEscalation', 'ReasonInput');
const triaging = step('triageBottleneck', 'TriageBottleneckInput');
const undoing = step('undoTransition', 'BottleneckVersionInput');
const assigning = step('assignBottleneck', 'AssignBottleneckInput');

let cast: Cast;
beforeAll(async () => {
  cast = await bottleneckCast(await testApp());
});
afterAll(() => cast.app.close());

const run = async (query: string, on: MadeBottleneck, part: Part, input: object) => {
  const data = await cast.as(part).run(query, { input: { bottleneckId: on.globalId, ...input } });
  return Object.values(data)[0] as GraphAnswer['data'];
};
const undo = (on: MadeBottleneck, part: Part, expectedVersion: number) => run(undoing, on, part, { expectedVersion });
const hold = (on: MadeBottleneck, part: Part = 'secretary') =>
  run(holding, on, part, { expectedVersion: 1, reason: 'Wacht', returnOn: '2090-01-01' });

describe('undo', () => {
  test('puts back what the step changed, and tells it', async () => {
    const made = await cast.bottleneck({ state: 'IN_PROGRESS', dueOn: '2089-12-31' });
    await hold(made);
    const { bottleneck } = await undo(made, 'secretary', 2);
    expect(bottleneck).toMatchObject({ state: 'IN_PROGRESS', version: 3, dueOn: '2089-12-31' });
    expect(bottleneck.timeline.edges.map((edge: { node: { type: string } }) => edge.node.type)).toEqual([
      'TRANSITION_UNDONE',
      'BOTTLENECK_HELD',
    ]);
    expect(bottleneck.timeline.edges[0].node.changes).toContainEqual({
      field: 'state',
      before: 'ON_HOLD',
      after: 'IN_PROGRESS',
    });
  });
  test('an escalation comes back as if it was never sent', async () => {
    const made = await cast.bottleneck({ state: 'IN_PROGRESS' });
    await run(escalating, made, 'chair', { expectedVersion: 1, reason: 'Provincie' });
    const { bottleneck } = await undo(made, 'chair', 2);
    expect(bottleneck).toMatchObject({ state: 'IN_PROGRESS', heldBy: { name: 'West' }, escalations: [] });
  });
  test('a return is taken back, and the table above has it again', async () => {
    const made = await cast.bottleneck({ state: 'IN_PROGRESS' });
    await run(escalating, made, 'chair', { expectedVersion: 1, reason: 'Provincie' });
    await run(returning, made, 'provincialChair', { expectedVersion: 2, reason: 'Nee' });
    const { bottleneck } = await undo(made, 'provincialChair', 3);
    expect(bottleneck).toMatchObject({ state: 'ESCALATED', heldBy: { name: 'Provincie' } });
    const back = await run(returning, made, 'provincialChair', { expectedVersion: 4, reason: 'Toch niet' });
    expect(back.bottleneck.state).toBe('IN_PROGRESS');
  });
  test('a triage gives back the projects as they were', async () => {
    const made = await cast.bottleneck();
    const projects = [{ projectId: cast.project.globalId, homesBlocked: 3 }];
    await run(triaging, made, 'secretary', { expectedVersion: 1, solvableAt: 'NATIONAL', projects });
    const { bottleneck } = await undo(made, 'secretary', 2);
    expect(bottleneck).toMatchObject({ state: 'SUBMITTED', homesBlocked: 120, solvableAt: 'REGIONAL' });
    const { node } = await cast
      .as('secretary')
      .run(`query ($id: ID!) { node(id: $id) { ... on Bottleneck { projects { homesBlocked } } } }`, {
        id: made.globalId,
      });
    expect(node.projects).toEqual([{ homesBlocked: 120 }]);
  });
  test('what was logged by mistake is a draft again, and gone for the others', async () => {
    const input = {
      title: 'Te vroeg ingediend',
      projects: [{ projectId: cast.project.globalId }],
      themeCodes: ['NETCONGESTIE'],
    };
    const logged = await cast
      .as('filer')
      .run(`mutation ($input: LogBottleneckInput!) { logBottleneck(input: $input) { bottleneck { id number } } }`, {
        input,
      });
    const { id, number } = logged.logBottleneck.bottleneck;
    const { bottleneck } = await undo({ id: '', globalId: id, number }, 'filer', 1);
    expect(bottleneck.state).toBe('DRAFT');
    expect(
      await cast.as('secretary').run(`query ($number: String!) { bottleneck(number: $number) { id } }`, { number }),
    ).toEqual({ bottleneck: null });
  });
});

describe('nothing to undo', () => {
  const nothing = { bottleneck: null, problems: [{ code: 'NOTHING_TO_UNDO' }] };
  test('where there was no step', async () => {
    expect(await undo(await cast.bottleneck(), 'secretary', 1)).toEqual(nothing);
  });
  test('when it was the step of somebody else', async () => {
    const made = await cast.bottleneck({ state: 'IN_PROGRESS' });
    await hold(made);
    expect(await undo(made, 'chair', 2)).toEqual(nothing);
  });
  test('when somebody built on it, even the same person', async () => {
    const made = await cast.bottleneck({ state: 'IN_PROGRESS' });
    await hold(made);
    await run(assigning, made, 'secretary', { expectedVersion: 2, nextStep: 'Bellen' });
    expect(await undo(made, 'secretary', 3)).toEqual(nothing);
  });
  test('when a note was linked since', async () => {
    const made = await cast.bottleneck({ state: 'IN_PROGRESS' });
    await hold(made);
    const { makeNote } = await import('../../../testing/note-factory.ts');
    const note = await makeNote(cast.app, cast.make, { author: cast.people.stranger });
    await cast
      .as('chair')
      .run(`mutation ($input: ApplyNoteInput!) { applyNote(input: $input) { problems { code } } }`, {
        input: { noteId: note.globalId, bottleneckId: made.globalId, result: 'NOT_YET' },
      });
    expect(await undo(made, 'secretary', 2)).toEqual(nothing);
  });
  test('twice', async () => {
    const made = await cast.bottleneck({ state: 'IN_PROGRESS' });
    await hold(made);
    await undo(made, 'secretary', 2);
    expect(await undo(made, 'secretary', 3)).toEqual(nothing);
  });
  test('when the right to the step is gone', async () => {
    const other = await cast.make.member(cast.west, 'SECRETARY', { name: 'Vertrekker' });
    const { graphClient } = await import('../../../testing/graph-client.ts');
    const client = await graphClient(cast.app, other);
    const made = await cast.bottleneck({ state: 'IN_PROGRESS', confidentiality: 'PUBLIC' });
    await client.run(holding, {
      input: { bottleneckId: made.globalId, expectedVersion: 1, reason: 'Wacht', returnOn: '2090-01-01' },
    });
    await cast.make.unseat(cast.west, other);
    expect(
      (await client.run(undoing, { input: { bottleneckId: made.globalId, expectedVersion: 2 } })).undoTransition,
    ).toEqual(nothing);
  });
  test('on an older version, or on what is not theirs', async () => {
    const made = await cast.bottleneck({ state: 'IN_PROGRESS' });
    await hold(made);
    expect((await undo(made, 'secretary', 1)).problems).toEqual([{ code: 'CONFLICT' }]);
    expect((await undo(made, 'twente', 2)).problems).toEqual([{ code: 'UNKNOWN_BOTTLENECK' }]);
  });
});
