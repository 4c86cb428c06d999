import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { afterArg, firstArg, FirstType } from '../../platform/graphql/connection.ts';
import { followStream } from '../../platform/graphql/event.queries.ts';
import { StreamFrame } from '../../platform/graphql/event.types.ts';
import type { Outcome } from '../../platform/graphql/graph-context.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import type { Frame, Reference } from '../../platform/streams/event.ts';
import type { AppContext } from '../people/people.module.ts';
import { eventIdOf } from './inbox-stream.ts';
import { inboxKind } from './inbox-projector.ts';
import { type InboxPage, countUnread, listInbox } from './inbox.queries.ts';
import { InboxConnection, InboxPayload } from './inbox.types.ts';
import { markInboxRead } from './mark-inbox-read.ts';

function ownStream(context: AppContext): Reference {
  return { kind: inboxKind, id: context.requireViewer().personId };
}

@Resolver(() => InboxConnection)
export class InboxResolver {
  @Query(() => InboxConnection, {
    description: 'What reached the viewer, newest first, while they may see what it is about.',
  })
  @Policy('signedIn')
  inbox(
    @Ctx() context: AppContext,
    @Arg('first', () => FirstType, firstArg(20)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
  ): Promise<InboxPage> {
    return listInbox(context, { first, after: after ?? null });
  }

  @FieldResolver(() => Int, { description: 'How many items the viewer has not read; exact to 500.' })
  unreadCount(@Root() page: InboxPage): Promise<number> {
    return page.unreadCount();
  }

  @Query(() => String, {
    description: 'Cursor of the present in the own inbox: fetch it before the inbox, then subscribe after it.',
  })
  @Policy('signedIn')
  inboxCursor(@Ctx() context: AppContext): Promise<string> {
    return context.platform.streams.cursorNow(context.em, ownStream(context));
  }

  @Mutation(() => InboxPayload, { description: 'Marks items of the own inbox as read.' })
  @Policy('signedIn')
  markInboxRead(
    @Ctx() context: AppContext,
    @Arg('upTo', () => ID, { nullable: true, description: 'This item and all before it; everything when left out.' })
    upTo: string | null,
  ): Promise<Outcome<object>> {
    const { personId } = context.requireViewer();
    return context.command('markInboxRead', { upTo: upTo ?? null }, null, async (tx) => {
      await markInboxRead(tx, personId, upTo ?? null);
      return {};
    });
  }

  @Subscription(() => StreamFrame, {
    description: 'What reaches this person, as the events themselves.',
    subscribe: ({ args, context }: { args: { after?: string | null }; context: AppContext }) =>
      followStream(context, ownStream(context), args.after),
  })
  @Policy('signedIn')
  async inboxEvents(
    @Root() frame: Frame,
    @Ctx() context: AppContext,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Cursor of the last frame that was handled; without it only what is new.',
    })
    _after: string | null,
  ): Promise<object> {
    if (frame.kind === 'RESET') return frame;
    const event = await context.node('Event', eventIdOf(frame.event));
    // The right may have gone since the stream asked: then everything is fetched again, and the item is not there.
    return event ? { kind: 'EVENT', cursor: frame.cursor, event } : { kind: 'RESET', cursor: frame.cursor };
  }
}

@Resolver(() => InboxPayload)
export class InboxPayloadResolver {
  @FieldResolver(() => Int, { nullable: true, description: 'What is left unread; null when it was refused.' })
  unreadCount(@Ctx() context: AppContext, @Root() outcome: Outcome<object>): Promise<number> | null {
    return outcome.problems.length > 0 ? null : countUnread(context);
  }
}
