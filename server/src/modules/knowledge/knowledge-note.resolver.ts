import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { mayWithNote, noteVerbs } from '@versnellingstafel/shared/knowledge/permissions';
import { type Validity, validityOf } from '@versnellingstafel/shared/knowledge/validity';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { type AbilityFact, abilityOf } from '../../platform/graphql/abilities.ts';
import { Ability } from '../../platform/graphql/ability.type.ts';
import { afterArg, firstArg, FirstType } from '../../platform/graphql/connection.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { type AppContext, OrganisationType, PersonType } from '../people/people.module.ts';
import { ThemeType } from '../projects/projects.module.ts';
import type { KnowledgeNote } from './knowledge-note.entity.ts';
import { KnowledgeNoteFilter } from './knowledge-note.inputs.ts';
import { noteFacts } from './knowledge-note.policy.ts';
import { type KnowledgeNotePage, listNotes, noteIdOfSlug, themeIdsOfNotes } from './knowledge-note.queries.ts';
import { KnowledgeNoteConnection, KnowledgeNoteType, LegalReferenceType } from './knowledge-note.types.ts';
import { type KnowledgeNoteOrder, KnowledgeNoteOrderEnum, ValidityEnum } from './knowledge.enums.ts';
import { type LegalReference, legalReferenceOf } from '@versnellingstafel/shared/knowledge/legal-reference';

@Resolver(() => KnowledgeNoteType)
export class KnowledgeNoteResolver {
  @Query(() => KnowledgeNoteConnection, { description: 'The notes that the viewer may see.' })
  @Policy('signedIn')
  notes(
    @Ctx() context: AppContext,
    @Arg('filter', () => KnowledgeNoteFilter, { nullable: true, description: 'Which ones.' })
    filter: KnowledgeNoteFilter | null,
    @Arg('orderBy', () => KnowledgeNoteOrderEnum, { defaultValue: 'TITLE', description: 'In which order.' })
    orderBy: KnowledgeNoteOrder,
    @Arg('first', () => FirstType, firstArg(50)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
  ): Promise<KnowledgeNotePage> {
    return listNotes(context, { filter, orderBy, first, after });
  }

  @Query(() => KnowledgeNoteType, {
    nullable: true,
    description: 'A note by its address; null when it is not there or not yours: the same answer.',
  })
  @Policy('signedIn')
  async note(
    @Ctx() context: AppContext,
    @Arg('slug', () => String, { description: 'Its place in addresses.' }) slug: string,
  ): Promise<object | null> {
    return context.node('KnowledgeNote', await noteIdOfSlug(context, slug));
  }

  @FieldResolver(() => [ThemeType], { description: 'What it is about.' })
  async themes(@Ctx() context: AppContext, @Root() note: KnowledgeNote): Promise<object[]> {
    const ids = await context.loader('themesOfNote', (noteIds) => themeIdsOfNotes(context, noteIds)).load(note.id);
    return context.nodes('Theme', ids ?? []);
  }

  @FieldResolver(() => [LegalReferenceType], { description: 'Rulings, laws and papers it rests on.' })
  legalReferences(@Root() note: KnowledgeNote): LegalReference[] {
    return note.legalReferences.map(legalReferenceOf);
  }

  @FieldResolver(() => ValidityEnum, { description: 'Is it safe to use today?' })
  validity(@Ctx() context: AppContext, @Root() note: KnowledgeNote): Validity {
    return validityOf(note, localDateOf(context.now()));
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who vouched for it last; null while nobody does.' })
  validatedBy(@Ctx() context: AppContext, @Root() note: KnowledgeNote): Promise<object | null> {
    return context.node('Person', note.validatedById);
  }

  @FieldResolver(() => PersonType, { description: 'Who wrote it.' })
  author(@Ctx() context: AppContext, @Root() note: KnowledgeNote): Promise<object | null> {
    return context.node('Person', note.authorId);
  }

  @FieldResolver(() => OrganisationType, { nullable: true, description: 'Whom to ask about it.' })
  contact(@Ctx() context: AppContext, @Root() note: KnowledgeNote): Promise<object | null> {
    return context.node('Organisation', note.contactId);
  }

  @FieldResolver(() => [Ability], { description: 'What the viewer may do with it: EDIT, VALIDATE, ARCHIVE.' })
  viewerCan(@Ctx() context: AppContext, @Root() note: KnowledgeNote): AbilityFact[] {
    const facts = noteFacts(context.requireViewer(), note);
    return noteVerbs.map((verb) => abilityOf(context, verb, mayWithNote(verb, facts)));
  }
}

@Resolver(() => KnowledgeNoteConnection)
export class KnowledgeNoteConnectionResolver {
  @FieldResolver(() => Int, { description: 'How many there are that the viewer may see.' })
  totalCount(@Root() page: KnowledgeNotePage): Promise<number> {
    return page.count();
  }
}
