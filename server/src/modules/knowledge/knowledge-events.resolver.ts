import { Arg, Ctx, FieldResolver, Query, Resolver, Root, Subscription } from 'type-graphql';
import { afterArg, firstArg, FirstType, type Page } from '../../platform/graphql/connection.ts';
import { followStream, timelineOf } from '../../platform/graphql/event.queries.ts';
import { EventConnection, StreamFrame } from '../../platform/graphql/event.types.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import type { Frame, StoredEvent } from '../../platform/streams/event.ts';
import type { AppContext } from '../people/people.module.ts';
import type { KnowledgeNote } from './knowledge-note.entity.ts';
import { KnowledgeNoteType } from './knowledge-note.types.ts';
import { knowledgeStream, noteKind } from './knowledge-stream.ts';

@Resolver(() => KnowledgeNoteType)
export class KnowledgeEventsResolver {
  @Query(() => String, {
    description:
      'Cursor of the present in the stream of notes, to start following from: fetch it before the lists, then subscribe after it.',
  })
  @Policy('signedIn')
  knowledgeCursor(@Ctx() context: AppContext): Promise<string> {
    return context.platform.streams.cursorNow(context.em, knowledgeStream);
  }

  @Subscription(() => StreamFrame, {
    description: 'What happens to knowledge notes; for every signed-in person, as far as they may see the note.',
    subscribe: ({ args, context }: { args: { after?: string | null }; context: AppContext }) =>
      followStream(context, knowledgeStream, args.after),
  })
  @Policy('signedIn')
  knowledgeEvents(
    @Root() frame: Frame,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Cursor of the last frame that was handled; without it only what is new.',
    })
    _after: string | null,
  ): Frame {
    return frame;
  }

  @FieldResolver(() => EventConnection, { description: 'What happened to it and with it, newest first.' })
  timeline(
    @Ctx() context: AppContext,
    @Root() note: KnowledgeNote,
    @Arg('first', () => FirstType, firstArg(20)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
  ): Promise<Page<StoredEvent>> {
    return timelineOf(context, { kind: noteKind, id: note.id }, { first, after });
  }
}
