import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { deadlinesOf } from '@versnellingstafel/shared/tables/rhythm';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { dutchHolidays, rhythmOf } from '../../tables/tables.module.ts';
import { Meeting } from '../meeting.entity.ts';
import { checkRoom } from './reschedule-meeting.ts';
import { isPlan, type KeptPlan, keptPlan, planFrom, rescheduledEvent } from './series-events.ts';
import { seriesForChange } from './series-for-change.ts';

export interface UndoReschedule {
  meetingId: string;
  expectedVersion: number;
}

interface KeptMove {
  readonly moveId: string;
  readonly movedById: string;
  readonly meetings: { id: string; before: KeptPlan; after: KeptPlan }[];
}

/**
 * Puts back what the viewer moved last, with all meetings that moved along. One that was moved again since, or that is no
 * longer ahead, stays where it is.
 * @throws Forbidden, Refusal (NO_MOVE_TO_UNDO, DATE_IN_PAST, MEETING_OVERLAPS …).
 */
export async function undoReschedule(
  tx: Transaction,
  viewer: Viewer,
  input: UndoReschedule,
): Promise<{ meetingId: string; meetingIds: string[] }> {
  const { table, meeting } = await seriesForChange(tx, viewer, 'RESCHEDULE', input);
  const move = await lastMove(tx, meeting.id);
  const own = move?.meetings.find(({ id }) => id === meeting.id);
  if (!move || move.movedById !== viewer.personId || !own || !isPlan(meeting, planFrom(own.after)))
    return refuse(fieldProblem('NO_MOVE_TO_UNDO', ['input', 'meetingId']));

  const rows = await tx.em.execute<object[]>(
    `select * from meeting where id = any(?::uuid[]) and id <> ? and state in ('DRAFT', 'PUBLISHED') order by starts_at, id for update`,
    [arrayLiteral(move.meetings.map(({ id }) => id)), meeting.id],
  );
  const back = [meeting, ...rows.map((row) => tx.em.map(Meeting, row))].flatMap((one) => {
    const kept = move.meetings.find(({ id }) => id === one.id);
    return kept && isPlan(one, planFrom(kept.after)) ? [{ meeting: one, plan: planFrom(kept.before) }] : [];
  });
  const check = new InputCheck();
  if (back[0] && back[0].plan.startsAt < tx.now) check.refuse('startsAt', 'DATE_IN_PAST');
  await checkRoom(tx, table, back, check);
  check.done();

  const rhythm = rhythmOf(table);
  const change = { by: viewer.personId, at: tx.now };
  const events = back.map(({ meeting: one, plan }) => {
    const before = keptPlan(one);
    one.reschedule(plan, deadlinesOf(localDateOf(plan.startsAt), rhythm, dutchHolidays), change);
    return () => rescheduledEvent(one, before);
  });
  await tx.em.execute('delete from meeting_move where move_id = ?', [move.moveId]);
  await tx.em.flush();
  for (const event of events) tx.record(event());
  return { meetingId: meeting.id, meetingIds: back.map((one) => one.meeting.id) };
}

async function lastMove(tx: Transaction, meetingId: string): Promise<KeptMove | null> {
  const [move] = await tx.em.execute<KeptMove[]>(
    `select o.move_id as "moveId", o.moved_by_id as "movedById",
       (select json_agg(json_build_object('id', a.meeting_id, 'before', a.before, 'after', a.after)) from meeting_move a where a.move_id = o.move_id) as meetings
     from meeting_move o where o.meeting_id = ? order by o.moved_at desc, o.move_id desc limit 1`,
    [meetingId],
  );
  return move ?? null;
}
