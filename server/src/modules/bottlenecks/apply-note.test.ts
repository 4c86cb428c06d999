import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bottleneckCast, type Cast, type Part } from '../../../testing/bottleneck-cast.ts';
import type { MadeBottleneck } from '../../../testing/bottleneck-factory.ts';
import { graphClient } from '../../../testing/graph-client.ts';
import { type MadeNote, makeNote } from '../../../testing/note-factory.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { globalId } from '../../platform/graphql/global-id.ts';

const fields = `application { id result conditions appliedOn appliedBy { name } note { id } bottleneck { id } }
  note { id reuse { worked partly failed notYet } openBottlenecks { id } } bottleneck { id version notes { id } applications { id } }
  problems { __typename code path }`;
const applying = `mutation ($input: ApplyNoteInput!) { applyNote(input: $input) { ${fields} } }`;
const removing = `mutation ($input: RemoveApplicationInput!) { removeApplication(input: $input) { ${fields} } }`;
const noteReading =
  'query ($id: ID!) { node(id: $id) { ... on KnowledgeNote { reuse { worked partly failed notYet } applications { id bottleneck { id } } openBottlenecks { id } timeline { edges { node { type changes { field before after } subjects { id } } } } } } }';

let app: TestApp;
let cast: Cast;
let note: MadeNote;
let bottleneck: MadeBottleneck;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-23T10:00:00Z') });
  cast = await bottleneckCast(app);
});
beforeEach(async () => {
  note = await makeNote(app, cast.make, { author: cast.people.stranger });
  bottleneck = await cast.bottleneck();
});
afterAll(() => app.close());

const apply = (part: Part, input: object = {}) =>
  cast
    .as(part)
    .run(applying, { input: { noteId: note.globalId, bottleneckId: bottleneck.globalId, result: 'NOT_YET', ...input } })
    .then((data) => data.applyNote);
const remove = (part: Part, applicationId: string) =>
  cast
    .as(part)
    .run(removing, { input: { applicationId } })
    .then((data) => data.removeApplication);
const readNote = async (part: Part) => (await cast.as(part).run(noteReading, { id: note.globalId })).node;
const codesOf = (problems: { code: string; path: string[] }[]) =>
  problems.map((problem) => [problem.code, problem.path.join('.')]);

describe('a note on a case', () => {
  test('is linked once, and says what became of it', async () => {
    const first = await apply('filer', { conditions: ' Alleen met batterij. ' });
    expect(first.problems).toEqual([]);
    expect(first.application).toEqual({
      id: expect.stringMatching(/^Application_/),
      result: 'NOT_YET',
      conditions: 'Alleen met batterij.',
      appliedOn: '2026-11-23',
      appliedBy: { name: 'Fenna' },
      note: { id: note.globalId },
      bottleneck: { id: bottleneck.globalId },
    });
    expect(first.note).toMatchObject({
      reuse: { worked: 0, partly: 0, failed: 0, notYet: 1 },
      openBottlenecks: [{ id: bottleneck.globalId }],
    });
    const second = await apply('secretary', { result: 'WORKED' });
    expect(second.application).toMatchObject({
      id: first.application.id,
      result: 'WORKED',
      conditions: 'Alleen met batterij.',
      appliedBy: { name: 'Sien' },
    });
    expect(second.note.reuse).toEqual({ worked: 1, partly: 0, failed: 0, notYet: 0 });
    expect(second.bottleneck).toEqual({
      id: bottleneck.globalId,
      version: 1,
      notes: [{ id: note.globalId }],
      applications: [{ id: first.application.id }],
    });
  });

  test('is told on both timelines, once for each change', async () => {
    await apply('filer');
    await apply('filer', { result: 'PARTLY', conditions: 'Met batterij.' });
    await apply('filer', { result: 'PARTLY' });
    const read = await readNote('filer');
    expect(read.timeline.edges.map((edge: { node: object }) => edge.node)).toMatchObject([
      {
        type: 'NOTE_APPLIED',
        changes: [
          { field: 'result', before: 'NOT_YET', after: 'PARTLY' },
          { field: 'conditions', before: null, after: 'Met batterij.' },
        ],
      },
      { type: 'NOTE_APPLIED', changes: [{ field: 'result', before: null, after: 'NOT_YET' }] },
    ]);
    const { bottleneck: told } = await cast
      .as('secretary')
      .run('query ($n: String!) { bottleneck(number: $n) { timeline { edges { node { type } } } } }', {
        n: bottleneck.number,
      });
    expect(
      told.timeline.edges.filter((edge: { node: { type: string } }) => edge.node.type === 'NOTE_APPLIED'),
    ).toHaveLength(2);
  });

  test('goes again', async () => {
    const { application } = await apply('filer');
    const gone = await remove('filer', application.id);
    expect(gone).toMatchObject({
      problems: [],
      application: null,
      note: { reuse: { notYet: 0 }, openBottlenecks: [] },
      bottleneck: { notes: [], applications: [] },
    });
    expect(codesOf((await remove('filer', application.id)).problems)).toEqual([['NOT_FOUND', 'input.applicationId']]);
    expect((await readNote('filer')).timeline.edges[0].node.type).toBe('APPLICATION_REMOVED');
  });

  test('a closed case, or one where it failed, does not rest on it', async () => {
    await apply('filer', { result: 'FAILED' });
    bottleneck = await cast.bottleneck({ state: 'RESOLVED' });
    await apply('filer', { result: 'WORKED' });
    expect(await readNote('filer')).toMatchObject({ reuse: { worked: 1, failed: 1 }, openBottlenecks: [] });
  });

  test('of many at the same moment one link is left', async () => {
    const answers = await Promise.all(
      (['WORKED', 'PARTLY', 'FAILED', 'NOT_YET'] as const).map((result) => apply('filer', { result })),
    );
    expect(new Set(answers.map((answer) => answer.application.id)).size).toBe(1);
    expect((await readNote('filer')).applications).toHaveLength(1);
  });

  test('refuses conditions too long, and a note that is out of use unless it was linked before', async () => {
    expect(codesOf((await apply('filer', { conditions: 'x'.repeat(2_001) })).problems)).toEqual([
      ['TOO_LONG', 'input.conditions'],
    ]);
    await apply('filer');
    await app.database.fork().execute(`update knowledge_note set status = 'ARCHIVED' where id = ?`, [note.id]);
    expect((await apply('filer', { result: 'WORKED' })).problems).toEqual([]);
    bottleneck = await cast.bottleneck();
    expect(codesOf((await apply('filer')).problems)).toEqual([['NOTE_ARCHIVED', 'input.noteId']]);
  });
});

describe('who may link', () => {
  test.each(['participant', 'observer', 'market', 'civilOwner'] as const)(
    'not the %s, who is told who does',
    async (part) => {
      const { application } = await apply('filer');
      const input = { noteId: note.globalId, bottleneckId: bottleneck.globalId, result: 'WORKED' };
      for (const [text, given] of [
        [applying, input],
        [removing, { applicationId: application.id }],
      ] as const) {
        const { data, errors } = await cast.as(part).answer(text, { input: given });
        expect(data).toBeNull();
        expect(errors[0]).toMatchObject({
          extensions: { code: 'FORBIDDEN' },
          message: 'Dat kan de eigenaar, de trekker, of de voorzitter of secretaris van de tafel.',
        });
      }
    },
  );

  test('for who may not see the case, or the note, it is as one that does not exist', async () => {
    const secret = await makeNote(app, cast.make, { author: cast.people.stranger, confidentiality: 'CONFIDENTIAL' });
    const noteIds = [secret.globalId, globalId('KnowledgeNote', crypto.randomUUID()), 'onzin'];
    for (const noteId of noteIds)
      expect(codesOf((await apply('filer', { noteId })).problems)).toEqual([['UNKNOWN_NOTE', 'input.noteId']]);
    const cases = [bottleneck.globalId, globalId('Bottleneck', crypto.randomUUID()), 'onzin'];
    for (const bottleneckId of cases)
      expect(codesOf((await apply('twente', { bottleneckId })).problems)).toEqual([
        ['UNKNOWN_BOTTLENECK', 'input.bottleneckId'],
      ]);
    const { application } = await apply('filer');
    for (const id of [application.id, globalId('Application', crypto.randomUUID()), 'onzin']) {
      expect(codesOf((await remove('twente', id)).problems)).toEqual([['NOT_FOUND', 'input.applicationId']]);
    }
  });

  test('nobody without a session', async () => {
    const nobody = await graphClient(app, null);
    for (const [text, input] of Object.entries({
      [applying]: { noteId: 'x', bottleneckId: 'x', result: 'WORKED' },
      [removing]: { applicationId: 'x' },
    })) {
      expect((await nobody.answer(text, { input })).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
  });
});

describe('who hears of it', () => {
  test('figures, cases, node and timeline count what the viewer may see', async () => {
    const { application } = await apply('filer');
    const open = await cast.bottleneck({ confidentiality: 'PUBLIC' });
    bottleneck = open;
    await apply('filer', { result: 'WORKED' });
    expect(await readNote('filer')).toMatchObject({ reuse: { worked: 1, notYet: 1 }, applications: [{}, {}] });
    const seen = await readNote('reader');
    expect(seen).toMatchObject({
      reuse: { worked: 1, partly: 0, failed: 0, notYet: 0 },
      applications: [{ bottleneck: { id: open.globalId } }],
      openBottlenecks: [{ id: open.globalId }],
    });
    expect(seen.timeline.edges).toHaveLength(1);
    expect(
      (await cast.as('reader').run('query ($id: ID!) { node(id: $id) { id } }', { id: application.id })).node,
    ).toBeNull();
  });

  test('a confidential note on a public case shows to who sees both', async () => {
    bottleneck = await cast.bottleneck({ confidentiality: 'PUBLIC' });
    note = await makeNote(app, cast.make, { author: cast.people.filer, confidentiality: 'CONFIDENTIAL' });
    await apply('filer', { conditions: 'Prijs 100.' });
    const asking =
      'query ($n: String!) { bottleneck(number: $n) { notes { id } applications { id } timeline { edges { node { type changes { field } subjects { __typename } } } } } }';
    const reader = (await cast.as('reader').run(asking, { n: bottleneck.number })).bottleneck;
    expect(reader).toMatchObject({ notes: [], applications: [] });
    expect(JSON.stringify(reader.timeline)).not.toContain('conditions');
    expect(JSON.stringify(reader.timeline)).not.toContain('KnowledgeNote');
    expect((await cast.as('filer').run(asking, { n: bottleneck.number })).bottleneck.notes).toEqual([
      { id: note.globalId },
    ]);
  });

  test('a list of notes costs the same number of statements whatever its length', async () => {
    for (let n = 0; n < 8; n += 1) {
      note = await makeNote(app, cast.make, { author: cast.people.stranger });
      await apply('filer');
    }
    const counted = async (first: number) => {
      await app.platform.streams.drain();
      app.takeStatements();
      await cast
        .as('filer')
        .run(
          'query ($first: Int!) { notes(first: $first, orderBy: UPDATED_DESC) { edges { node { reuse { worked } openBottlenecks { id } applications { id bottleneck { id } appliedBy { id } } } } } }',
          { first },
        );
      return app.takeStatements().filter((sql) => /application|bottleneck|knowledge_note|"person"/.test(sql)).length;
    };
    // Cases and people come in one statement or two, as the lists that name them arrive together or apart; never one a row.
    expect(await counted(50)).toBeLessThanOrEqual(7);
    expect(await counted(1)).toBeGreaterThanOrEqual(4);
  });
});
