import { Arg, Ctx, FieldResolver, ID, Resolver, Root, Subscription } from 'type-graphql';
import { writersRoom } from '../../../platform/collab/text-writers.ts';
import { EventType } from '../../../platform/graphql/event.types.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import type { Onlooker } from '../../../platform/presence/presence.ts';
import type { StoredEvent } from '../../../platform/streams/event.ts';
import { lookedAt, onlookersOf, PresenceFrame } from '../../discussion/discussion.module.ts';
import { type AppContext, PersonType } from '../../people/people.module.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { noteBodyName } from './note-body.ts';

@Resolver()
export class NoteWritersResolver {
  @Subscription(() => PresenceFrame, {
    description: 'Who has the explanation of a note open to write in it: the whole list at once and at every change.',
    subscribe: ({ args, context }: { args: { noteId: string }; context: AppContext }) =>
      onlookersOf(context, {
        type: 'KnowledgeNote',
        id: args.noteId,
        counts: false,
        room: writersRoom(noteBodyName(uuidOf('KnowledgeNote', args.noteId) ?? '')),
      }),
  })
  @Policy('signedIn')
  async noteWriters(
    @Root() frame: { onlookers: Onlooker[] },
    @Ctx() context: AppContext,
    @Arg('noteId', () => ID, { description: 'The note.' }) noteId: string,
  ): Promise<{ onlookers: Onlooker[] }> {
    await lookedAt(context, 'KnowledgeNote', noteId);
    return frame;
  }
}

@Resolver(() => EventType)
export class WrittenTogether {
  @FieldResolver(() => [PersonType], {
    description: 'Who wrote it together with the actor, in a text that several people wrote in; otherwise nobody.',
  })
  writtenWith(@Ctx() context: AppContext, @Root() { payload }: StoredEvent): Promise<object[]> {
    const others = typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? payload['with'] : [];
    return context.nodes('Person', Array.isArray(others) ? others.filter((id) => typeof id === 'string') : []);
  }
}
