import { rhythmLimits } from '@versnellingstafel/shared/tables/rhythm';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { unschedule } from '../../bottlenecks/bottlenecks.module.ts';
import type { Viewer } from '../../people/people.module.ts';
import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import { workingAgenda } from '../agenda.ts';
import type { Change, Meeting } from '../meeting.entity.ts';
import { carryOverUnfinished } from '../minutes/carry-over-unfinished.ts';
import { onNoAgenda } from '../remove-agenda-item.ts';
import { cancelledEvent } from './series-events.ts';
import { type MeetingInSeries, seriesForChange } from './series-for-change.ts';

export interface CancelMeeting extends MeetingInSeries {
  reason: string;
  moveItems?: boolean | null | undefined;
}

/**
 * Cancels a meeting, or it and all later ones of its series; then no more meetings of the series are made by themselves.
 * The agenda stays as it was; if that is asked, its items go on the next agenda as well. A case that was scheduled for it goes
 * back to where it was, unless another agenda to come has it.
 * @throws Forbidden (CHAIR_OR_SECRETARY_ONLY), Refusal (no reason, changed meanwhile, over or begun, NOT_IN_SERIES, NO_NEXT_MEETING).
 */
export async function cancelMeeting(
  tx: Transaction,
  viewer: Viewer,
  input: CancelMeeting,
): Promise<{ meetingId: string; meetingIds: string[] }> {
  const { table, meeting, later } = await seriesForChange(tx, viewer, 'CANCEL', input);
  const check = new InputCheck();
  const { reasonMin, reasonMax } = rhythmLimits;
  const reason = check.text('reason', input.reason, { min: reasonMin, max: reasonMax });
  check.done();

  const change = { by: viewer.personId, at: tx.now };
  const stopsSeries = input.scope === 'FROM_HERE' && table.keepFilled;
  if (stopsSeries) table.keepSeries(false, change);
  const meetings = [meeting, ...later];
  for (const one of meetings) one.cancel(reason, stopsSeries, change);
  await tx.em.flush();
  if (input.moveItems === true) await moveItemsOn(tx, meetings, change);
  await returnCases(tx, viewer, meetings);
  for (const one of meetings) tx.record(cancelledEvent(one, one.cancelledState ?? 'DRAFT'));
  return { meetingId: meeting.id, meetingIds: meetings.map(({ id }) => id) };
}

/** Puts the items on the next agenda by reference, and remembers them for when the meeting takes place after all. */
async function moveItemsOn(tx: Transaction, meetings: readonly Meeting[], change: Change): Promise<void> {
  for (const meeting of meetings) {
    const items = await workingAgenda(tx, meeting.id);
    const titles = await nextTitles(tx, meeting);
    if (items.length > 0 && titles === null) refuse(fieldProblem('NO_NEXT_MEETING', ['input', 'moveItems']));
    const going = items.filter(({ title }) => titles?.has(title.toLowerCase()) !== true);
    const carried = await carryOverUnfinished(tx, meeting, going, change);
    meeting.movedOnItems = carried.map(({ continuedById }) => continuedById);
  }
  await tx.em.flush();
}

/** The titles on the next agenda of the table: an opening that stands there is not put on it twice. Null without a next meeting. */
async function nextTitles(tx: Transaction, meeting: Meeting): Promise<Set<string> | null> {
  const [next] = await tx.em.execute<{ titles: string[] }[]>(
    `select coalesce((select json_agg(lower(i.title)) from agenda_item i where i.meeting_id = m.id), '[]') as titles
     from meeting m where m.table_id = ? and m.starts_at > ? and m.state in ('DRAFT', 'PUBLISHED') order by m.starts_at, m.id limit 1`,
    [meeting.tableId, meeting.startsAt.toISOString()],
  );
  return next ? new Set(next.titles) : null;
}

/** Takes the cases off that wait for these meetings alone, and remembers them for when the meeting takes place after all. */
async function returnCases(tx: Transaction, viewer: Viewer, meetings: readonly Meeting[]): Promise<void> {
  const rows = await tx.em.execute<{ meetingId: string; id: string }[]>(
    `select i.meeting_id as "meetingId", s.bottleneck_id as id
     from agenda_item i join agenda_item_subject s on s.agenda_item_id = i.id join meeting m on m.id = i.meeting_id
     where i.meeting_id = any(?::uuid[]) and s.bottleneck_id is not null order by m.starts_at, i.position, s.position`,
    [arrayLiteral(meetings.map(({ id }) => id))],
  );
  const waiting = await onNoAgenda(
    tx,
    viewer,
    rows.map(({ id }) => id),
  );
  for (const id of waiting) await unschedule(tx, viewer, id);
  if (waiting.length === 0) return;
  const versions = await tx.em.execute<{ id: string; version: number }[]>(
    'select id, version from bottleneck where id = any(?::uuid[]) order by id',
    [arrayLiteral(waiting)],
  );
  for (const returned of versions) {
    const on = rows.find(({ id }) => id === returned.id)?.meetingId;
    const meeting = meetings.find(({ id }) => id === on);
    if (meeting) meeting.returnedCases = [...(meeting.returnedCases ?? []), returned];
  }
  await tx.em.flush();
}
