import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '../../../../testing/test-app.ts';
import type { TextWriter } from '../../../../testing/text-writer.ts';
import { textWriter } from '../../../../testing/text-writer.ts';
import { noteLimits } from '@versnellingstafel/shared/knowledge/limits';
import { newId } from '../../../platform/ids/new-id.ts';
import { noteBodyName } from './note-body.ts';
import { type Stage, stage, type Who } from './together.fixture.ts';

let app: TestApp;
let on: Stage;

beforeAll(async () => {
  app = await testApp();
  on = await stage(app);
});
afterEach(() => on.clear());
afterAll(() => app.close());

async function granted(writer: TextWriter): Promise<TextWriter['heard']['access']> {
  await writer.until(() => writer.heard.access !== null);
  return writer.heard.access;
}
async function denied(writer: TextWriter): Promise<string | null> {
  await writer.until(() => writer.heard.deniedBecause !== null);
  expect(writer.paragraphs()).toEqual([]);
  return writer.heard.deniedBecause;
}
const archive = (id: string, version: number) =>
  on.as.author.run('mutation ($input: NoteVersionInput!) { archiveNote(input: $input) { problems { code } } }', {
    input: { noteId: id, expectedVersion: version },
  });

describe('who may write in a note', () => {
  test.each(['author', 'editor'] as const)('%s edits it, and so writes', async (who) => {
    const note = await on.note();
    const writer = on.at(who, note);
    expect(await granted(writer)).toEqual({ access: 'write', because: null });
    writer.write(`van ${who}`);
    await writer.saved();
    expect(await on.kept(note)).toEqual([`van ${who}`]);
  });

  test.each(['reader', 'validator'] as const)('%s reads along, live, and no change of theirs is kept', async (who) => {
    const note = await on.note({ body: 'Zo is het.' });
    const reader = on.at(who, note);
    expect(await granted(reader)).toEqual({ access: 'read', because: 'AUTHOR_OR_EDITOR_ONLY' });
    const anna = on.at('author', note);
    await anna.saved();
    anna.write('En zo ook.');
    await reader.until(() => reader.paragraphs().includes('En zo ook.'));
    reader.write('erbij gesmokkeld');
    await reader.until(() => reader.heard.refused.length > 0);
    expect(reader.heard.refused[0]).toBe('AUTHOR_OR_EDITOR_ONLY');
    await anna.saved();
    expect(await on.kept(note)).toEqual(['Zo is het.', 'En zo ook.']);
  });

  test('a note of another region, or a confidential one, is answered as one that is not there', async () => {
    const regional = await on.note({ confidentiality: 'REGIONAL', region: on.west, body: 'Van West.' });
    const confidential = await on.note({ confidentiality: 'CONFIDENTIAL', body: 'Geheim.' });
    for (const who of ['twente', 'reader', 'editor'] as Who[])
      expect(await denied(on.at(who, confidential))).toBe('NOT_YOURS');
    expect(await denied(on.at('twente', regional))).toBe('NOT_YOURS');
    const there = textWriter(app, on.as.twente.cookie, noteBodyName(newId()));
    expect(await denied(there)).toBe('NOT_YOURS');
    there.stop();
    expect(await granted(on.at('author', confidential))).toMatchObject({ access: 'write' });
  });

  test.each(['note:x', `note:${newId()}:1`, 'note:'])('%s is no text', async (name) => {
    const writer = textWriter(app, on.as.author.cookie, name);
    if (name === 'note:') await writer.until(() => writer.heard.closeCodes.includes(1007));
    else expect(await denied(writer)).toBe('NOT_YOURS');
    writer.stop();
  });

  test('nobody writes in an archived note; who has it open is told at once', async () => {
    const note = await on.note({ body: 'Zo was het.', status: 'DRAFT' });
    const anna = on.at('author', note);
    await anna.saved();
    await archive(note.globalId, 1);
    await anna.until(() => anna.heard.access?.access === 'read');
    expect(anna.heard.access).toEqual({ access: 'read', because: 'NOTE_ARCHIVED' });
    expect(await granted(on.at('editor', note))).toEqual({ access: 'read', because: 'NOTE_ARCHIVED' });
  });

  test('what comes from who was away when it was archived is refused, in the transaction', async () => {
    const note = await on.note({ body: 'Zo was het.', status: 'DRAFT' });
    const anna = on.at('author', note);
    await anna.saved();
    // Past the rights that were asked when she came in: as if she wrote in the very moment.
    await app.database.fork().execute(`update knowledge_note set status = 'ARCHIVED' where id = ?`, [note.id]);
    anna.write('te laat');
    await anna.until(() => anna.heard.refused.length > 0);
    expect(anna.heard.refused).toEqual(['NOTE_ARCHIVED']);
    expect(await on.kept(note)).toEqual(['Zo was het.']);
    expect((await on.read('author', note)).body).toBe('Zo was het.');
  });

  test('who may no longer see it loses it at once', async () => {
    const note = await on.note({ body: 'Voor ieder.' });
    const reader = on.at('reader', note);
    await reader.until(() => reader.paragraphs().length === 1);
    await on.as.author.run('mutation ($input: EditNoteInput!) { editNote(input: $input) { problems { code } } }', {
      input: { noteId: note.globalId, expectedVersion: 1, confidentiality: 'CONFIDENTIAL' },
    });
    await reader.until(() => reader.heard.closedBecause.length > 0);
    expect(reader.heard.closedBecause).toEqual(['NOT_YOURS']);
  });

  test('a note has room for a long explanation, not for a book', async () => {
    const note = await on.note();
    const anna = on.at('author', note);
    anna.write('x'.repeat(noteLimits.sharedTextBytes + 1));
    await anna.until(() => anna.heard.refused.length > 0);
    expect(anna.heard.refused).toEqual(['TOO_LARGE']);
    expect(await on.kept(note)).toEqual([]);
  });
});

describe('who is writing now', () => {
  test('is told to who reads the note, and to nobody else', async () => {
    const note = await on.note();
    const query = 'subscription ($id: ID!) { noteWriters(noteId: $id) { onlookers { person { name } } } }';
    const live = on.as.reader.follow(query, { id: note.globalId });
    const names = async () =>
      (await live.next()).data.noteWriters.onlookers.map(({ person }: { person: { name: string } }) => person.name);
    expect(await names()).toEqual([]);
    const anna = on.at('author', note);
    const lezer = on.at('reader', note);
    await Promise.all([granted(anna), granted(lezer)]);
    expect(await names()).toEqual(['Anna']);
    anna.stop();
    expect(await names()).toEqual([]);
    live.stop();
    const secret = await on.note({ confidentiality: 'CONFIDENTIAL' });
    const refused = await on.as.twente.follow(query, { id: secret.globalId }).next();
    expect(refused.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
