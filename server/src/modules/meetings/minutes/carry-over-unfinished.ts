import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { putInOrder, workingAgenda } from '../agenda.ts';
import { AgendaItem } from '../agenda-item.entity.ts';
import { placeForNewItem } from '../closing-item.ts';
import { meetingEvent } from '../meeting-events.ts';
import { type Change, Meeting, type PublishedItem } from '../meeting.entity.ts';
import type { CarriedItem } from './minutes.entity.ts';

/**
 * Puts what is unfinished on the next agenda of the table, as new items that refer to the ones they continue; papers and texts are read
 * through that reference. A case that stands there already is not put on it twice. Without a next meeting the items wait: they are
 * suggested for the one that is planned.
 */
export async function carryOverUnfinished(
  tx: Transaction,
  meeting: Meeting,
  unfinished: readonly PublishedItem[],
  change: Change,
): Promise<CarriedItem[]> {
  const next = unfinished.length === 0 ? null : await nextMeeting(tx, meeting);
  if (!next) return [];
  const agenda = await workingAgenda(tx, next.id);
  const there = new Set(agenda.flatMap(({ subjects }) => casesOf(subjects)));
  const room = Math.max(0, agendaLimits.itemsMax - agenda.length);
  const going = unfinished.filter(({ subjects }) => !casesOf(subjects).some((id) => there.has(id))).slice(0, room);
  if (going.length === 0) return [];
  const carried = going.map((item) => ({ itemId: item.id, continuedById: tx.newId(), meetingId: next.id }));
  await putOnAgenda(tx, next, agenda, going, carried, change);
  const why = JSON.stringify([{ kind: 'CARRIED_OVER', meetingId: meeting.id }]);
  const ids = [
    arrayLiteral(carried.map(({ itemId }) => itemId)),
    arrayLiteral(carried.map(({ continuedById }) => continuedById)),
  ];
  await tx.em.execute(
    `update agenda_item i set continues_id = given.was, why = ?::jsonb, annotation = old.annotation
     from unnest(?::uuid[], ?::uuid[]) as given (was, id) join agenda_item old on old.id = given.was where i.id = given.id`,
    [why, ...ids],
  );
  await tx.em.execute(
    `insert into agenda_item_subject (agenda_item_id, position, bottleneck_id, note_id, project_id, meeting_id)
     select given.id, s.position, s.bottleneck_id, s.note_id, s.project_id, s.meeting_id
     from unnest(?::uuid[], ?::uuid[]) as given (was, id) join agenda_item_subject s on s.agenda_item_id = given.was`,
    ids,
  );
  return carried;
}

/** The next meeting of the table that is still ahead, locked. */
async function nextMeeting(tx: Transaction, meeting: Meeting): Promise<Meeting | null> {
  const [row] = await tx.em.execute<object[]>(
    `select * from meeting where table_id = ? and starts_at > ? and state in ('DRAFT', 'PUBLISHED') order by starts_at, id limit 1 for update`,
    [meeting.tableId, meeting.startsAt.toISOString()],
  );
  return row ? tx.em.map(Meeting, row) : null;
}

async function putOnAgenda(
  tx: Transaction,
  next: Meeting,
  agenda: readonly PublishedItem[],
  going: readonly PublishedItem[],
  carried: readonly CarriedItem[],
  change: Change,
): Promise<void> {
  let order = agenda.map(({ id, title, closedPart, subjects }) => ({ id, title, closedPart, subjects }));
  for (const [index, item] of going.entries()) {
    const id = carried[index]?.continuedById ?? tx.newId();
    const { title, purpose, minutes, presenterId, presenterText, proposedDecision, closedPart, subjects } = item;
    const text = { title, purpose, minutes, presenterId, presenterText, proposedDecision, closedPart };
    tx.em.create(AgendaItem, { ...text, id, meetingId: next.id, position: agenda.length + index + 1, outcome: '' });
    order = order.toSpliced(placeForNewItem(order, closedPart), 0, { id, title, closedPart, subjects });
    next.changeAgenda(change);
    tx.record(
      meetingEvent('AGENDA_ITEM_ADDED', next, [{ field: 'title', before: null, after: title }], {
        id,
        closedPart,
        subjects,
      }),
    );
  }
  await tx.em.flush();
  await putInOrder(
    tx,
    next.id,
    order.map(({ id }) => id),
  );
}

function casesOf(subjects: PublishedItem['subjects']): string[] {
  return subjects.filter(({ kind }) => kind === 'bottleneck').map(({ id }) => id);
}
