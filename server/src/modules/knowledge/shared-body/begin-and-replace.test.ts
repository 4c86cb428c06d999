import * as Y from 'yjs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { AnswerData } from '../../../../testing/graph-client.ts';
import type { MadeNote } from '../../../../testing/note-factory.ts';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import { type Stage, stage } from './together.fixture.ts';

describe.each(['postgresql', 'pglite'] as const)('a note and its text on %s', (kind) => {
  let app: TestApp;
  let on: Stage;

  beforeAll(async () => {
    app = await testApp({ database: kind });
    on = await stage(app);
  });
  afterEach(() => on.clear());
  afterAll(() => app.close());

  const restore = async (note: MadeNote, expectedVersion: number, version: number): Promise<AnswerData> =>
    (
      await on.as.author.run(
        `mutation ($input: RestoreNoteVersionInput!) { restoreNoteVersion(input: $input) { note { version body } problems { code } } }`,
        { input: { noteId: note.globalId, expectedVersion, version } },
      )
    ).restoreNoteVersion;
  const edit = async (note: MadeNote, expectedVersion: number, more: object): Promise<AnswerData> =>
    (
      await on.as.author.run(
        `mutation ($input: EditNoteInput!) { editNote(input: $input) { note { version body } problems { code } } }`,
        { input: { noteId: note.globalId, expectedVersion, ...more } },
      )
    ).editNote;

  test('the first opening begins with what the note says, once, whoever comes first', async () => {
    const note = await on.note({ body: '# Kop\n\nEerst rekenen.\n\n- een\n- twee' });
    const writers = (['author', 'editor', 'other', 'reader'] as const).map((who) => on.at(who, note));
    for (const writer of writers) await writer.until(() => writer.paragraphs().length === 3);
    expect(await on.kept(note)).toEqual(['Kop', 'Eerst rekenen.', 'een', 'twee']);
    on.clear();
    const again = on.at('author', note);
    await again.until(() => again.paragraphs().length > 0);
    expect(await on.kept(note)).toEqual(['Kop', 'Eerst rekenen.', 'een', 'twee']);
    // Opening is no change.
    await on.round();
    expect(await on.read('reader', note)).toMatchObject({ version: 1, status: 'VALIDATED' });
  });

  test('what somebody wrote without a network, before they ever saw it, comes beside it', async () => {
    const note = await on.note({ body: 'Zo is het.' });
    const doc = new Y.Doc();
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('In de trein bedacht.')]);
    doc.getXmlFragment('default').insert(0, [paragraph]);
    const anna = on.at('author', note, { doc });
    await anna.saved();
    expect((await on.kept(note)).toSorted()).toEqual(['In de trein bedacht.', 'Zo is het.']);
  });

  test('an older version comes back in everybody’s text, and no copy brings back what it replaced', async () => {
    const note = await on.note({ body: 'Eerst.\n\nZo was het.' });
    const anna = on.at('author', note);
    const eva = on.at('editor', note);
    await Promise.all([anna.saved(), eva.saved()]);
    await eva.until(() => eva.paragraphs().length === 2);
    anna.write('Later erbij.');
    await anna.saved();
    await eva.until(() => eva.paragraphs().length === 3);
    await eva.goOffline();
    expect(await on.versions(note)).toHaveLength(2);
    expect((await restore(note, 2, 1)).note).toEqual({ version: 3, body: 'Eerst.\n\nZo was het.' });
    await anna.until(() => anna.paragraphs().length === 2);
    eva.goOnline();
    await eva.saved();
    await eva.until(() => eva.paragraphs().length === 2);
    expect(await on.kept(note)).toEqual(['Eerst.', 'Zo was het.']);
    // The text goes on from there.
    eva.write('En weer verder.');
    await eva.saved();
    on.clear();
    expect((await on.versions(note))[0]).toMatchObject({
      version: 4,
      body: 'Eerst.\n\nZo was het.\n\nEn weer verder.',
      writtenBy: { name: 'Eva' },
    });
  });

  test('restoring loses nothing that is written: what was not in the note yet is a version of its own', async () => {
    const note = await on.note({ body: 'Zo was het.' });
    const anna = on.at('author', note);
    await anna.saved();
    anna.write('Nog net.');
    await anna.saved();
    expect((await restore(note, 1, 1)).problems).toEqual([{ code: 'CONFLICT' }]);
    expect((await restore(note, 2, 1)).note).toEqual({ version: 3, body: 'Zo was het.' });
    expect((await on.versions(note)).map(({ body }) => body)).toEqual([
      'Zo was het.',
      'Zo was het.\n\nNog net.',
      'Zo was het.',
    ]);
  });

  test('a body that comes by the form or another program is put into the text too', async () => {
    const note = await on.note({ body: '' });
    const anna = on.at('author', note);
    await anna.saved();
    expect((await edit(note, 1, { body: 'Van een programma.' })).problems).toEqual([]);
    await anna.until(() => anna.paragraphs().includes('Van een programma.'));
    anna.write('Van Anna.');
    await anna.saved();
    expect((await edit(note, 2, { body: 'Eroverheen.' })).problems).toEqual([{ code: 'CONFLICT' }]);
    expect((await on.read('author', note)).body).toBe('Van een programma.\n\nVan Anna.');
    // Other fields are nobody's hurry.
    anna.write('En nog iets.');
    await anna.saved();
    expect((await edit(note, 3, { summary: 'Korter.' })).problems).toEqual([]);
  });
});
