import type { Json } from '../../platform/database/json.ts';
import type { NewEvent, Reference } from '../../platform/streams/event.ts';
import { registerEventRule } from '../../platform/graphql/event-visibility.ts';
import type { AppContext, AppPlatform, Viewer } from '../people/people.module.ts';
import type { Meeting } from './meeting.entity.ts';
import { type FactsOfMeeting, meetingFacts, showsItem } from './meeting.policy.ts';

/** Name of meetings in events and timelines. */
export const meetingKind = 'meeting';

/** What tells of a meeting as such: for all who may see it. */
const meetingEventTypes = [
  'MEETING_PLANNED',
  'MEETING_RESCHEDULED',
  'MEETING_CANCELLED',
  'MEETING_RESTORED',
  'AGENDA_PUBLISHED',
  'PUBLICATION_UNDONE',
] as const;
/** What tells of the working version: for those who prepare it. */
const workingEventTypes = [
  'AGENDA_ITEM_ADDED',
  'AGENDA_ITEM_EDITED',
  'AGENDA_ITEM_MOVED',
  'AGENDA_ITEM_REMOVED',
  'AGENDA_ITEM_CARRIED_OVER',
  'SUGGESTION_DROPPED',
  'SUGGESTION_RESTORED',
] as const;
/** What was agreed, and papers that come or go: for all who may see the item. */
const outcomeEventTypes = ['OUTCOME_RECORDED', 'PAPER_ADDED', 'PAPER_REMOVED'] as const;

type MeetingEventType =
  | (typeof meetingEventTypes)[number]
  | (typeof workingEventTypes)[number]
  | (typeof outcomeEventTypes)[number];

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
export function meetingEvent(
  type: MeetingEventType,
  meeting: Pick<Meeting, 'id' | 'tableId' | 'publishedAgenda' | 'state'>,
  changes: readonly MeetingChange[],
  item?: ItemOfEvent,
): NewEvent {
  const inSession = meeting.state === 'IN_SESSION';
  const payload: { [key: string]: Json } = {
    meetingId: meeting.id,
    changes: changes.map(({ field, before, after }) => ({ field, before, after })),
    ...(item && {
      itemId: item.id,
      closedPart: item.closedPart,
      published: inSession || (meeting.publishedAgenda?.some((published) => published.id === item.id) ?? false),
      inSession,
    }),
  };
  return {
    stream: { kind: 'table', id: meeting.tableId },
    type,
    subjects: [{ kind: meetingKind, id: meeting.id }, ...(item?.subjects ?? [])],
    payload,
  };
}

interface ItemFacts {
  readonly meetingId?: string;
  readonly itemId?: string;
  readonly closedPart?: boolean;
  /** Did the item stand on the published agenda when it happened? */
  readonly published?: boolean;
  /** Did it happen while the meeting went on? Then everybody goes by the working version. */
  readonly inSession?: boolean;
}

/**
 * May the viewer hear what an event tells of an item? It shows to them, and either they prepare the meeting or the item was published
 * when it happened.
 * @param context the one of the event rule; `payload` the one of the event.
 */
async function hearsOfItem(context: AppContext, payload: unknown, who: 'LEADERS' | 'ALL_WHO_SEE_IT'): Promise<boolean> {
  const { meetingId, itemId, closedPart, published } = payload as ItemFacts;
  const facts: FactsOfMeeting | null = meetingId === undefined ? null : await meetingFacts(context, meetingId);
  if (!facts || !showsItem(facts, { id: itemId ?? '', closedPart: closedPart === true })) return false;
  return facts.leads || (who === 'ALL_WHO_SEE_IT' && published === true);
}

/**
 * Beside seeing the meeting and what the item is about: the working version is told to those who prepare it until the meeting goes on, outcomes of
 * published items to all who see the item, and either of the closed part to those who may see that part.
 */
export function registerMeetingRules(platform: AppPlatform): void {
  registerEventRule<Viewer>(platform, workingEventTypes, (_viewer, { payload }, context) =>
    hearsOfItem(context, payload, (payload as ItemFacts).inSession === true ? 'ALL_WHO_SEE_IT' : 'LEADERS'),
  );
  registerEventRule<Viewer>(platform, outcomeEventTypes, (_viewer, { payload }, context) =>
    hearsOfItem(context, payload, 'ALL_WHO_SEE_IT'),
  );
}
