import { arrayLiteral } from '../../platform/database/array-literal.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';

/** Keeps these notes from these people, in place of those from whom they were kept, for as long as they are not public. */
export async function withholdNotes(
  tx: Transaction,
  noteIds: readonly string[],
  personIds: readonly string[],
): Promise<void> {
  await tx.em.execute('delete from note_withheld where note_id = any(?::uuid[])', [arrayLiteral(noteIds)]);
  await tx.em.execute(
    `insert into note_withheld (note_id, person_id)
     select note_id, person_id from unnest(?::uuid[]) as notes (note_id) cross join unnest(?::uuid[]) as people (person_id)`,
    [arrayLiteral(noteIds), arrayLiteral(personIds)],
  );
}
