import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Cast, bottleneckCast, type Part } from '../../../testing/bottleneck-cast.ts';
import type { MadeBottleneck } from '../../../testing/bottleneck-factory.ts';
import { makeNote } from '../../../testing/note-factory.ts';
import { testApp } from '../../../testing/test-app.ts';

const resolving = `mutation ($input: ResolveBottleneckInput!) { resolveBottleneck(input: $input) {
  bottleneck { state version resolution resolvedOn confidentiality applications { result note { title confidentiality author { name } } } timeline { edges { node { type } } } }
  problems { __typename code path } } }`;
const undoing = `mutation ($input: BottleneckVersionInput!) { undoTransition(input: $input) {
  bottleneck { state version resolution confidentiality applications { result } } problems { code } } }`;

let cast: Cast;
beforeAll(async () => {
  cast = await bottleneckCast(await testApp({ now: new Date('2026-11-25T10:00:00Z') }));
});
afterAll(() => cast.app.close());

const resolve = (on: MadeBottleneck, input: object, part: Part = 'secretary') =>
  cast
    .as(part)
    .run(resolving, {
      input: { bottleneckId: on.globalId, expectedVersion: 1, resolution: 'Een tussenstation', ...input },
    })
    .then((data) => data.resolveBottleneck);
const newNote = { title: 'Tussenstation als noodgreep', summary: 'Zo kan het.', themeCodes: ['NETCONGESTIE'] };

describe('resolving', () => {
  test('with neither note', async () => {
    const { bottleneck } = await resolve(await cast.bottleneck({ state: 'IN_PROGRESS' }), {});
    expect(bottleneck).toMatchObject({
      state: 'RESOLVED',
      resolution: 'Een tussenstation',
      resolvedOn: '2026-11-25',
      confidentiality: 'REGIONAL',
      applications: [],
    });
  });
  test('with a note that was used: it worked', async () => {
    const note = await makeNote(cast.app, cast.make, { author: cast.people.stranger, title: 'Slim laden' });
    const made = await cast.bottleneck({ state: 'IN_PROGRESS' });
    const { bottleneck } = await resolve(made, { noteId: note.globalId, openToAll: true });
    expect(bottleneck).toMatchObject({
      confidentiality: 'PUBLIC',
      applications: [{ result: 'WORKED', note: { title: 'Slim laden' } }],
    });
    const { node } = await cast
      .as('twente')
      .run(`query ($id: ID!) { node(id: $id) { ... on Bottleneck { resolution } } }`, { id: made.globalId });
    expect(node).toEqual({ resolution: 'Een tussenstation' });
  });
  test('with a note written in the same breath: one transaction, and it starts as closed as the case', async () => {
    const { bottleneck } = await resolve(await cast.bottleneck({ state: 'IN_PROGRESS' }), { newNote });
    expect(bottleneck.applications).toEqual([
      { result: 'WORKED', note: { title: newNote.title, confidentiality: 'REGIONAL', author: { name: 'Sien' } } },
    ]);
    expect(bottleneck.timeline.edges[0].node.type).toBe('BOTTLENECK_RESOLVED');
    const opened = await resolve(await cast.bottleneck({ state: 'IN_PROGRESS' }), { newNote, openToAll: true });
    expect(opened.bottleneck.applications[0].note.confidentiality).toBe('PUBLIC');
  });
  test('a note that is refused leaves the case as it was', async () => {
    const made = await cast.bottleneck({ state: 'IN_PROGRESS' });
    const { bottleneck, problems } = await resolve(made, { newNote: { ...newNote, title: 'Kort', themeCodes: [] } });
    expect(bottleneck).toBeNull();
    expect(problems.map((problem: { path: string[] }) => problem.path.join('.')).toSorted()).toEqual([
      'input.newNote.themeCodes',
      'input.newNote.title',
    ]);
    const { node } = await cast
      .as('secretary')
      .run(`query ($id: ID!) { node(id: $id) { ... on Bottleneck { state version } } }`, { id: made.globalId });
    expect(node).toEqual({ state: 'IN_PROGRESS', version: 1 });
  });
  test.each(['PUBLIC', 'REGIONAL'])(
    'a note that is written from a confidential case is no more open than it: asked %s',
    async (asked) => {
      const made = await cast.bottleneck({ state: 'IN_PROGRESS', confidentiality: 'CONFIDENTIAL' });
      const resolved = await resolve(made, { newNote: { ...newNote, confidentiality: asked } });
      expect(resolved.bottleneck.applications[0].note.confidentiality).toBe('CONFIDENTIAL');
    },
  );
  test('refuses no words, two notes, a note that is not there, not theirs, or archived', async () => {
    const made = await cast.bottleneck({ state: 'IN_PROGRESS' });
    const hidden = await makeNote(cast.app, cast.make, {
      author: cast.people.stranger,
      confidentiality: 'CONFIDENTIAL',
    });
    const archived = await makeNote(cast.app, cast.make, { author: cast.people.stranger, status: 'ARCHIVED' });
    const codes = async (input: object) =>
      (await resolve(made, input)).problems.map((problem: { code: string }) => problem.code);
    expect(await codes({ resolution: ' ' })).toEqual(['REQUIRED']);
    expect(await codes({ noteId: archived.globalId, newNote })).toEqual(['ONE_NOTE_ONLY', 'UNKNOWN_NOTE']);
    expect(await codes({ noteId: hidden.globalId })).toEqual(['UNKNOWN_NOTE']);
    expect(await codes({ noteId: 'KnowledgeNote_x' })).toEqual(['UNKNOWN_NOTE']);
  });
  test('undone, the case is closed to others and the link is what it was', async () => {
    const note = await makeNote(cast.app, cast.make, { author: cast.people.stranger });
    const made = await cast.bottleneck({ state: 'IN_PROGRESS' });
    await cast.make.insert('application', {
      note_id: note.id,
      bottleneck_id: made.id,
      result: 'NOT_YET',
      applied_by_id: cast.people.filer.id,
      applied_on: '2026-11-01',
    });
    await resolve(made, { noteId: note.globalId, openToAll: true });
    const { undoTransition } = await cast
      .as('secretary')
      .run(undoing, { input: { bottleneckId: made.globalId, expectedVersion: 2 } });
    expect(undoTransition).toEqual({
      bottleneck: {
        state: 'IN_PROGRESS',
        version: 3,
        resolution: '',
        confidentiality: 'REGIONAL',
        applications: [{ result: 'NOT_YET' }],
      },
      problems: [],
    });
  });
});
