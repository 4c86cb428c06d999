import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { attendanceOfPerson, putAttendance } from './attendance-rows.ts';
import { attendanceEvent } from './attendance-events.ts';
import { runningMeeting } from './running-meeting.ts';

/** Says that one is there, in the room or online; who comes back after leaving is there again. @throws Forbidden, Refusal. */
export async function joinMeeting(
  tx: Transaction,
  viewer: Viewer,
  input: { meetingId: string; online: boolean },
): Promise<{ meetingId: string }> {
  const { meeting } = await runningMeeting(tx, viewer, input.meetingId, 'JOIN');
  const before = await attendanceOfPerson(tx, meeting.id, viewer.personId);
  const presence = input.online ? 'ONLINE' : 'IN_ROOM';
  if (before.presence === presence && before.leftAt === null) return { meetingId: meeting.id };
  const after = { presence, arrivedAt: before.arrivedAt ?? tx.now, leftAt: null } as const;
  await putAttendance(tx, meeting.id, viewer.personId, after);
  tx.record(attendanceEvent(meeting, viewer.personId, before, after));
  return { meetingId: meeting.id };
}
