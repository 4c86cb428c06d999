import { releaseFile } from '../../../platform/files/stored-files.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { openImport, type ImportVersion } from './open-import.ts';
import type { ImportOutcome } from './start-import.ts';

/** Somebody looked at what was guessed, and agrees. @throws Refusal. */
export async function confirmImportGuesses(
  tx: Transaction,
  viewer: Viewer,
  input: ImportVersion,
): Promise<ImportOutcome> {
  const row = await openImport(tx, viewer, 'CONFIRM', input);
  row.confirmGuesses();
  return { importId: row.id };
}

/** Throws an import away: its rows go, and so does its file after a day. @throws Refusal. */
export async function discardImport(tx: Transaction, viewer: Viewer, input: ImportVersion): Promise<ImportOutcome> {
  const row = await openImport(tx, viewer, 'DISCARD', input);
  row.discard();
  await tx.em.execute('delete from bottleneck_import_row where import_id = ?', [row.id]);
  if (row.fileId) await releaseFile(tx.em, row.fileId, tx.now);
  return { importId: row.id };
}
