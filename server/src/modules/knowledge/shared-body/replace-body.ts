import { changeSharedText } from '../../../platform/collab/text-rows.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { KnowledgeNote } from '../knowledge-note.entity.ts';
import { noteBodyName, putBody } from './note-body.ts';

/**
 * Makes the document of a note say what its row says now, as a change by whoever changed the row. The note is locked and was folded before,
 * so nothing that somebody wrote is lost unseen.
 */
export async function replaceBody(tx: Transaction, note: KnowledgeNote): Promise<void> {
  const change = { actorId: note.updatedById, at: tx.now };
  await changeSharedText(tx.em, noteBodyName(note.id), change, (doc) => putBody(doc, note.body));
}
