import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { noteEvent } from './knowledge-stream.ts';
import { noteForChange } from './note-for-change.ts';
import { demandFolded } from './shared-body/fold-body.ts';

export interface ArchiveNote {
  noteId: string;
  expectedVersion: number;
}

/** Takes a note out of use. Links to it keep working; it reads as expired. @throws Refusal, Forbidden. */
export async function archiveNote(tx: Transaction, viewer: Viewer, input: ArchiveNote): Promise<{ noteId: string }> {
  const note = await noteForChange(tx, viewer, 'ARCHIVE', input);
  await demandFolded(tx, note.id);
  const before = note.status;
  note.archive({ by: viewer.personId, at: tx.now });
  await tx.em.flush();
  tx.record(noteEvent('NOTE_ARCHIVED', note.id, [{ field: 'status', before, after: 'ARCHIVED' }]));
  return { noteId: note.id };
}
