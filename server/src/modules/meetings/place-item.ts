import type { Reference } from '../../platform/streams/event.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import { putInOrder, putSubjects } from './agenda.ts';
import { AgendaItem, type AgendaItemText } from './agenda-item.entity.ts';
import { type MeetingChange, meetingEvent } from './meeting-events.ts';
import type { Change, Meeting, PublishedItem } from './meeting.entity.ts';
import type { AgendaReason } from './prepare/agenda-reason.ts';

/** An item that is put on an agenda. */
export interface NewItem {
  readonly text: AgendaItemText;
  readonly subjects: readonly Reference[];
  /** Its place among the others, 0 is first. */
  readonly at: number;
  /** Why it comes. */
  readonly why?: readonly AgendaReason[];
  /** The item of an earlier meeting that it goes on with. */
  readonly continuesId?: string | null;
  /** For the chair alone. */
  readonly annotation?: string;
}

/**
 * Puts a new item on the working version of a locked meeting and records it.
 * @returns the id of the item.
 */
export async function placeItem(
  tx: Transaction,
  meeting: Meeting,
  agenda: readonly PublishedItem[],
  item: NewItem,
  change: Change,
): Promise<string> {
  const id = tx.newId();
  tx.em.create(AgendaItem, {
    ...item.text,
    id,
    meetingId: meeting.id,
    position: agenda.length + 1,
    outcome: '',
    why: item.why ? [...item.why] : null,
    continuesId: item.continuesId ?? null,
    annotation: item.annotation ?? '',
  });
  meeting.changeAgenda(change);
  await tx.em.flush();
  await putSubjects(tx, { id }, item.subjects);
  if (item.at < agenda.length)
    await putInOrder(tx, meeting.id, agenda.map((other) => other.id).toSpliced(item.at, 0, id));
  const told: MeetingChange[] = [{ field: 'title', before: null, after: item.text.title }];
  tx.record(
    meetingEvent('AGENDA_ITEM_ADDED', meeting, told, { id, closedPart: item.text.closedPart, subjects: item.subjects }),
  );
  return id;
}
