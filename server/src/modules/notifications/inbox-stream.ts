import { loadEvents } from '../../platform/graphql/event.queries.ts';
import { contextOf } from '../../platform/graphql/event-visibility.ts';
import type { StoredEvent } from '../../platform/streams/event.ts';
import type { StreamKind } from '../../platform/streams/stream.ts';
import type { AppPlatform, Viewer } from '../people/people.module.ts';

/** The event that an arrival in an inbox tells of. */
export function eventIdOf(arrival: StoredEvent): string | null {
  const payload = arrival.payload as { eventId?: unknown } | null;
  return typeof payload?.eventId === 'string' ? payload.eventId : null;
}

/** Who may follow an inbox: its person. What shows there: events whose subjects they may see now. */
export function inboxRights(platform: AppPlatform): StreamKind<Viewer> {
  return {
    mayFollow: (viewer, streamId) => Promise.resolve(viewer.personId === streamId),
    async visible(viewer, arrivals) {
      const context = await contextOf(platform, viewer.personId);
      const ids = arrivals.map(eventIdOf).filter((id) => id !== null);
      const seen = ids.length === 0 ? new Map<string, StoredEvent>() : await loadEvents(context, ids);
      return new Set(arrivals.filter((arrival) => seen.has(eventIdOf(arrival) ?? '')).map((arrival) => arrival.id));
    },
  };
}
