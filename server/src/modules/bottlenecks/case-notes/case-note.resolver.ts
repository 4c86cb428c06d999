import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, Resolver, Root } from 'type-graphql';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { KnowledgeNoteType } from '../../knowledge/knowledge.module.ts';
import type { AppContext } from '../../people/people.module.ts';
import { keyArg } from '../bottleneck-mutations.resolver.ts';
import { BottleneckPayload, BottleneckType } from '../bottleneck.types.ts';
import { caseOfNote, notesDraftedFrom } from './case-note.queries.ts';
import { draftNoteFromBottleneck } from './draft-note-from-bottleneck.ts';

@InputType('DraftNoteFromBottleneckInput', { description: 'A note that is drafted from a resolved case.' })
class DraftNoteFromBottleneckInput {
  @Field(() => ID, { description: 'The case.' })
  bottleneckId!: string;

  @Field(() => String, { description: 'What would help the next one; it is the summary of the note.' })
  lesson!: string;
}

@Resolver(() => BottleneckPayload)
export class CaseNoteMutations {
  @Mutation(() => BottleneckPayload, {
    description:
      'Drafts a note from a resolved case: its problem, what was tried and what worked. No more people see it than the case.',
  })
  @Policy('signedIn')
  draftNoteFromBottleneck(
    @Ctx() context: AppContext,
    @Arg('input', () => DraftNoteFromBottleneckInput, { description: 'Of which case, and what would help the next.' })
    input: DraftNoteFromBottleneckInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<Outcome<{ bottleneckId: string; noteId: string }>> {
    return context.command('draftNoteFromBottleneck', input, key, (tx) =>
      draftNoteFromBottleneck(tx, context.requireViewer(), input),
    );
  }

  @FieldResolver(() => KnowledgeNoteType, {
    nullable: true,
    description: 'The note that was drafted with it, or that stays when a step is undone; null when there is none.',
  })
  draftedNote(@Ctx() context: AppContext, @Root() outcome: Outcome<{ noteId?: string }>): Promise<object | null> {
    return context.node('KnowledgeNote', outcome.noteId);
  }
}

@Resolver(() => BottleneckType)
export class NotesOfBottleneck {
  @FieldResolver(() => [KnowledgeNoteType], {
    description: 'Notes that were drafted from it, the latest first, as far as the viewer may see them.',
  })
  draftedNotes(@Ctx() context: AppContext, @Root() bottleneck: { id: string }): Promise<object[]> {
    return notesDraftedFrom(context, bottleneck.id);
  }
}

@Resolver(() => KnowledgeNoteType)
export class CaseOfNote {
  @FieldResolver(() => BottleneckType, {
    nullable: true,
    description: 'The case that it was drafted from; null when there is none, or when the viewer may not see it.',
  })
  draftedFrom(@Ctx() context: AppContext, @Root() note: { id: string }): Promise<object | null> {
    return caseOfNote(context, note.id);
  }
}
