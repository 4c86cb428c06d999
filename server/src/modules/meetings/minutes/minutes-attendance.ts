import type { Presence } from '@versnellingstafel/shared/meetings/run';
import type { TableRole } from '@versnellingstafel/shared/tables/roles';
import type { AttendanceFace } from '../run/attendance.queries.ts';
import type { FrozenAttendance } from './frozen-minutes.ts';

/** Attendance as minutes have it, for who reads it through the API; what people answered beforehand is no part of it. */
export function attendanceFace(meetingId: string, row: FrozenAttendance): AttendanceFace {
  return {
    meetingId,
    personId: row.person.id,
    role: row.role as TableRole | null,
    isGuest: row.isGuest,
    answer: null,
    answerRemark: '',
    presence: row.presence as Presence | null,
    arrivedAt: row.arrivedAt === null ? null : new Date(row.arrivedAt),
    leftAt: row.leftAt === null ? null : new Date(row.leftAt),
    substitutesForId: row.substitutesFor?.id ?? null,
  };
}
