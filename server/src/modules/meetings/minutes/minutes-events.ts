import { registerEventRule } from '../../../platform/graphql/event-visibility.ts';
import type { Json } from '../../../platform/database/json.ts';
import type { NewEvent, StoredEvent } from '../../../platform/streams/event.ts';
import type { AppContext, AppPlatform, Viewer } from '../../people/people.module.ts';
import type { AgendaItemFace } from '../agenda.queries.ts';
import { meetingKind } from '../meeting-events.ts';
import type { Meeting } from '../meeting.entity.ts';

/** Name of minutes in events. */
export const minutesKind = 'minutes';

/** For all who may see the meeting. */
type ClosingEventType = 'MEETING_CLOSED' | 'MEETING_REOPENED';
/** For who may see the minutes; see registerMinutesRules. */
const minutesEventTypes = [
  'MINUTES_SENT_FOR_REVIEW',
  'MINUTES_REMARKED',
  'MINUTES_REMARK_SETTLED',
  'MINUTES_ADOPTED',
  'MINUTES_PUBLISHED',
  'ADDENDUM_PROPOSED',
  'ADDENDUM_ADDED',
  'ADDENDUM_RETURNED',
] as const;
/** Told to all who may see the minutes; the rest is for the people of the table. */
const forAll: readonly string[] = ['MINUTES_ADOPTED', 'MINUTES_PUBLISHED', 'ADDENDUM_ADDED'];
type MinutesEventType = (typeof minutesEventTypes)[number];

/** The item that something is said about; an item of the closed part keeps the event in that part. */
export interface ItemOfMinutes {
  readonly id: string;
  readonly closedPart: boolean;
}

/** The meeting is over, or goes on after all: for those who follow it as it goes, and for the pages of its table. */
export function closingEvents(
  type: ClosingEventType,
  meeting: Pick<Meeting, 'id' | 'tableId' | 'state'>,
  facts: { readonly before: string; readonly carriedOver: number },
): NewEvent[] {
  const streams = [
    { kind: meetingKind, id: meeting.id },
    { kind: 'table', id: meeting.tableId },
  ];
  return streams.map((stream) => ({
    stream,
    type,
    subjects: [{ kind: meetingKind, id: meeting.id }],
    payload: {
      meetingId: meeting.id,
      changes: [{ field: 'state', before: facts.before, after: meeting.state }],
      carriedOver: facts.carriedOver,
    },
  }));
}

/** Something happened with the minutes of a meeting. Texts of people are not part of it: they are read under the viewer's rights. */
export function minutesEvent(
  type: MinutesEventType,
  minutes: { readonly id: string; readonly meetingId: string; readonly tableId: string },
  facts: { readonly [key: string]: Json } = {},
  item: ItemOfMinutes | null = null,
): NewEvent {
  return {
    stream: { kind: 'table', id: minutes.tableId },
    type,
    subjects: [
      { kind: meetingKind, id: minutes.meetingId },
      { kind: minutesKind, id: minutes.id },
    ],
    payload: {
      meetingId: minutes.meetingId,
      minutesId: minutes.id,
      changes: [],
      ...facts,
      ...(item && { itemId: item.id, closedPart: item.closedPart }),
    },
  };
}

/**
 * What is said about an item is told to those who see the item; a proposal that does not count, to the people of the table, who decide
 * on it or made it.
 */
export function registerMinutesRules(platform: AppPlatform): void {
  registerEventRule<Viewer>(platform, minutesEventTypes, async (viewer, event, context) => {
    if (!forAll.includes(event.type) && !viewer.memberships.some(({ tableId }) => tableId === event.stream.id))
      return false;
    return showsItemOf(context, event);
  });
}

/** Does the item that an event is about show to the viewer of the context, now? What is about no item, does. */
export async function showsItemOf(context: AppContext, event: StoredEvent): Promise<boolean> {
  const { itemId } = event.payload as { itemId?: string };
  if (itemId === undefined) return true;
  const item = (await context.node('AgendaItem', itemId)) as AgendaItemFace | null;
  return item !== null && !item.masked;
}
