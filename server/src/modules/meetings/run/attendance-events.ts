import type { NewEvent } from '../../../platform/streams/event.ts';
import type { Meeting } from '../meeting.entity.ts';
import type { TakenAttendance } from './attendance-rows.ts';
import { runEvent } from './run-events.ts';

/** Somebody came, went, or was marked otherwise. */
export function attendanceEvent(
  meeting: Pick<Meeting, 'id'>,
  personId: string,
  before: TakenAttendance,
  after: TakenAttendance,
): NewEvent {
  const changes = [
    { field: 'presence', before: before.presence, after: after.presence },
    { field: 'left', before: String(before.leftAt !== null), after: String(after.leftAt !== null) },
  ].filter((change) => change.before !== change.after);
  return runEvent('ATTENDANCE_CHANGED', meeting, { personId, changes }, [{ kind: 'person', id: personId }]);
}
