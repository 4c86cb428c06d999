import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { attendanceOfPerson, isThere, putAttendance } from './attendance-rows.ts';
import { attendanceEvent } from './attendance-events.ts';
import { runningMeeting } from './running-meeting.ts';

/** Says that one goes before the end; nothing happens for who was not there. @throws Forbidden, Refusal. */
export async function leaveMeeting(
  tx: Transaction,
  viewer: Viewer,
  input: { meetingId: string },
): Promise<{ meetingId: string }> {
  const { meeting } = await runningMeeting(tx, viewer, input.meetingId, 'JOIN');
  const before = await attendanceOfPerson(tx, meeting.id, viewer.personId);
  if (!isThere(before)) return { meetingId: meeting.id };
  const after = { ...before, leftAt: tx.now };
  await putAttendance(tx, meeting.id, viewer.personId, after);
  tx.record(attendanceEvent(meeting, viewer.personId, before, after));
  return { meetingId: meeting.id };
}
