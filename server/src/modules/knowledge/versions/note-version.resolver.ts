import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { type AppContext, PersonType } from '../../people/people.module.ts';
import type { KnowledgeNote } from '../knowledge-note.entity.ts';
import { KnowledgeNotePayload, KnowledgeNoteType } from '../knowledge-note.types.ts';
import { foldBody, unfoldedAmong, withFoldedBody } from '../shared-body/fold-body.ts';
import { type NoteVersionFace, versionsOf } from './note-version.queries.ts';
import { restoreNoteVersion } from './restore-note-version.ts';

@Policy('withParent')
@ObjectType('NoteVersion', { description: 'The words of a note as they were once.', simpleResolvers: true })
class NoteVersionType {
  @Field(() => Int, { description: 'Which version; the numbers in between changed no words.' })
  version!: number;

  @Field(() => Date, { description: 'When it was written.' })
  writtenAt!: Date;

  @Field(() => String, { description: 'The question, as a title.' })
  title!: string;

  @Field(() => String, { description: 'The answer in a few sentences.' })
  summary!: string;

  @Field(() => String, { description: 'What there is to say about it.' })
  body!: string;

  @Field(() => String, { description: 'When it applies.' })
  applies!: string;

  @Field(() => String, { description: 'When it does not.' })
  appliesNot!: string;

  @Field(() => String, { description: 'What to do, step by step.' })
  steps!: string;

  @Field(() => String, { description: 'What to be careful about.' })
  caveat!: string;

  @Field(() => [String], { description: 'Words to find it by.' })
  tags!: string[];

  @Field(() => [String], { description: 'Rulings, laws and papers it rested on, as they were typed.' })
  legalReferences!: string[];
}

@InputType('RestoreNoteVersionInput', { description: 'A version whose words come back.' })
class RestoreNoteVersionInput {
  @Field(() => ID, { description: 'The note.' })
  noteId!: string;

  @Field(() => Int, { description: 'The version that is there now, as it was seen.' })
  expectedVersion!: number;

  @Field(() => Int, { description: 'The version whose words come back.' })
  version!: number;
}

@Resolver(() => NoteVersionType)
export class NoteVersionFields {
  @FieldResolver(() => PersonType, { description: 'Who wrote it.' })
  writtenBy(@Ctx() context: AppContext, @Root() version: NoteVersionFace): Promise<object | null> {
    return context.node('Person', version.writtenById);
  }

  @FieldResolver(() => [PersonType], { description: 'Who wrote it together with them.' })
  writtenWith(@Ctx() context: AppContext, @Root() version: NoteVersionFace): Promise<object[]> {
    return context.nodes('Person', version.writtenWithIds);
  }
}

@Resolver(() => KnowledgeNoteType)
export class NoteVersions {
  @FieldResolver(() => [NoteVersionType], {
    description: 'Its words as they were, the latest first, as far as the viewer may read them; the last fifty.',
  })
  async versions(@Ctx() context: AppContext, @Root() note: KnowledgeNote): Promise<NoteVersionFace[]> {
    // Who compares versions compares with what is written by now.
    const unfolded = context.loader('unfoldedNotes', (ids) => unfoldedAmong(context.em, ids));
    if ((await unfolded.load(note.id)) !== null) await foldBody(context.platform, note.id);
    return versionsOf(context, note.id);
  }
}

@Resolver()
export class NoteVersionMutations {
  @Mutation(() => KnowledgeNotePayload, {
    description: 'Brings the words of an older version back, as a new version. For who may edit the note.',
  })
  @Policy('signedIn')
  restoreNoteVersion(
    @Ctx() context: AppContext,
    @Arg('input', () => RestoreNoteVersionInput, { description: 'Of which note, and which version.' })
    input: RestoreNoteVersionInput,
    @Arg('idempotencyKey', () => ID, {
      nullable: true,
      description: 'The same key for every attempt at the same thing.',
    })
    key: string | null,
  ): Promise<Outcome<{ noteId: string }>> {
    return withFoldedBody(context, input.noteId, () =>
      context.command('restoreNoteVersion', input, key, (tx) => restoreNoteVersion(tx, context.requireViewer(), input)),
    );
  }
}
