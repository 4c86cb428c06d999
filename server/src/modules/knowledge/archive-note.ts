import { InputCheck } from '../../platform/commands/input-check.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import type { KnowledgeNote } from './knowledge-note.entity.ts';
import { noteEvent, noteKind } from './knowledge-stream.ts';
import { noteForChange, visibleNote } from './note-for-change.ts';
import { demandFolded } from './shared-body/fold-body.ts';

export interface ArchiveNote {
  noteId: string;
  expectedVersion: number;
  /** The note that replaces it. */
  supersededBy?: string | null | undefined;
}

/** Any fixed number: notes get their successors one after the other, so that two cannot replace each other. */
const successionLock = 7_301_002;

/**
 * Takes a note out of use, for good or because another one replaces it. Links to it keep working; it reads as expired, and leads to its
 * successor.
 * @throws Refusal, Forbidden.
 */
export async function archiveNote(tx: Transaction, viewer: Viewer, input: ArchiveNote): Promise<{ noteId: string }> {
  if (input.supersededBy != null) await tx.em.execute('select pg_advisory_xact_lock(?)', [successionLock]);
  const note = await noteForChange(tx, viewer, 'ARCHIVE', input);
  const check = new InputCheck();
  const successor =
    input.supersededBy == null ? null : await checkSuccessor(tx, viewer, check, note, input.supersededBy);
  check.done();

  await demandFolded(tx, note.id);
  const before = note.status;
  note.archive(successor?.id ?? null, { by: viewer.personId, at: tx.now });
  await tx.em.flush();
  tx.record(noteEvent('NOTE_ARCHIVED', note.id, [{ field: 'status', before, after: 'ARCHIVED' }]));
  // An event shows to who sees all that it is about: who may not see the successor still hears that the note is out of use.
  if (successor)
    tx.record(noteEvent('NOTE_SUPERSEDED', successor.id, [], { subjects: [{ kind: noteKind, id: note.id }] }));
  return { noteId: note.id };
}

/** A note that may replace this one: it is there, the viewer's to see, in use, and does not lead back. */
async function checkSuccessor(
  tx: Transaction,
  viewer: Viewer,
  check: InputCheck,
  note: KnowledgeNote,
  supersededBy: string,
): Promise<KnowledgeNote | null> {
  const successor = await visibleNote(tx, viewer, supersededBy);
  if (!successor) check.refuse('supersededBy', 'UNKNOWN_NOTE');
  else if (await leadsTo(tx, successor.id, note.id)) check.refuse('supersededBy', 'SUCCESSION_CIRCLE');
  else if (successor.status === 'ARCHIVED') check.refuse('supersededBy', 'SUCCESSOR_ARCHIVED');
  return successor;
}

/** Does one note lead to another, itself or through its successors? */
async function leadsTo(tx: Transaction, fromId: string, toId: string): Promise<boolean> {
  const [row] = await tx.em.execute<{ leads: boolean }[]>(
    `with recursive line (id) as (
       select ?::uuid union select n.superseded_by_id from line join knowledge_note n on n.id = line.id where n.superseded_by_id is not null)
     select exists (select from line where id = ?) as leads`,
    [fromId, toId],
  );
  return row?.leads ?? false;
}
