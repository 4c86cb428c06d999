import type { Transaction } from '../../src/platform/streams/transaction.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import type { DemoMeeting } from './demo-data.ts';
import { demoId } from './demo-reference.ts';

/** The UUID of a meeting that is planned. */
export async function meetingIdOf(tx: Transaction, meeting: DemoMeeting, calendar: DemoCalendar): Promise<string> {
  const [row] = await tx.em.execute<{ id: string }[]>('select id from meeting where table_id = ? and starts_at = ?', [
    demoId('table', meeting.table),
    calendar.moment(meeting.date, meeting.start),
  ]);
  if (!row) throw new Error(`The demo region has no meeting of ${meeting.table} on ${meeting.date} yet.`);
  return row.id;
}

/** The UUID of the item at a place of its working agenda. */
export async function itemIdAt(tx: Transaction, meetingId: string, position: number): Promise<string> {
  const [row] = await tx.em.execute<{ id: string }[]>(
    'select id from agenda_item where meeting_id = ? and position = ?',
    [meetingId, position],
  );
  if (!row) throw new Error(`The demo region has no item ${position} there yet.`);
  return row.id;
}
