import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { addDays, daysBetween, localDateOf, localTimeOf, momentIn } from '@versnellingstafel/shared/dates/local-date';
import { clearOfDaysOff, deadlinesOf } from '@versnellingstafel/shared/tables/rhythm';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { type AccelerationTable, dutchHolidays, rhythmOf } from '../../tables/tables.module.ts';
import type { Change, Meeting, MeetingPlan } from '../meeting.entity.ts';
import { checkTimes, overlapping } from '../meeting-times.ts';
import { isPlan, keptPlan, rescheduledEvent } from './series-events.ts';
import { type MeetingInSeries, seriesForChange } from './series-for-change.ts';

export interface RescheduleMeeting extends MeetingInSeries {
  startsAt: Date;
  endsAt: Date;
  location?: string | null | undefined;
}

/** A meeting with the place that it gets. */
export interface Move {
  readonly meeting: Meeting;
  readonly plan: MeetingPlan;
}

/**
 * Moves a meeting to another time or place, or it and all later ones of its series: those shift by as many days and take the
 * same hours. Deadlines follow. Who may see the meeting sees it at once.
 * @throws Forbidden (CHAIR_OR_SECRETARY_ONLY), Refusal (every field problem, changed meanwhile, over or begun).
 */
export async function rescheduleMeeting(
  tx: Transaction,
  viewer: Viewer,
  input: RescheduleMeeting,
): Promise<{ meetingId: string; meetingIds: string[] }> {
  const { table, meeting, later } = await seriesForChange(tx, viewer, 'RESCHEDULE', input);
  const check = new InputCheck();
  const location = check.text('location', input.location ?? meeting.location, {
    min: 1,
    max: agendaLimits.titleMax,
    singleLine: true,
  });
  checkTimes(check, tx.now, input);
  const plan = { startsAt: input.startsAt, endsAt: input.endsAt, location };
  const moves = [{ meeting, plan }, ...later.map((one) => ({ meeting: one, plan: shifted(one, meeting, plan) }))];
  if (isPlan(meeting, plan)) check.refuse('startsAt', 'NOTHING_MOVED');
  if (!check.hasProblem('startsAt') && !check.hasProblem('endsAt')) await checkRoom(tx, table, moves, check);
  check.done();

  await carryOut(tx, table, moves, { by: viewer.personId, at: tx.now });
  return { meetingId: meeting.id, meetingIds: moves.map((move) => move.meeting.id) };
}

/** The later meeting as many days further as the first one goes, at its new hours; not on a day off. */
function shifted(later: Meeting, first: Meeting, plan: MeetingPlan): MeetingPlan {
  const days = daysBetween(localDateOf(first.startsAt), localDateOf(plan.startsAt));
  const day = clearOfDaysOff(addDays(localDateOf(later.startsAt), days), dutchHolidays);
  const startsAt = momentIn(day, localTimeOf(plan.startsAt));
  const endsAt = new Date(startsAt.getTime() + plan.endsAt.getTime() - plan.startsAt.getTime());
  const location = plan.location === first.location ? later.location : plan.location;
  return { startsAt, endsAt, location };
}

/** No two meetings of the table at one time, neither among those that move nor with those that stay. */
export async function checkRoom(
  tx: Transaction,
  table: AccelerationTable,
  moves: readonly Move[],
  check: InputCheck,
): Promise<void> {
  const slots = moves.map(({ meeting, plan }, index) => ({ ...plan, id: meeting.id, index }));
  const ids = slots.map(({ id }) => id);
  const [taken] = await overlapping(tx, table.id, slots, ids);
  const among = slots.find((slot, index) =>
    slots.slice(0, index).some((other) => slot.startsAt < other.endsAt && slot.endsAt > other.startsAt),
  );
  const clash = taken ?? among;
  if (!clash) return;
  if (clash.index === 0) check.refuse('startsAt', 'MEETING_OVERLAPS');
  else check.refuse('startsAt', 'LATER_MEETING_OVERLAPS', { date: localDateOf(clash.startsAt) });
}

/** Moves the meetings, remembers whence for undo, and tells each. */
async function carryOut(
  tx: Transaction,
  table: AccelerationTable,
  moves: readonly Move[],
  change: Change,
): Promise<void> {
  const rhythm = rhythmOf(table);
  const kept = moves.map(({ meeting, plan }) => {
    const before = keptPlan(meeting);
    meeting.reschedule(plan, deadlinesOf(localDateOf(plan.startsAt), rhythm, dutchHolidays), change);
    return { meeting, before, after: keptPlan(plan) };
  });
  await tx.em.flush();
  await tx.em.execute(
    `insert into meeting_move (move_id, meeting_id, moved_at, moved_by_id, before, after)
     select ?::uuid, row.id, ?::timestamptz, ?::uuid, row.before, row.after
     from jsonb_to_recordset(?::jsonb) as row (id uuid, before jsonb, after jsonb)`,
    [
      tx.newId(),
      change.at.toISOString(),
      change.by,
      JSON.stringify(kept.map(({ meeting, before, after }) => ({ id: meeting.id, before, after }))),
    ],
  );
  for (const { meeting, before } of kept) tx.record(rescheduledEvent(meeting, before));
}
