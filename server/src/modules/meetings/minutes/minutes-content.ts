import type { SqlEntityManager } from '@mikro-orm/sql';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { grouped } from '../../../platform/graphql/load-rows.ts';
import type { FrozenAttendance, FrozenItem, FrozenOutcome } from './frozen-minutes.ts';
import { readMinutesTexts } from '../minutes-text/minutes-text.ts';

/** What became of an item, beside what the agenda says of it. */
export type ItemRecord = Pick<
  FrozenItem,
  'startedAt' | 'spentSeconds' | 'carriedOverTo' | 'outcome' | 'text' | 'outcomes'
>;

/** What happened in a meeting, whole: who shows it leaves out what the viewer may not see. */
export interface MeetingRecord {
  readonly startedAt: string | null;
  readonly closedAt: string | null;
  readonly attendance: readonly FrozenAttendance[];
  readonly items: ReadonlyMap<string, ItemRecord>;
}

interface RunRow {
  meetingId: string;
  itemId: string;
  startedAt: string | null;
  spentSeconds: number;
  carriedOverTo: string | null;
  outcome: string;
}
type OutcomeRow = FrozenOutcome & { itemId: string };
type AttendanceRow = FrozenAttendance & { meetingId: string };

const iso = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const person = (alias: string) => `json_build_object('id', ${alias}.id, 'name', ${alias}.name)`;

/** What happened in these meetings, by their ids. Four statements and those of the texts, however many. */
export async function recordsOf(
  em: SqlEntityManager,
  meetingIds: readonly string[],
): Promise<Map<string, MeetingRecord>> {
  const ids = [arrayLiteral(meetingIds)];
  const meetings = await em.execute<{ id: string; startedAt: string | null; closedAt: string | null }[]>(
    `select m.id, ${iso('r.started_at')} as "startedAt", ${iso('r.closed_at')} as "closedAt"
     from meeting m left join meeting_run r on r.meeting_id = m.id where m.id = any(?::uuid[])`,
    ids,
  );
  const runs = await em.execute<RunRow[]>(
    `select i.meeting_id as "meetingId", i.id as "itemId", ${iso('r.started_at')} as "startedAt",
       coalesce(round(r.spent_ms / 1000.0), 0)::int as "spentSeconds", i.outcome,
       (select c.meeting_id from agenda_item c where c.continues_id = i.id order by c.id limit 1) as "carriedOverTo"
     from agenda_item i left join agenda_item_run r on r.agenda_item_id = i.id where i.meeting_id = any(?::uuid[])`,
    ids,
  );
  const outcomes = grouped(
    await em.execute<OutcomeRow[]>(
      `select o.agenda_item_id as "itemId", o.id, o.version, o.kind, o.number, o.text, o.proposed_text as "proposedText", o.transition,
         o.action_id as "actionId", o.bottleneck_id as "bottleneckId", o.note_id as "noteId", o.closed_part as "closedPart",
         ${iso('o.recorded_at')} as "recordedAt", o.recorded_by_id as "recordedById",
         case when a.id is not null then json_build_object('number', a.number, 'what', a.what, 'dueOn', a.due_on, 'owner', ${person('w')}) end as action
       from agenda_outcome o left join action a on a.id = o.action_id left join person w on w.id = a.owner_id
       where o.meeting_id = any(?::uuid[]) and o.withdrawn_at is null order by o.recorded_at, o.id`,
      ids,
    ),
    (row) => row.itemId,
  );
  const attendance = grouped(await attendanceOf(em, ids), (row) => row.meetingId);
  const texts = await readMinutesTexts(em, meetingIds);
  const items = grouped(runs, (row) => row.meetingId);
  return new Map(
    meetings.map(({ id, startedAt, closedAt }) => [
      id,
      {
        startedAt,
        closedAt,
        attendance: (attendance.get(id) ?? []).map(({ meetingId: _meeting, ...row }) => row),
        items: new Map(
          (items.get(id) ?? []).map(({ itemId, meetingId: _meeting, ...run }) => [
            itemId,
            {
              ...run,
              text: [...(texts.get(itemId) ?? [])],
              outcomes: (outcomes.get(itemId) ?? []).map(({ itemId: _item, ...outcome }) => outcome),
            },
          ]),
        ),
      },
    ]),
  );
}

/** The members of the table, and whoever else was there or said so. */
function attendanceOf(em: SqlEntityManager, ids: readonly unknown[]): Promise<AttendanceRow[]> {
  return em.execute<AttendanceRow[]>(
    `select m.id as "meetingId", ${person('p')} as person, o.name as organisation, s.role,
       s.role is null and a.substitutes_for_id is null as "isGuest", a.presence,
       ${iso('a.arrived_at')} as "arrivedAt", ${iso('a.left_at')} as "leftAt",
       case when r.id is not null then ${person('r')} end as "substitutesFor"
     from meeting m
     cross join lateral (
       select person_id from membership where table_id = m.table_id
       union select person_id from attendance where meeting_id = m.id) who
     join person p on p.id = who.person_id
     join organisation o on o.id = p.organisation_id
     left join membership s on s.table_id = m.table_id and s.person_id = p.id
     left join attendance a on a.meeting_id = m.id and a.person_id = p.id
     left join person r on r.id = a.substitutes_for_id
     where m.id = any(?::uuid[])
     order by m.id, array_position(array['CHAIR', 'SECRETARY', 'PARTICIPANT', 'OBSERVER'], s.role) nulls last, p.name, p.id`,
    [...ids],
  );
}
