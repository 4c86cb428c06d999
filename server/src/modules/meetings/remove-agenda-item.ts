import { arrayLiteral } from '../../platform/database/array-literal.ts';
import { fieldProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import { unschedule, visibleBottlenecks } from '../bottlenecks/bottlenecks.module.ts';
import type { Viewer } from '../people/people.module.ts';
import { putInOrder, workingAgenda } from './agenda.ts';
import type { AgendaItem } from './agenda-item.entity.ts';
import { meetingEvent } from './meeting-events.ts';
import { itemForChange } from './meeting-for-change.ts';
import type { Meeting, PublishedItem } from './meeting.entity.ts';
import { refuseDealtWith } from './run/refuse-dealt-with.ts';

export interface RemoveAgendaItem {
  itemId: string;
  expectedVersion: number;
}

/**
 * Takes an item off the working version. A case that was scheduled goes back to where it was, unless it stands on
 * another agenda that is still to come.
 * @throws Refusal, Forbidden.
 */
export async function removeAgendaItem(
  tx: Transaction,
  viewer: Viewer,
  input: RemoveAgendaItem,
): Promise<{ meetingId: string }> {
  const { meeting, item } = await itemForChange(tx, viewer, input);
  await refuseDealtWith(tx, item.id, 'itemId');
  const removed = await takeOff(tx, viewer, meeting, item);
  for (const bottleneckId of await onNoAgenda(tx, viewer, casesOf(removed))) await unschedule(tx, viewer, bottleneckId);
  return { meetingId: meeting.id };
}

/** Removes the row, closes the gap and records it. The meeting is locked. @throws Refusal (ITEM_GOES_ON). */
export async function takeOff(
  tx: Transaction,
  viewer: Viewer,
  meeting: Meeting,
  item: AgendaItem,
): Promise<PublishedItem> {
  const agenda = await workingAgenda(tx, meeting.id);
  const removed = agenda.find((other) => other.id === item.id);
  if (!removed) throw new Error('The item of a locked meeting is on its agenda.');
  const [later] = await tx.em.execute<object[]>('select id from agenda_item where continues_id = ?', [item.id]);
  if (later) refuse(fieldProblem('ITEM_GOES_ON', ['input', 'itemId']));
  // What was proposed waits for an answer again.
  await tx.em.execute(
    `update agenda_proposal set state = 'OPEN', decided_at = null, decided_by_id = null, agenda_item_id = null
     where agenda_item_id = ? and state = 'ACCEPTED'`,
    [item.id],
  );
  tx.em.remove(item);
  meeting.changeAgenda({ by: viewer.personId, at: tx.now });
  await tx.em.flush();
  await putInOrder(
    tx,
    meeting.id,
    agenda.filter((other) => other.id !== item.id).map((other) => other.id),
  );
  tx.record(
    meetingEvent('AGENDA_ITEM_REMOVED', meeting, [{ field: 'title', before: removed.title, after: null }], removed),
  );
  return removed;
}

/** The cases that an item is about. */
export function casesOf(item: Pick<PublishedItem, 'subjects'>): string[] {
  return item.subjects.filter((subject) => subject.kind === 'bottleneck').map((subject) => subject.id);
}

/** Of these cases, those that are scheduled and stand on no agenda still to come. */
export async function onNoAgenda(tx: Transaction, viewer: Viewer, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const visible = visibleBottlenecks(viewer, 'b');
  const rows = await tx.em.execute<{ id: string }[]>(
    `select b.id from bottleneck b where b.id = any(?::uuid[]) and b.state = 'SCHEDULED' and ${visible.sql} and not exists (
       select from agenda_item_subject s join agenda_item i on i.id = s.agenda_item_id join meeting m on m.id = i.meeting_id
       where s.bottleneck_id = b.id and m.ends_at > ? and m.state in ('DRAFT', 'PUBLISHED', 'IN_SESSION'))
     order by b.id`,
    [arrayLiteral(ids), ...visible.params, tx.now.toISOString()],
  );
  return rows.map((row) => row.id);
}
