import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { noteEvent } from '../knowledge-stream.ts';
import { noteChanges } from '../note-changes.ts';
import { noteForChange } from '../note-for-change.ts';
import { demandFolded } from '../shared-body/fold-body.ts';
import { replaceBody } from '../shared-body/replace-body.ts';
import { versionOfNote } from './note-version.queries.ts';

export interface RestoreNoteVersion {
  readonly noteId: string;
  readonly expectedVersion: number;
  /** Whose words come back. */
  readonly version: number;
}

/**
 * Brings the words of an older version back as a new one; nothing between them is lost. Dates, themes and who may read it stay as they are,
 * and a note that was validated is a draft again. Who has the text open sees it come back. For who may edit it. Nothing happens when the words are the same.
 * @throws Refusal (UNKNOWN_NOTE_VERSION, changed meanwhile), Forbidden.
 */
export async function restoreNoteVersion(
  tx: Transaction,
  viewer: Viewer,
  input: RestoreNoteVersion,
): Promise<{ noteId: string }> {
  const note = await noteForChange(tx, viewer, 'EDIT', input);
  await demandFolded(tx, note.id);
  const old = await versionOfNote(tx.em, viewer, note.id, input.version);
  if (!old) return refuse(fieldProblem('UNKNOWN_NOTE_VERSION', ['input', 'version']));
  const { title, summary, body, applies, appliesNot, steps, caveat, tags, legalReferences } = old;
  const text = { title, summary, body, applies, appliesNot, steps, caveat, tags, legalReferences };
  const status = note.status;
  const changes = noteChanges(note, text);
  if (changes.length === 0) return { noteId: note.id };
  note.edit(text, { by: viewer.personId, at: tx.now });
  if (note.status !== status) changes.push({ field: 'status', before: status, after: note.status });
  await tx.em.flush();
  await replaceBody(tx, note);
  tx.record(noteEvent('NOTE_RESTORED', note.id, changes));
  return { noteId: note.id };
}
