import { InputCheck } from '../../../platform/commands/input-check.ts';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { scheduleAgain, visibleBottlenecks } from '../../bottlenecks/bottlenecks.module.ts';
import type { Viewer } from '../../people/people.module.ts';
import { AgendaItem } from '../agenda-item.entity.ts';
import { Meeting, type ReturnedCase } from '../meeting.entity.ts';
import { overlapping } from '../meeting-times.ts';
import { takeOff } from '../remove-agenda-item.ts';
import { restoredEvent } from './series-events.ts';
import { type MeetingInSeries, seriesForChange } from './series-for-change.ts';

/**
 * A cancelled meeting takes place after all, alone or with the later ones that were cancelled in the same act. The cases that
 * its cancelling took off stand on its agenda again, unless they went on meanwhile; items that it moved on come back.
 * @throws Forbidden (CHAIR_OR_SECRETARY_ONLY), Refusal (MEETING_NOT_CANCELLED, MEETING_PASSED, MEETING_OVERLAPS …).
 */
export async function restoreMeeting(
  tx: Transaction,
  viewer: Viewer,
  input: MeetingInSeries,
): Promise<{ meetingId: string; meetingIds: string[] }> {
  const { table, meeting } = await seriesForChange(tx, viewer, 'RESTORE', { ...input, scope: 'ONE' });
  const meetings = [meeting, ...(input.scope === 'FROM_HERE' ? await cancelledAlong(tx, meeting) : [])];
  const check = new InputCheck();
  if (meeting.startsAt < tx.now) check.refuse('meetingId', 'MEETING_PASSED');
  const slots = meetings.map(({ id, startsAt, endsAt }) => ({ id, startsAt, endsAt }));
  const [taken] = await overlapping(tx, table.id, slots);
  if (taken?.id === meeting.id) check.refuse('meetingId', 'MEETING_OVERLAPS');
  else if (taken) check.refuse('meetingId', 'LATER_MEETING_OVERLAPS', { date: localDateOf(taken.startsAt) });
  check.done();

  const change = { by: viewer.personId, at: tx.now };
  if (input.scope === 'FROM_HERE' && meeting.stoppedSeries) table.keepSeries(true, change);
  const returned = meetings.map((one) => ({ meeting: one, cases: one.returnedCases ?? [] }));
  const movedOn = meetings.flatMap((one) => one.movedOnItems ?? []);
  for (const one of meetings) one.restore(change);
  await tx.em.flush();
  await takeBack(tx, viewer, movedOn);
  for (const { meeting: one, cases } of returned) await putOnAgain(tx, viewer, one, cases);
  for (const one of meetings) tx.record(restoredEvent(one));
  return { meetingId: meeting.id, meetingIds: meetings.map(({ id }) => id) };
}

/** Takes the items that its cancelling put on the next agenda off again, as far as that is still ahead and nothing goes on with them. */
async function takeBack(tx: Transaction, viewer: Viewer, itemIds: readonly string[]): Promise<void> {
  for (const itemId of itemIds) {
    const [row] = await tx.em.execute<object[]>(
      `select m.* from meeting m join agenda_item i on i.meeting_id = m.id
       where i.id = ? and m.state in ('DRAFT', 'PUBLISHED') and not exists (select from agenda_item c where c.continues_id = i.id) for update of m`,
      [itemId],
    );
    const item = row && (await tx.em.findOne(AgendaItem, { id: itemId }));
    if (item) await takeOff(tx, viewer, tx.em.map(Meeting, row), item);
  }
}

/** The later meetings that were cancelled in the same act. */
async function cancelledAlong(tx: Transaction, meeting: Meeting): Promise<Meeting[]> {
  const rows = await tx.em.execute<object[]>(
    `select * from meeting where table_id = ? and state = 'CANCELLED' and cancelled_at = ? and cancelled_by_id = ? and starts_at > ?
     order by starts_at, id for update`,
    [meeting.tableId, meeting.cancelledAt?.toISOString(), meeting.cancelledById, meeting.startsAt.toISOString()],
  );
  return rows.map((row) => tx.em.map(Meeting, row));
}

async function putOnAgain(
  tx: Transaction,
  viewer: Viewer,
  meeting: Meeting,
  cases: readonly ReturnedCase[],
): Promise<void> {
  if (cases.length === 0) return;
  const visible = visibleBottlenecks(viewer, 'b');
  const rows = await tx.em.execute<{ id: string; agendaItemId: string }[]>(
    `select distinct on (b.id) b.id, i.id as "agendaItemId"
     from bottleneck b join agenda_item_subject s on s.bottleneck_id = b.id join agenda_item i on i.id = s.agenda_item_id
     where i.meeting_id = ? and b.id = any(?::uuid[]) and ${visible.sql} order by b.id, i.position`,
    [meeting.id, arrayLiteral(cases.map(({ id }) => id)), ...visible.params],
  );
  for (const { id, agendaItemId } of rows) {
    const returned = cases.find((one) => one.id === id);
    if (returned) await scheduleAgain(tx, viewer, returned, { meetingId: meeting.id, agendaItemId });
  }
}
