import { contextOf, visibleNow } from '../../../platform/graphql/event-visibility.ts';
import type { StreamKind } from '../../../platform/streams/stream.ts';
import type { AppPlatform, Viewer } from '../../people/people.module.ts';

/** Who may follow a meeting as it goes: whoever may see it. What shows there: what each event is about. */
export function meetingRights(platform: AppPlatform): StreamKind<Viewer> {
  return {
    async mayFollow({ personId }, meetingId) {
      return (await (await contextOf(platform, personId)).node('Meeting', meetingId)) !== null;
    },
    visible: (viewer, events) => visibleNow(platform, viewer, events),
  };
}
