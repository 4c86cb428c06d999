import { localDateOf, localTimeOf } from '@versnellingstafel/shared/dates/local-date';
import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { deadlinesOf } from '@versnellingstafel/shared/tables/rhythm';
import { Forbidden } from '../../platform/commands/breach.ts';
import { InputCheck } from '../../platform/commands/input-check.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { notFoundProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { dutchHolidays, lockTable, rhythmOf } from '../tables/tables.module.ts';
import { Meeting } from './meeting.entity.ts';
import { meetingEvent } from './meeting-events.ts';
import { checkTimes, overlapping } from './meeting-times.ts';
import { leads } from './meeting.policy.ts';

export interface PlanMeeting {
  tableId: string;
  startsAt: Date;
  endsAt: Date;
  location: string;
}

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
  checkTimes(check, tx.now, input);
  const table = (await lockTable(tx, tableId)) ?? refuse(notFoundProblem(['input', 'tableId'], 'UNKNOWN_TABLE'));
  if (!check.hasProblem('endsAt') && (await overlapping(tx, tableId, [input])).length > 0)
    check.refuse('startsAt', 'MEETING_OVERLAPS');
  check.done();

  const deadlines = deadlinesOf(localDateOf(startsAt), rhythmOf(table), dutchHolidays);
  const meeting = tx.em.create(
    Meeting,
    Meeting.planned(tx.newId(), tableId, { startsAt, endsAt, location }, deadlines, {
      by: viewer.personId,
      at: tx.now,
    }),
  );
  await tx.em.flush();
  tx.record(
    meetingEvent('MEETING_PLANNED', meeting, [
      { field: 'startsAt', before: null, after: `${localDateOf(startsAt)} ${localTimeOf(startsAt)}` },
    ]),
  );
  return { meetingId: meeting.id };
}
