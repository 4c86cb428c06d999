import type { Presence } from '@versnellingstafel/shared/meetings/run';
import type { Transaction } from '../../../platform/streams/transaction.ts';

/** How somebody is at a meeting, as it was taken. */
export interface TakenAttendance {
  readonly presence: Presence | null;
  readonly arrivedAt: Date | null;
  readonly leftAt: Date | null;
}

/** Is this somebody who sits there, in the room or online? */
export function isThere({ presence, leftAt }: TakenAttendance): boolean {
  return (presence === 'IN_ROOM' || presence === 'ONLINE') && leftAt === null;
}

/** What was taken of a person so far; of who was never spoken of, nothing. */
export async function attendanceOfPerson(
  tx: Transaction,
  meetingId: string,
  personId: string,
): Promise<TakenAttendance> {
  const [row] = await tx.em.execute<{ presence: Presence | null; arrivedAt: string | null; leftAt: string | null }[]>(
    'select presence, arrived_at as "arrivedAt", left_at as "leftAt" from attendance where meeting_id = ? and person_id = ?',
    [meetingId, personId],
  );
  const moment = (value: string | null | undefined) => (value == null ? null : new Date(value));
  return { presence: row?.presence ?? null, arrivedAt: moment(row?.arrivedAt), leftAt: moment(row?.leftAt) };
}

/** Writes it down; what the person answered beforehand stays. */
export async function putAttendance(
  tx: Transaction,
  meetingId: string,
  personId: string,
  { presence, arrivedAt, leftAt }: TakenAttendance,
): Promise<void> {
  await tx.em.execute(
    `insert into attendance (meeting_id, person_id, presence, arrived_at, left_at, updated_at, updated_by_id) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (meeting_id, person_id) do update set presence = excluded.presence, arrived_at = excluded.arrived_at,
       left_at = excluded.left_at, updated_at = excluded.updated_at, updated_by_id = excluded.updated_by_id`,
    [meetingId, personId, presence, arrivedAt, leftAt, tx.now, tx.actorId],
  );
}
