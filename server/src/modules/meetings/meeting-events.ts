import type { Json } from '../../platform/database/json.ts';
import type { NewEvent, Reference } from '../../platform/streams/event.ts';
import type { Meeting } from './meeting.entity.ts';

/** Name of meetings in events and timelines. */
export const meetingKind = 'meeting';

/** What tells of a meeting as such: for all who may see it. */
export const meetingEventTypes = ['MEETING_PLANNED', 'AGENDA_PUBLISHED'] as const;
/** What tells of the working version: for those who prepare it. */
export const workingEventTypes = ['AGENDA_ITEM_ADDED', 'AGENDA_ITEM_EDITED', 'AGENDA_ITEM_MOVED', 'AGENDA_ITEM_REMOVED'] as const;
/** What was agreed: for all who may see the item. */
export const outcomeEventTypes = ['OUTCOME_RECORDED'] as const;

type MeetingEventType = (typeof meetingEventTypes)[number] | (typeof workingEventTypes)[number] | (typeof outcomeEventTypes)[number];

export interface MeetingChange {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The item that an event is about; rights are decided from it. */
export interface ItemOfEvent {
  readonly id: string;
  readonly closedPart: boolean;
  readonly subjects: readonly Reference[];
}

/**
 * An event on the stream of the meeting's table, on the timelines of the meeting and of what its item is about.
 */
export function meetingEvent(type: MeetingEventType, meeting: Pick<Meeting, 'id' | 'tableId'>, changes: readonly MeetingChange[], item?: ItemOfEvent): NewEvent {
  const payload: { [key: string]: Json } = {
    meetingId: meeting.id,
    changes: changes.map(({ field, before, after }) => ({ field, before, after })),
    ...(item && { itemId: item.id, closedPart: item.closedPart }),
  };
  return { stream: { kind: 'table', id: meeting.tableId }, type, subjects: [{ kind: meetingKind, id: meeting.id }, ...(item?.subjects ?? [])], payload };
}
