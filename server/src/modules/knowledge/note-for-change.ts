import { mayWithNote, type NoteVerb } from '@versnellingstafel/shared/knowledge/permissions';
import { Forbidden } from '../../platform/commands/breach.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { conflictProblem, fieldProblem, notFoundProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { KnowledgeNote } from './knowledge-note.entity.ts';
import { noteFacts, visibleNotes } from './knowledge-note.policy.ts';

/**
 * The note behind an id from an input, locked until the transaction ends, for a viewer who may do `verb` with it and who
 * has seen its latest version.
 * @throws Refusal (not there or not theirs, changed meanwhile, archived), Forbidden (no right).
 */
export async function noteForChange(
  tx: Transaction,
  viewer: Viewer,
  verb: NoteVerb,
  input: { noteId: string; expectedVersion: number },
): Promise<KnowledgeNote> {
  const note = await visibleNote(tx, viewer, input.noteId, { lock: true });
  if (!note) refuse(notFoundProblem(['input', 'noteId'], 'UNKNOWN_NOTE'));
  const decision = mayWithNote(verb, noteFacts(viewer, note));
  if (!decision.allowed && decision.reason !== 'NOTE_ARCHIVED') throw new Forbidden(decision.reason);
  if (note.version !== input.expectedVersion) {
    const { id, version, updatedById, updatedAt } = note;
    refuse(
      conflictProblem({
        current: { type: 'KnowledgeNote', id },
        currentVersion: version,
        changedById: updatedById,
        changedAt: updatedAt,
      }),
    );
  }
  if (!decision.allowed) refuse(fieldProblem(decision.reason, ['input', 'noteId']));
  return note;
}

/** A note by its global id, as far as this viewer may see it; null when it is not there or not theirs. */
export async function visibleNote(
  tx: Transaction,
  viewer: Viewer,
  noteId: string,
  { lock = false } = {},
): Promise<KnowledgeNote | null> {
  const id = uuidOf('KnowledgeNote', noteId);
  if (id === null) return null;
  const visible = visibleNotes(viewer, 'n');
  const rows = await tx.em.execute<object[]>(
    `select n.* from knowledge_note n where n.id = ? and ${visible.sql}${lock ? ' for update' : ''}`,
    [id, ...visible.params],
  );
  return rows[0] ? tx.em.map(KnowledgeNote, rows[0]) : null;
}
