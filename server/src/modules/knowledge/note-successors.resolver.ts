import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { AppContext } from '../people/people.module.ts';
import type { KnowledgeNote } from './knowledge-note.entity.ts';
import { notesReplacedBy } from './knowledge-note.queries.ts';
import { KnowledgeNoteType } from './knowledge-note.types.ts';

@Resolver(() => KnowledgeNoteType)
export class NoteSuccessorsResolver {
  @FieldResolver(() => KnowledgeNoteType, {
    nullable: true,
    description: 'The note that replaces it; null when none does, or when the viewer may not see that one.',
  })
  supersededBy(@Ctx() context: AppContext, @Root() note: KnowledgeNote): Promise<object | null> {
    return context.node('KnowledgeNote', note.supersededById);
  }

  @FieldResolver(() => [KnowledgeNoteType], {
    description: 'The archived notes that it replaces, by title, as far as the viewer may see them.',
  })
  supersedes(@Ctx() context: AppContext, @Root() note: KnowledgeNote): Promise<object[]> {
    return notesReplacedBy(context, note.id);
  }
}
