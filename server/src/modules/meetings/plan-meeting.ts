import { localDateOf, localTimeOf } from '@versnellingstafel/shared/dates/local-date';
import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { Forbidden } from '../../platform/commands/breach.ts';
import { InputCheck } from '../../platform/commands/input-check.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { notFoundProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { Meeting, type Rhythm } from './meeting.entity.ts';
import { meetingEvent } from './meeting-events.ts';
import { leads } from './meeting.policy.ts';

export interface PlanMeeting {
  tableId: string;
  startsAt: Date;
  endsAt: Date;
  location: string;
}

const hour = 3_600_000;
const year = 366 * 24 * hour;

/**
 * Plans a meeting of a table, for chair and secretary. Its deadlines follow from its day and the rhythm of the table.
 * @throws Refusal (every field problem), Forbidden (CHAIR_OR_SECRETARY_ONLY).
 */
export async function planMeeting(tx: Transaction, viewer: Viewer, input: PlanMeeting): Promise<{ meetingId: string }> {
  const tableId = uuidOf('AccelerationTable', input.tableId);
  if (tableId === null || !viewer.followedTableIds.includes(tableId))
    refuse(notFoundProblem(['input', 'tableId'], 'UNKNOWN_TABLE'));
  if (!leads(viewer, tableId)) throw new Forbidden('CHAIR_OR_SECRETARY_ONLY');

  const check = new InputCheck();
  const location = check.text('location', input.location, { min: 1, max: agendaLimits.titleMax, singleLine: true });
  const { startsAt, endsAt } = input;
  if (startsAt < tx.now) check.refuse('startsAt', 'DATE_IN_PAST');
  if (startsAt.getTime() - tx.now.getTime() > agendaLimits.yearsAheadMax * year)
    check.refuse('startsAt', 'DATE_TOO_FAR', { years: agendaLimits.yearsAheadMax });
  if (endsAt <= startsAt) check.refuse('endsAt', 'DATE_ORDER', { other: 'startsAt' });
  else if (endsAt.getTime() - startsAt.getTime() > agendaLimits.hoursMax * hour)
    check.refuse('endsAt', 'MEETING_TOO_LONG', { hours: agendaLimits.hoursMax });
  const rhythm = await lockTable(tx, tableId);
  if (!check.hasProblem('endsAt') && (await overlaps(tx, tableId, startsAt, endsAt)))
    check.refuse('startsAt', 'MEETING_OVERLAPS');
  check.done();

  const plan = { startsAt, endsAt, location };
  const meeting = tx.em.create(
    Meeting,
    Meeting.planned(tx.newId(), tableId, plan, rhythm, { by: viewer.personId, at: tx.now }),
  );
  await tx.em.flush();
  tx.record(
    meetingEvent('MEETING_PLANNED', meeting, [
      { field: 'startsAt', before: null, after: `${localDateOf(startsAt)} ${localTimeOf(startsAt)}` },
    ]),
  );
  return { meetingId: meeting.id };
}

/** Two people who plan for one table wait for each other, so that their meetings cannot overlap. */
async function lockTable(tx: Transaction, tableId: string): Promise<Rhythm> {
  const [rhythm] = await tx.em.execute<Rhythm[]>(
    `select submit_days as "submitDays", papers_days as "papersDays", minutes_days as "minutesDays"
     from acceleration_table where id = ? for no key update`,
    [tableId],
  );
  return rhythm ?? refuse(notFoundProblem(['input', 'tableId'], 'UNKNOWN_TABLE'));
}

async function overlaps(tx: Transaction, tableId: string, startsAt: Date, endsAt: Date): Promise<boolean> {
  const rows = await tx.em.execute<object[]>(
    `select from meeting where table_id = ? and state <> 'CANCELLED' and starts_at < ? and ends_at > ? limit 1`,
    [tableId, endsAt.toISOString(), startsAt.toISOString()],
  );
  return rows.length > 0;
}
