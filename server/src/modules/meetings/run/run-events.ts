import type { Json } from '../../../platform/database/json.ts';
import { registerEventRule } from '../../../platform/graphql/event-visibility.ts';
import type { NewEvent, Reference } from '../../../platform/streams/event.ts';
import type { AppContext, AppPlatform, Viewer } from '../../people/people.module.ts';
import type { AgendaItemFace } from '../agenda.queries.ts';
import { meetingKind } from '../meeting-events.ts';
import type { Meeting } from '../meeting.entity.ts';
import { courseOf } from './run.queries.ts';

/** For all who may see the meeting. */
const openEventTypes = [
  'MEETING_STARTED',
  'MEETING_PAUSED',
  'MEETING_RESUMED',
  'LEAD_TAKEN',
  'ATTENDANCE_CHANGED',
] as const;
/** About the time of items, on which that of all others depends. Within what is closed to somebody, nothing of it shows. */
const timeEventTypes = ['ITEM_STARTED', 'MINUTES_ADDED'] as const;
/** What came of an item: for all to whom that item shows. */
const outcomeEventTypes = ['OUTCOME_ADDED', 'OUTCOME_EDITED', 'OUTCOME_WITHDRAWN'] as const;

export type RunEventType =
  | (typeof openEventTypes)[number]
  | (typeof timeEventTypes)[number]
  | (typeof outcomeEventTypes)[number];

/**
 * An event on the meeting's own stream, for those who follow it as it goes. The meeting is the first subject: clock and programme are
 * read from it. Names of items are read from rows too, under the rights of who reads.
 */
export function runEvent(
  type: RunEventType,
  meeting: Pick<Meeting, 'id'>,
  facts: { readonly [name: string]: Json } = {},
  subjects: readonly Reference[] = [],
): NewEvent {
  return {
    stream: { kind: meetingKind, id: meeting.id },
    type,
    subjects: [{ kind: meetingKind, id: meeting.id }, ...subjects],
    payload: { meetingId: meeting.id, changes: [], ...facts },
  };
}

/** Tells the pages of the table that a meeting has begun. */
export function startedAtTable(meeting: Pick<Meeting, 'id' | 'tableId' | 'state'>, before: string): NewEvent {
  return {
    stream: { kind: 'table', id: meeting.tableId },
    type: 'MEETING_STARTED',
    subjects: [{ kind: meetingKind, id: meeting.id }],
    payload: { meetingId: meeting.id, changes: [{ field: 'state', before, after: meeting.state }] },
  };
}

interface ItemFacts {
  readonly meetingId: string;
  readonly itemId?: string | null;
  readonly fromItemId?: string | null;
}

/** Adds to the rights of the meeting what each event tells of its items. */
export function registerRunRules(platform: AppPlatform): void {
  registerEventRule<Viewer>(platform, outcomeEventTypes, async (_viewer, { payload }, context) => {
    const item = await faceOf(context, (payload as unknown as ItemFacts).itemId);
    return item !== null && !item.masked;
  });
  registerEventRule<Viewer>(platform, timeEventTypes, async (_viewer, { payload }, context) => {
    const { meetingId, itemId, fromItemId } = payload as unknown as ItemFacts;
    const told = fromItemId === undefined ? [itemId] : [fromItemId, itemId];
    const open = await Promise.all(told.map((id) => isOpen(context, meetingId, id)));
    return open.some(Boolean);
  });
}

async function faceOf(context: AppContext, itemId: string | null | undefined): Promise<AgendaItemFace | null> {
  return (await context.node('AgendaItem', itemId)) as AgendaItemFace | null;
}

/** May the viewer know that the meeting is at this item, or at none? A guest may, of every item that is not closed. */
async function isOpen(context: AppContext, meetingId: string, itemId: string | null | undefined): Promise<boolean> {
  if (itemId == null) return true;
  const face = await faceOf(context, itemId);
  if (face !== null) return !face.masked;
  const { items } = await courseOf(context, meetingId);
  return items.some(({ id, closedPart }) => id === itemId && !closedPart);
}
