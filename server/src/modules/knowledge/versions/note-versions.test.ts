import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Factories, type MadePerson } from '../../../../testing/factories.ts';
import { type AnswerData, type GraphClient, graphClient } from '../../../../testing/graph-client.ts';
import { makeNote, makeTheme } from '../../../../testing/note-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';

let app: TestApp;
let make: Factories;
let author: MadePerson;
let writer: GraphClient;
let editor: GraphClient;
let reader: GraphClient;

beforeAll(async () => {
  app = await testApp();
  make = new Factories(app);
  author = await make.person({ name: 'Anna', roles: ['STAFF'] });
  writer = await graphClient(app, author);
  editor = await graphClient(app, await make.person({ name: 'Eva', roles: ['KNOWLEDGE_EDITOR'] }));
  reader = await graphClient(app, await make.person({ name: 'Lezer' }));
  await makeTheme(make, 'STIKSTOF');
});
afterAll(() => app.close());

const fields = `id version title summary status legalReferences { text } versions { version title summary body steps tags legalReferences writtenBy { name } }`;
const problems = 'problems { code path }';

async function written(more: object = {}): Promise<AnswerData> {
  const input = {
    title: 'Wat is nodig bij stikstof?',
    summary: 'Eerste antwoord.',
    themeCodes: ['STIKSTOF'],
    tags: ['depositie'],
    ...more,
  };
  const { writeNote } = await writer.run(
    `mutation ($input: WriteNoteInput!) { writeNote(input: $input) { note { ${fields} } ${problems} } }`,
    { input },
  );
  expect(writeNote.problems).toEqual([]);
  return writeNote.note;
}
async function edited(client: GraphClient, note: AnswerData, more: object): Promise<AnswerData> {
  const input = { noteId: note.id, expectedVersion: note.version, ...more };
  const { editNote } = await client.run(
    `mutation ($input: EditNoteInput!) { editNote(input: $input) { note { ${fields} } ${problems} } }`,
    { input },
  );
  expect(editNote.problems).toEqual([]);
  return editNote.note;
}
const restore = (client: GraphClient, note: AnswerData, version: number) =>
  client.answer(
    `mutation ($input: RestoreNoteVersionInput!) { restoreNoteVersion(input: $input) { note { ${fields} } ${problems} } }`,
    { input: { noteId: note.id, expectedVersion: note.version, version } },
  );
const read = async (client: GraphClient, { id }: AnswerData): Promise<AnswerData> =>
  (await client.run(`query ($id: ID!) { node(id: $id) { ... on KnowledgeNote { ${fields} } } }`, { id })).node;

describe('the versions of a note', () => {
  test('are its words, by who wrote them, the latest first; what changes no word makes none', async () => {
    const first = await written();
    const second = await edited(editor, first, { summary: 'Tweede antwoord.', steps: 'Eerst rekenen' });
    await edited(editor, second, { reviewBy: '2030-01-01' });
    expect((await read(reader, first)).versions).toMatchObject([
      { version: 2, summary: 'Tweede antwoord.', steps: 'Eerst rekenen', writtenBy: { name: 'Eva' } },
      { version: 1, summary: 'Eerste antwoord.', steps: '', tags: ['depositie'], writtenBy: { name: 'Anna' } },
    ]);
  });

  test('come back as a new version, and nothing between is lost', async () => {
    const first = await written({ legalReferences: ['Ow art. 5.1'] });
    const second = await edited(editor, first, { title: 'Wat is er nodig?', summary: 'Anders.', legalReferences: [] });
    const { data } = await restore(writer, second, 1);
    expect(data.restoreNoteVersion.problems).toEqual([]);
    expect(data.restoreNoteVersion.note).toMatchObject({
      version: 3,
      title: 'Wat is nodig bij stikstof?',
      summary: 'Eerste antwoord.',
      legalReferences: [{ text: 'Ow art. 5.1' }],
      versions: [{ version: 3, writtenBy: { name: 'Anna' } }, { version: 2, summary: 'Anders.' }, { version: 1 }],
    });
    const { node } = await reader.run(
      'query ($id: ID!) { node(id: $id) { ... on KnowledgeNote { timeline(first: 3) { edges { node { type actor { name } } } } } } }',
      { id: first.id },
    );
    expect(node.timeline.edges[0].node).toEqual({ type: 'NOTE_RESTORED', actor: { name: 'Anna' } });
    // The same words again are no change.
    const again = await restore(writer, data.restoreNoteVersion.note, 1);
    expect(again.data.restoreNoteVersion.note.version).toBe(3);
  });

  test('a note that was validated is a draft again once its words are others', async () => {
    const made = await makeNote(app, make, { author, status: 'VALIDATED', summary: 'Zo was het.' });
    const seen = await edited(writer, { id: made.globalId, version: 1 }, { summary: 'Zo is het.' });
    await app.database.fork().execute(`update knowledge_note set status = 'VALIDATED' where id = ?`, [made.id]);
    const { data } = await restore(writer, seen, 1);
    expect(data.restoreNoteVersion.note).toMatchObject({ status: 'DRAFT', summary: 'Zo was het.' });
  });

  test('words that were taken out before a note was opened to all stay with who could read them', async () => {
    const first = await written({ confidentiality: 'CONFIDENTIAL', summary: 'De grondprijs is 300.' });
    const second = await edited(writer, first, { summary: 'Onderhandel eerst.' });
    await edited(writer, second, { confidentiality: 'PUBLIC', body: 'Voor ieder.' });
    const shown = async (client: GraphClient) =>
      (await read(client, first)).versions.map(({ summary }: { summary: string }) => summary);
    expect(await shown(writer)).toEqual(['Onderhandel eerst.', 'Onderhandel eerst.', 'De grondprijs is 300.']);
    expect(await shown(reader)).toEqual(['Onderhandel eerst.']);
    const now = await read(editor, first);
    expect((await restore(editor, now, 1)).data.restoreNoteVersion.problems).toEqual([
      { code: 'UNKNOWN_NOTE_VERSION', path: ['input', 'version'] },
    ]);
  });

  test('is refused to who may not edit, from an old version, and for one that is not there', async () => {
    const first = await written();
    const second = await edited(writer, first, { summary: 'Anders.' });
    expect((await restore(reader, second, 1)).errors[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await restore(writer, first, 1)).data.restoreNoteVersion.problems).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await restore(writer, second, 9)).data.restoreNoteVersion.problems).toEqual([
      { code: 'UNKNOWN_NOTE_VERSION', path: ['input', 'version'] },
    ]);
  });
});
