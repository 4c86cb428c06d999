import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { AppContext } from '../../people/people.module.ts';
import type { ItemCourse, RunClock } from '@versnellingstafel/shared/meetings/run';

/** An item with its course. */
export interface KeptCourse extends ItemCourse {
  readonly closedPart: boolean;
}

/** How a meeting goes, as it is kept. */
export interface KeptRun extends RunClock {
  readonly startedAt: Date;
  readonly startedById: string;
  readonly leadId: string;
  readonly paused: boolean;
}

/**
 * How a meeting goes, with all of its items in their order, also those that are hidden from who asks: the time of the others depends
 * on them. A meeting that has not started has no run.
 */
export interface MeetingCourse {
  readonly run: KeptRun | null;
  readonly items: readonly KeptCourse[];
}

interface CourseRow {
  id: string;
  startedAt: number | null;
  startedById: string | null;
  leadId: string | null;
  currentItemId: string | null;
  runningSince: number | null;
  paused: boolean;
  closedAt: number | null;
  items: (Omit<KeptCourse, 'startedAt'> & { startedAt: number | null })[] | null;
}

const milliseconds = (column: string) => `extract(epoch from ${column})::float8 * 1000`;

const sql = `
  select m.id, ${milliseconds('r.started_at')} as "startedAt", r.started_by_id as "startedById", r.lead_id as "leadId",
    r.current_item_id as "currentItemId", ${milliseconds('r.running_since')} as "runningSince",
    r.paused_at is not null as paused, ${milliseconds('r.closed_at')} as "closedAt", course.items
  from unnest(?::uuid[]) as m (id) left join meeting_run r on r.meeting_id = m.id
    cross join lateral (
      select json_agg(json_build_object('id', i.id, 'minutes', i.minutes, 'closedPart', i.closed_part, 'startedAt', ${milliseconds('x.started_at')}, 'spentMs', coalesce(x.spent_ms, 0),
        'extraMinutes', coalesce(x.extra_minutes, 0), 'finished', coalesce(x.finished, false),
        'carriedOver', exists (select from agenda_item later where later.continues_id = i.id)) order by i.position) as items
      from agenda_item i left join agenda_item_run x on x.agenda_item_id = i.id where i.meeting_id = m.id) course`;

/** How a meeting goes, in one statement for all that are asked for; whoever asks may see the meeting. */
export async function courseOf(context: AppContext, meetingId: string): Promise<MeetingCourse> {
  const loader = context.loader<MeetingCourse>('meetingCourse', async (ids) => {
    const rows = await context.em.execute<CourseRow[]>(sql, [arrayLiteral(ids)]);
    return new Map(rows.map((row) => [row.id, toCourse(row)]));
  });
  return (await loader.load(meetingId)) ?? { run: null, items: [] };
}

/** Does the viewer hold the controls of this meeting? */
export async function isLeadOf(context: AppContext, meetingId: string): Promise<boolean> {
  return (await courseOf(context, meetingId)).run?.leadId === context.requireViewer().personId;
}

function toCourse(row: CourseRow): MeetingCourse {
  const moment = (value: number | null) => (value === null ? null : new Date(value));
  return {
    run: toRun(row, moment),
    items: (row.items ?? []).map((item) => ({ ...item, startedAt: moment(item.startedAt) })),
  };
}

function toRun(row: CourseRow, moment: (value: number | null) => Date | null): KeptRun | null {
  if (row.startedAt === null || row.startedById === null || row.leadId === null) return null;
  return {
    startedAt: new Date(row.startedAt),
    startedById: row.startedById,
    leadId: row.leadId,
    currentItemId: row.currentItemId,
    runningSince: moment(row.runningSince),
    paused: row.paused,
    closedAt: moment(row.closedAt),
  };
}
