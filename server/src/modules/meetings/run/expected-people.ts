import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Meeting } from '../meeting.entity.ts';

/** Is this person a member of the table, a guest, or somebody who sits there for a member? */
export async function isExpected(
  tx: Transaction,
  meeting: Pick<Meeting, 'id' | 'tableId'>,
  personId: string,
): Promise<boolean> {
  const [row] = await tx.em.execute<{ expected: boolean }[]>(
    `select exists (select from membership where table_id = ? and person_id = ?)
       or exists (select from attendance where meeting_id = ? and person_id = ?)
       or exists (select from agenda_guest where meeting_id = ? and person_id = ?) as expected`,
    [meeting.tableId, personId, meeting.id, personId, meeting.id, personId],
  );
  return row?.expected ?? false;
}
