import { InputCheck } from '../../../platform/commands/input-check.ts';
import { attachFile } from '../../../platform/files/stored-files.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { Import } from './import.entity.ts';
import { tableToImport } from './open-import.ts';
import { uuidText } from '../../../platform/ids/uuid-text.ts';

const readable = /\.(?:xlsx|csv|txt)$/i;

/** A type, so that it counts as JSON. */
export type ImportOutcome = { importId: string };

/**
 * Begins an import with a file that the viewer uploaded. It is read beside this request; nothing is changed yet.
 * @throws Forbidden (CHAIR_OR_SECRETARY_ONLY), Refusal (UNKNOWN_TABLE, UNKNOWN_FILE, NOT_A_SHEET).
 */
export async function startImport(
  tx: Transaction,
  viewer: Viewer,
  input: { readonly tableId: string; readonly fileId: string },
): Promise<ImportOutcome> {
  const tableId = await tableToImport(tx, viewer, input.tableId);
  const check = new InputCheck();
  const [file] = uuidText.test(input.fileId)
    ? await tx.em.execute<{ id: string; name: string }[]>(
        'select id, name from stored_file where id = ? and uploaded_by_id = ? and loose_since is not null for update',
        [input.fileId, viewer.personId],
      )
    : [];
  if (!file) check.refuse('fileId', 'UNKNOWN_FILE');
  else if (!readable.test(file.name)) check.refuse('fileId', 'NOT_A_SHEET', { name: file.name });
  check.done();
  if (!file) throw new Error('An import without a file is refused above.');

  const id = tx.newId();
  tx.em.create(Import, {
    id,
    tableId,
    fileId: file.id,
    fileName: file.name,
    state: 'READING',
    version: 1,
    startedById: viewer.personId,
    startedAt: tx.now,
    sheets: [],
    sheet: null,
    headerRow: null,
    columns: [],
    done: 0,
    total: 0,
    guessesConfirmed: false,
    failure: null,
    appliedAt: null,
    keptIds: [],
    aliveAt: null,
  });
  await attachFile(tx.em, file.id);
  await tx.em.flush();
  return { importId: id };
}
