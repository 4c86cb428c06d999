import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Outcome } from '../../platform/graphql/graph-context.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import type { AppContext } from '../people/people.module.ts';
import { archiveNote } from './archive-note.ts';
import { editNote } from './edit-note.ts';
import { EditNoteInput, NoteVersionInput, ValidateNoteInput, WriteNoteInput } from './knowledge-note.inputs.ts';
import { KnowledgeNotePayload, KnowledgeNoteType } from './knowledge-note.types.ts';
import { withFoldedBody } from './shared-body/fold-body.ts';
import { validateNote } from './validate-note.ts';
import { writeNote } from './write-note.ts';

type NoteOutcome = Outcome<{ noteId: string }>;

/** The option of the argument that makes a retry safe. */
const keyArg = {
  nullable: true,
  description: 'One for each intention: a retry with the same key gives the first answer.',
} as const;

@Resolver(() => KnowledgeNotePayload)
export class KnowledgeNoteMutations {
  @Mutation(() => KnowledgeNotePayload, { description: 'Writes a note: a draft until a validator vouches for it.' })
  @Policy('signedIn')
  writeNote(
    @Ctx() context: AppContext,
    @Arg('input', () => WriteNoteInput, { description: 'The note.' }) input: WriteNoteInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<NoteOutcome> {
    return context.command('writeNote', input, key, (tx) => writeNote(tx, context.requireViewer(), input));
  }

  @Mutation(() => KnowledgeNotePayload, {
    description: 'Changes a note. A validated one is a draft again when its text or its dates differ.',
  })
  @Policy('signedIn')
  editNote(
    @Ctx() context: AppContext,
    @Arg('input', () => EditNoteInput, { description: 'What changes.' }) input: EditNoteInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<NoteOutcome> {
    const edit = () => context.command('editNote', input, key, (tx) => editNote(tx, context.requireViewer(), input));
    return typeof input.body === 'string' ? withFoldedBody(context, input.noteId, edit) : edit();
  }

  @Mutation(() => KnowledgeNotePayload, {
    description: 'A validator other than the author vouches for a note until a date.',
  })
  @Policy('signedIn')
  validateNote(
    @Ctx() context: AppContext,
    @Arg('input', () => ValidateNoteInput, { description: 'Which note, and until when.' }) input: ValidateNoteInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<NoteOutcome> {
    return withFoldedBody(context, input.noteId, () =>
      context.command('validateNote', input, key, (tx) => validateNote(tx, context.requireViewer(), input)),
    );
  }

  @Mutation(() => KnowledgeNotePayload, {
    description: 'Takes a note out of use, with the note that replaces it if there is one; links to it keep working.',
  })
  @Policy('signedIn')
  archiveNote(
    @Ctx() context: AppContext,
    @Arg('input', () => NoteVersionInput, { description: 'Which note.' }) input: NoteVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<NoteOutcome> {
    return withFoldedBody(context, input.noteId, () =>
      context.command('archiveNote', input, key, (tx) => archiveNote(tx, context.requireViewer(), input)),
    );
  }

  @FieldResolver(() => KnowledgeNoteType, { nullable: true, description: 'The note; null when nothing was changed.' })
  note(@Ctx() context: AppContext, @Root() outcome: NoteOutcome): Promise<object | null> {
    return context.node('KnowledgeNote', outcome.noteId);
  }
}
