import type { Frame, Reference, StoredEvent } from '../streams/event.ts';
import { type EventRow, eventColumns, toStoredEvent } from '../streams/read-events.ts';
import { type Page, checkFirst } from './connection.ts';
import { visibleEvents } from './event-visibility.ts';
import type { GraphContext, GraphViewer } from './graph-context.ts';

/** The `load` of the node Event. */
export async function loadEvents<V extends GraphViewer>(
  context: GraphContext<V>,
  ids: readonly string[],
): Promise<Map<string, StoredEvent>> {
  if (context.viewer === null) return new Map();
  const marks = ids.map(() => '?').join(', ');
  const rows = await context.em.execute<EventRow[]>(`select ${eventColumns} from event where event.id in (${marks})`, [
    ...ids,
  ]);
  const events = rows.map(toStoredEvent);
  const visible = await visibleEvents(context, events);
  return new Map(events.filter((event) => visible.has(event.id)).map((event) => [event.id, event]));
}

/** A `timeline` field: what happened to a subject, newest first, as far as the viewer may see it. */
export async function timelineOf<V extends GraphViewer>(
  context: GraphContext<V>,
  subject: Reference,
  args: { first: number; after: string | null | undefined },
): Promise<Page<StoredEvent>> {
  const page = await context.platform.streams.timeline(context.em, context.requireViewer(), subject, {
    first: checkFirst(args.first),
    before: args.after ?? undefined,
  });
  return {
    // On the timeline of a thing, an event about many tells what it did to this one.
    edges: page.entries.map(({ cursor, event }) => ({ cursor, node: { ...event, about: subject } })),
    pageInfo: {
      hasNextPage: page.hasMore,
      hasPreviousPage: args.after != null,
      startCursor: page.entries.at(0)?.cursor ?? null,
      endCursor: page.endCursor,
    },
  };
}

/**
 * The source of a subscription to a stream; rights are asked at every delivery by the kind of the stream:
 * `@Subscription(() => StreamFrame, { subscribe: ({ args, context }) => followStream(context, …), … })`.
 */
export function followStream<V extends GraphViewer>(
  context: GraphContext<V>,
  stream: Reference,
  after: string | null | undefined,
): AsyncIterable<Frame> {
  return context.platform.streams.follow(context.requireViewer(), stream, after ?? undefined);
}
