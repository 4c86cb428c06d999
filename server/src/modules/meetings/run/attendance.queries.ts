import type { Presence } from '@versnellingstafel/shared/meetings/run';
import type { TableRole } from '@versnellingstafel/shared/tables/roles';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import type { AppContext } from '../../people/people.module.ts';
import type { Meeting } from '../meeting.entity.ts';
import { meetingFacts } from '../meeting.policy.ts';
import type { AttendanceAnswer } from '../meetings.enums.ts';

/** One person at a meeting. */
export interface AttendanceFace {
  readonly meetingId: string;
  readonly personId: string;
  readonly role: TableRole | null;
  readonly isGuest: boolean;
  readonly answer: AttendanceAnswer | null;
  readonly answerRemark: string;
  readonly presence: Presence | null;
  readonly arrivedAt: Date | null;
  readonly leftAt: Date | null;
  readonly substitutesForId: string | null;
}

type AttendanceRow = Omit<AttendanceFace, 'arrivedAt' | 'leftAt'> & { arrivedAt: string | null; leftAt: string | null };

/*
 * The members of the table, and whoever was spoken of or invited beside them. Chair and secretary come first, then by name, guests last.
 */
const sql = `
  with expected as (
    select m.id as meeting_id, s.person_id from meeting m join membership s on s.table_id = m.table_id where m.id = any(?::uuid[])
    union select a.meeting_id, a.person_id from attendance a where a.meeting_id = any(?::uuid[])
    union select g.meeting_id, g.person_id from agenda_guest g where g.person_id is not null and g.meeting_id = any(?::uuid[])
  )
  select e.meeting_id as "meetingId", e.person_id as "personId", s.role, s.role is null and a.substitutes_for_id is null as "isGuest",
    a.answer, coalesce(a.answer_remark, '') as "answerRemark", a.presence, a.arrived_at as "arrivedAt", a.left_at as "leftAt",
    a.substitutes_for_id as "substitutesForId"
  from expected e join meeting m on m.id = e.meeting_id join person p on p.id = e.person_id
    left join membership s on s.table_id = m.table_id and s.person_id = e.person_id
    left join attendance a on a.meeting_id = e.meeting_id and a.person_id = e.person_id
  order by e.meeting_id, s.role is null and a.substitutes_for_id is null,
    array_position(array['CHAIR', 'SECRETARY'], s.role) nulls last, p.name, p.id`;

/**
 * Who comes, who is there and who sent word, in one statement for all meetings that are asked for. Why somebody does not come is for
 * those who prepare the meeting, and for that person.
 */
export async function attendanceAt(context: AppContext, meeting: Pick<Meeting, 'id'>): Promise<AttendanceFace[]> {
  const loader = context.loader<AttendanceRow[]>('attendanceAt', async (ids) => {
    const wanted = arrayLiteral(ids);
    const rows = await context.em.execute<AttendanceRow[]>(sql, [wanted, wanted, wanted]);
    return grouped(rows, (row) => row.meetingId);
  });
  const [rows, facts] = await Promise.all([loader.load(meeting.id), meetingFacts(context, meeting.id)]);
  const { personId } = context.requireViewer();
  const moment = (value: string | null) => (value === null ? null : new Date(value));
  return (rows ?? []).map((row) => ({
    ...row,
    answerRemark: facts?.leads === true || row.personId === personId ? row.answerRemark : '',
    arrivedAt: moment(row.arrivedAt),
    leftAt: moment(row.leftAt),
  }));
}
