import type { AppContext } from '../../people/people.module.ts';
import { Meeting } from '../meeting.entity.ts';
import { visibleMeetings } from '../meeting.policy.ts';
import { calendarFacts, type CalendarMeeting } from './meeting-calendar.ts';

/** So long a meeting that is over stays in a calendar that is fetched, in milliseconds. */
const keptFor = 366 * 24 * 3_600_000;
const mostMeetings = 1_000;

/** The published meetings that the viewer may see, those of the past year included, the earliest first; one statement. */
export async function feedOf(context: AppContext): Promise<CalendarMeeting[]> {
  const visible = visibleMeetings(context.requireViewer(), 'm');
  const rows = await context.em.execute<(object & { tableName: string })[]>(
    `select m.*, t.name as "tableName" from meeting m join acceleration_table t on t.id = m.table_id
     where m.published_at is not null and m.ends_at > ? and ${visible.sql} order by m.starts_at, m.id limit ${mostMeetings}`,
    [new Date(context.now().getTime() - keptFor).toISOString(), ...visible.params],
  );
  return rows.map(({ tableName, ...row }) => ({
    ...calendarFacts(context.em.map(Meeting, row)),
    tableName,
  }));
}

/** A meeting that the viewer may see with the name of its table; null when it is not there for them. */
export async function calendarMeeting(context: AppContext, meetingId: string): Promise<CalendarMeeting | null> {
  const meeting = (await context.node('Meeting', meetingId)) as Meeting | null;
  const table = (await context.node('AccelerationTable', meeting?.tableId)) as { name: string } | null;
  return meeting && table && { ...calendarFacts(meeting), tableName: table.name };
}
