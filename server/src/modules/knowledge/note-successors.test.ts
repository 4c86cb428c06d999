import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Factories, type MadePerson } from '../../../testing/factories.ts';
import { type AnswerData, type GraphClient, graphClient } from '../../../testing/graph-client.ts';
import { type MadeNote, makeNote, type NoteWish } from '../../../testing/note-factory.ts';
import { type TestApp, testApp } from '../../../testing/test-app.ts';
import { globalId } from '../../platform/graphql/global-id.ts';

const fields = 'id status supersededBy { id title } supersedes { id title }';
const archiving = `mutation ($input: NoteVersionInput!) { archiveNote(input: $input) { note { ${fields} } problems { code path } } }`;
const reading = `query ($id: ID!) { node(id: $id) { ... on KnowledgeNote { ${fields} timeline { edges { node { type subjects { id } } } } } } }`;

let app: TestApp;
let make: Factories;
let author: MadePerson;
let writer: GraphClient;
let reader: GraphClient;

beforeAll(async () => {
  app = await testApp({ now: new Date('2026-11-23T10:00:00Z') });
  make = new Factories(app);
  author = await make.person({ roles: ['STAFF'] });
  writer = await graphClient(app, author);
  reader = await graphClient(app, await make.person({ roles: ['STAFF'] }));
});
afterAll(() => app.close());

const note = (title: string, wish: Partial<NoteWish> = {}): Promise<MadeNote> =>
  makeNote(app, make, { author, title, ...wish });
const archive = async (which: MadeNote, supersededBy?: string | null, client = writer): Promise<AnswerData> =>
  (await client.run(archiving, { input: { noteId: which.globalId, expectedVersion: 1, supersededBy } })).archiveNote;
const read = async (which: MadeNote, client = reader): Promise<AnswerData> =>
  (await client.run(reading, { id: which.globalId })).node;
const codes = ({ problems }: AnswerData) =>
  problems.map(({ code, path }: { code: string; path: string[] }) => `${code} ${path.join('.')}`);

describe('a note that is replaced', () => {
  test('leads to its successor, which lists what it replaces; both tell it', async () => {
    const [old, older, successor] = [await note('Oud'), await note('Ouder'), await note('Nieuw')];
    const { note: archived, problems } = await archive(old, successor.globalId);
    expect(problems).toEqual([]);
    expect(archived).toMatchObject({
      status: 'ARCHIVED',
      supersededBy: { id: successor.globalId, title: 'Nieuw' },
      supersedes: [],
    });
    await archive(older, successor.globalId);
    const now = await read(successor);
    expect(now).toMatchObject({ supersededBy: null, supersedes: [{ title: 'Oud' }, { title: 'Ouder' }] });
    expect(now.timeline.edges[0].node).toEqual({
      type: 'NOTE_SUPERSEDED',
      subjects: [{ id: successor.globalId }, { id: older.globalId }],
    });
    const told = (await read(old)).timeline.edges.map((edge: { node: { type: string } }) => edge.node.type);
    expect(told).toEqual(['NOTE_SUPERSEDED', 'NOTE_ARCHIVED']);
  });

  test('may be archived without a successor, as before', async () => {
    const { note: archived } = await archive(await note('Zonder'), null);
    expect(archived).toMatchObject({ status: 'ARCHIVED', supersededBy: null });
  });

  test('tells nobody of a successor that they may not see', async () => {
    const old = await note('Oud en open');
    const successor = await note('Nieuw en geheim', { confidentiality: 'CONFIDENTIAL' });
    await archive(old, successor.globalId);
    const seen = await read(old);
    expect(seen).toMatchObject({ status: 'ARCHIVED', supersededBy: null });
    expect(seen.timeline.edges.map((edge: { node: { type: string } }) => edge.node.type)).toEqual(['NOTE_ARCHIVED']);
    expect(JSON.stringify(seen)).not.toContain(successor.globalId);
    expect((await read(old, writer)).supersededBy.id).toBe(successor.globalId);
  });

  test('is not listed to who may not see it', async () => {
    const old = await note('Oud en geheim', { confidentiality: 'CONFIDENTIAL' });
    const successor = await note('Nieuw en open');
    await archive(old, successor.globalId);
    expect((await read(successor)).supersedes).toEqual([]);
    expect((await read(successor, writer)).supersedes).toEqual([{ id: old.globalId, title: 'Oud en geheim' }]);
  });
});

describe('a successor is refused at its field', () => {
  test('one that is not there or not theirs, in the same words', async () => {
    const old = await note('Blijft');
    const stranger = await make.person({ roles: ['STAFF'] });
    const secret = await note('Van een ander', { author: stranger, confidentiality: 'CONFIDENTIAL' });
    for (const id of [secret.globalId, globalId('KnowledgeNote', crypto.randomUUID()), 'onzin', ''])
      expect(codes(await archive(old, id))).toEqual(['UNKNOWN_NOTE input.supersededBy']);
    expect((await read(old)).status).toBe('VALIDATED');
  });

  test('one that is out of use itself', async () => {
    const gone = await note('Al weg', { status: 'ARCHIVED' });
    expect(codes(await archive(await note('Blijft'), gone.globalId))).toEqual([
      'SUCCESSOR_ARCHIVED input.supersededBy',
    ]);
  });

  test('itself, and one that leads back to it', async () => {
    const [one, two, three] = [await note('Een'), await note('Twee'), await note('Drie')];
    expect(codes(await archive(one, one.globalId))).toEqual(['SUCCESSION_CIRCLE input.supersededBy']);
    await archive(one, two.globalId);
    await archive(two, three.globalId);
    expect(codes(await archive(three, one.globalId))).toEqual(['SUCCESSION_CIRCLE input.supersededBy']);
  });

  test('of two that are to replace each other at the same moment one is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two] = [await note('Een'), await note('Twee')];
      const answers = await Promise.all([archive(one, two.globalId), archive(two, one.globalId)]);
      expect(answers.flatMap(codes)).toEqual(['SUCCESSION_CIRCLE input.supersededBy']);
    }
  });

  test('and by who may not archive the note at all', async () => {
    const [old, successor] = [await note('Blijft'), await note('Nieuw')];
    const input = { noteId: old.globalId, expectedVersion: 1, supersededBy: successor.globalId };
    expect((await reader.answer(archiving, { input })).errors[0]?.extensions['reason']).toBe('AUTHOR_OR_EDITOR_ONLY');
    const nobody = await graphClient(app, null);
    expect((await nobody.answer(archiving, { input })).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

test('a list of notes names what they replace in the same number of statements, whatever its length', async () => {
  const counted = async (first: number) => {
    app.takeStatements();
    await reader.run(
      'query ($first: Int!) { notes(first: $first) { edges { node { supersedes { id } supersededBy { id } } } } }',
      { first },
    );
    return app.takeStatements().length;
  };
  // The list, what each replaces, and the notes named: never one a row.
  expect(await counted(50)).toBeLessThanOrEqual(4);
});
