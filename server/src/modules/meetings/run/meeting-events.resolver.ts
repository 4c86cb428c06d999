import { Arg, Ctx, ID, Query, Resolver, Root, Subscription } from 'type-graphql';
import { followStream } from '../../../platform/graphql/event.queries.ts';
import { StreamFrame } from '../../../platform/graphql/event.types.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import type { Frame, Reference } from '../../../platform/streams/event.ts';
import { StreamRefused } from '../../../platform/streams/stream-refused.ts';
import type { AppContext } from '../../people/people.module.ts';
import { meetingKind } from '../meeting-events.ts';

const noMeeting = '00000000-0000-0000-0000-000000000000';

/** An id of the wrong form is followed like that of a meeting that does not exist: both end alike. */
function streamOf(meetingId: string): Reference {
  return { kind: meetingKind, id: uuidOf('Meeting', meetingId) ?? noMeeting };
}

@Resolver()
export class MeetingEventsResolver {
  @Query(() => String, {
    nullable: true,
    description:
      'Cursor of the present in the stream of a meeting: fetch it before the meeting, then subscribe after it. Null when the meeting is not there or not yours.',
  })
  @Policy('signedIn')
  async meetingCursor(
    @Ctx() context: AppContext,
    @Arg('meetingId', () => ID, { description: 'The meeting.' }) meetingId: string,
  ): Promise<string | null> {
    const stream = streamOf(meetingId);
    if ((await context.node('Meeting', stream.id)) === null) return null;
    return context.platform.streams.cursorNow(context.em, stream);
  }

  @Subscription(() => StreamFrame, {
    description:
      'What happens in a meeting that runs: start, current item, clock, attendance, outcomes, minutes, closing; for everybody who may see the meeting, guests too.',
    subscribe: ({ args, context }: { args: { meetingId: string; after?: string | null }; context: AppContext }) =>
      followStream(context, streamOf(args.meetingId), args.after),
  })
  @Policy('signedIn')
  async meetingEvents(
    @Root() frame: Frame,
    @Ctx() context: AppContext,
    @Arg('meetingId', () => ID, { description: 'The meeting.' }) meetingId: string,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Cursor of the last frame that was handled; without it only what is new.',
    })
    _after: string | null,
  ): Promise<Frame> {
    // Rights may have gone between the stream's own check and this very frame.
    if ((await context.node('Meeting', streamOf(meetingId).id)) === null)
      throw new StreamRefused('NOT_FOUND', 'There is no such meeting.');
    return frame;
  }
}
