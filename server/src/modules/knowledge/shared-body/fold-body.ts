import type { SqlEntityManager } from '@mikro-orm/sql';
import * as Y from 'yjs';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { readUpdates } from '../../../platform/collab/text-rows.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { AppContext, AppPlatform } from '../../people/people.module.ts';
import { KnowledgeNote } from '../knowledge-note.entity.ts';
import { noteEvent } from '../knowledge-stream.ts';
import { noteChanges } from '../note-changes.ts';
import { bodyOfDoc, noteBodyName } from './note-body.ts';

/** Somebody wrote in the note in the very moment before it was locked: it must be folded again first. */
class NotFolded extends Error {}
/** Between folding and the lock there are a few milliseconds; nobody types that fast for long. */
const mostAttempts = 20;
/** Who goes on within half an hour is still at it. */
const sittingBreak = 30 * 60_000;

/** Who wrote something that the row does not have yet, the last one first. */
async function writersOf(em: SqlEntityManager, noteId: string): Promise<string[]> {
  const rows = await em.execute<{ id: string }[]>(
    'select person_id as id from note_writing where note_id = ? order by at desc, person_id',
    [noteId],
  );
  return rows.map(({ id }) => id);
}

/** Of these notes those of which something is written that the row does not have yet. */
export async function unfoldedAmong(em: SqlEntityManager, noteIds: readonly string[]): Promise<Map<string, true>> {
  const rows = await em.execute<{ id: string }[]>(
    'select distinct note_id as id from note_writing where note_id = any(?::uuid[])',
    [arrayLiteral(noteIds)],
  );
  return new Map(rows.map(({ id }) => [id, true]));
}

/**
 * Writes into the row of a note what was written together since the last time: one event and one version, in the name of who wrote last,
 * with the others beside. Nothing happens when nothing was written, or when it reads as before; so several servers may do it at once. One
 * that goes on with the one before belongs to the same sitting: the list of versions shows the last of those, and nobody is told anew.
 */
export async function foldBody(platform: AppPlatform, noteId: string): Promise<void> {
  for (;;) {
    const [actorId] = await writersOf(platform.database.fork(), noteId);
    if (actorId === undefined) return;
    const outcome = await platform.commands.run('foldNoteBody', { actorId, input: { noteId } }, (tx) =>
      fold(tx, noteId),
    );
    if (!('again' in outcome)) return;
  }
}

async function fold(tx: Transaction, noteId: string): Promise<{ again: true } | Record<string, never>> {
  const [row] = await tx.em.execute<object[]>('select * from knowledge_note where id = ? for update', [noteId]);
  const writers = await writersOf(tx.em, noteId);
  const [by = '', ...others] = writers;
  if (!row || writers.length === 0) return {};
  // Somebody else folded meanwhile, and another one wrote: in their name, then.
  if (by !== tx.actorId) return { again: true };
  await tx.em.execute('delete from note_writing where note_id = ?', [noteId]);
  const note = tx.em.map(KnowledgeNote, row);
  const text = { body: await writtenBody(tx.em, noteId) };
  const changes = noteChanges(note, text);
  // Before a note is archived it is folded: what is written after that is kept nowhere.
  if (changes.length === 0 || note.status === 'ARCHIVED') return {};
  const { status } = note;
  const before = await sittingOf(tx, note, writers);
  note.edit(text, { by, at: tx.now });
  if (note.status !== status) changes.push({ field: 'status', before: status, after: note.status });
  await tx.em.flush();
  const all = new Set([...others, ...(before?.writers ?? [])]);
  all.delete(by);
  await tx.em.execute('update note_version set written_with_ids = ?, sitting = ? where note_id = ? and version = ?', [
    arrayLiteral([...all]),
    before?.sitting ?? note.version,
    noteId,
    note.version,
  ]);
  tx.record(noteEvent('NOTE_EDITED', noteId, changes, { with: others, goesOn: before !== null }));
  return {};
}

/** The sitting that these writers go on with: the latest change of the note is theirs too, and not long ago. */
async function sittingOf(
  tx: Transaction,
  note: KnowledgeNote,
  writers: readonly string[],
): Promise<{ sitting: number; writers: string[] } | null> {
  const [row] = await tx.em.execute<{ sitting: number; writers: string[] }[]>(
    `select sitting, to_json(array_prepend(written_by_id, written_with_ids)) as writers from note_version
     where note_id = ? and version = ? and sitting is not null and written_at > ?`,
    [note.id, note.version, new Date(tx.now.getTime() - sittingBreak)],
  );
  return row?.writers.some((id) => writers.includes(id)) ? row : null;
}

async function writtenBody(em: SqlEntityManager, noteId: string): Promise<string> {
  const doc = new Y.Doc();
  try {
    for (const update of (await readUpdates(em, noteBodyName(noteId)))?.updates ?? []) Y.applyUpdate(doc, update);
    return bodyOfDoc(doc);
  } finally {
    doc.destroy();
  }
}

/**
 * Runs a command that judges or replaces the text of a note, after what was written together is in its row. Who judged an older text hears
 * of it as of every change.
 * @param noteId as clients name it
 */
export async function withFoldedBody<R>(context: AppContext, noteId: string, command: () => Promise<R>): Promise<R> {
  const id = uuidOf('KnowledgeNote', noteId);
  for (let attempt = 1; ; attempt += 1) {
    if (id !== null && (await context.node('KnowledgeNote', id)) !== null) await foldBody(context.platform, id);
    try {
      return await command();
    } catch (error) {
      if (!(error instanceof NotFolded) || attempt === mostAttempts) throw error;
    }
  }
}

/** To be asked of a note that is locked. @throws NotFolded, which `withFoldedBody` understands. */
export async function demandFolded(tx: Transaction, noteId: string): Promise<void> {
  if ((await writersOf(tx.em, noteId)).length > 0)
    throw new NotFolded(`Note ${noteId} has words that are not in its row.`);
}
