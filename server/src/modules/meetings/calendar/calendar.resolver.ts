import { Ctx, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Payload } from '../../../platform/graphql/payload.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { type AppContext, type Viewer, ViewerType } from '../../people/people.module.ts';
import type { Meeting } from '../meeting.entity.ts';
import { MeetingType } from '../meeting.types.ts';
import { endCalendarFeed, renewCalendarFeed } from './calendar-feed.ts';
import { calendarUrl } from './calendar-routes.ts';

@Policy('withParent')
@ObjectType('CalendarFeedPayload', { description: 'The viewer with the address of their calendar.' })
class CalendarFeedPayload extends Payload {}

/** A viewer who has just been given a new secret. */
interface ViewerWithFeed extends Viewer {
  readonly feedSecret?: string;
}

@Resolver(() => MeetingType)
export class MeetingCalendarResolver {
  @FieldResolver(() => String, { description: 'Where to get it for a calendar.' })
  calendarUrl(@Root() meeting: Meeting): string {
    return calendarUrl(meeting.id);
  }
}

@Resolver(() => ViewerType)
export class ViewerCalendarResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Address with a secret for the calendar of the viewer. Only in the answer that made it: of the secret nothing but a hash is kept.',
  })
  calendarFeedUrl(@Ctx() context: AppContext, @Root() viewer: ViewerWithFeed): string | null {
    if (viewer.feedSecret === undefined) return null;
    return `${context.platform.settings.publicUrl?.origin ?? ''}/calendar/feed/${viewer.feedSecret}.ics`;
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description: 'When the present address for the calendar was made; null while there is none.',
  })
  async calendarFeedSince(@Ctx() context: AppContext, @Root() viewer: Viewer): Promise<Date | null> {
    const [feed] = await context.em.execute<{ since: number }[]>(
      'select extract(epoch from created_at)::float8 * 1000 as since from calendar_feed where person_id = ?',
      [viewer.personId],
    );
    return feed ? new Date(feed.since) : null;
  }
}

type FeedOutcome = Outcome<{ secret?: string }>;

@Resolver(() => CalendarFeedPayload)
export class CalendarFeedMutations {
  @Mutation(() => CalendarFeedPayload, {
    description: 'Makes a new secret address for the calendar; the one before stops working.',
  })
  @Policy('signedIn')
  renewCalendarFeed(@Ctx() context: AppContext): Promise<FeedOutcome> {
    return context.command('renewCalendarFeed', {}, null, (tx) => renewCalendarFeed(tx, context.requireViewer()));
  }

  @Mutation(() => CalendarFeedPayload, { description: 'The secret address for the calendar stops working.' })
  @Policy('signedIn')
  endCalendarFeed(@Ctx() context: AppContext): Promise<FeedOutcome> {
    return context.command('endCalendarFeed', {}, null, (tx) => endCalendarFeed(tx, context.requireViewer()));
  }

  @FieldResolver(() => ViewerType, { nullable: true, description: 'The person who is signed in.' })
  viewer(@Ctx() context: AppContext, @Root() outcome: FeedOutcome): ViewerWithFeed | null {
    return context.viewer && { ...context.viewer, ...(outcome.secret !== undefined && { feedSecret: outcome.secret }) };
  }
}
