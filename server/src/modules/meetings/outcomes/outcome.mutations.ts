import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { KnowledgeNoteType } from '../../knowledge/knowledge.module.ts';
import type { AppContext } from '../../people/people.module.ts';
import { AgendaItemType, MeetingType } from '../meeting.types.ts';
import { addOutcome } from './add-outcome.ts';
import { draftNoteFromOutcome } from './draft-note-from-outcome.ts';
import { editOutcome } from './edit-outcome.ts';
import { AddOutcomeInput, DraftNoteFromOutcomeInput, EditOutcomeInput, OutcomeVersionInput } from './outcome.inputs.ts';
import { AgendaOutcomeType, OutcomePayload } from './outcome.types.ts';
import { withdrawOutcome } from './withdraw-outcome.ts';

type OutcomeIds = Outcome<{ meetingId: string; itemId: string; outcomeId?: string; noteId?: string }>;

/** The option of the argument that makes a retry safe. */
const keyArg = { nullable: true, description: 'The same key for every attempt at the same thing.' } as const;

@Resolver(() => OutcomePayload)
export class OutcomeMutations {
  @Mutation(() => OutcomePayload, {
    description:
      'Writes down what came of an item. An action is made at the same time and is at once in its owner’s list. For chair and secretary.',
  })
  @Policy('signedIn')
  addOutcome(
    @Ctx() context: AppContext,
    @Arg('input', () => AddOutcomeInput, { description: 'Of which item, and what.' }) input: AddOutcomeInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<OutcomeIds> {
    return context.command('addOutcome', input, key, (tx) => addOutcome(tx, context.requireViewer(), input));
  }

  @Mutation(() => OutcomePayload, { description: 'Puts an outcome in other words. For chair and secretary.' })
  @Policy('signedIn')
  editOutcome(
    @Ctx() context: AppContext,
    @Arg('input', () => EditOutcomeInput, { description: 'Which one, and how.' }) input: EditOutcomeInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<OutcomeIds> {
    return context.command('editOutcome', input, key, (tx) => editOutcome(tx, context.requireViewer(), input));
  }

  @Mutation(() => OutcomePayload, {
    description:
      'Takes back what was written down by mistake; an action that is still open goes with it. For chair and secretary.',
  })
  @Policy('signedIn')
  withdrawOutcome(
    @Ctx() context: AppContext,
    @Arg('input', () => OutcomeVersionInput, { description: 'Which one.' }) input: OutcomeVersionInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<OutcomeIds> {
    return context.command('withdrawOutcome', input, key, (tx) => withdrawOutcome(tx, context.requireViewer(), input));
  }

  @Mutation(() => OutcomePayload, {
    description:
      'Drafts a note from a decision and its case; the outcome points at it. For chair and secretary, until the minutes are adopted.',
  })
  @Policy('signedIn')
  draftNoteFromOutcome(
    @Ctx() context: AppContext,
    @Arg('input', () => DraftNoteFromOutcomeInput, { description: 'Of which decision, and what would help the next.' })
    input: DraftNoteFromOutcomeInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<OutcomeIds> {
    return context.command('draftNoteFromOutcome', input, key, (tx) =>
      draftNoteFromOutcome(tx, context.requireViewer(), input),
    );
  }

  @FieldResolver(() => AgendaOutcomeType, {
    nullable: true,
    description: 'The outcome; null when it was withdrawn or nothing was changed.',
  })
  outcome(@Ctx() context: AppContext, @Root() payload: OutcomeIds): Promise<object | null> {
    return context.node('AgendaOutcome', payload.outcomeId);
  }

  @FieldResolver(() => KnowledgeNoteType, {
    nullable: true,
    description: 'The note that was drafted from it; null when none was.',
  })
  draftedNote(@Ctx() context: AppContext, @Root() payload: OutcomeIds): Promise<object | null> {
    return context.node('KnowledgeNote', payload.noteId);
  }

  @FieldResolver(() => AgendaItemType, { nullable: true, description: 'The item; null when nothing was changed.' })
  item(@Ctx() context: AppContext, @Root() payload: OutcomeIds): Promise<object | null> {
    return context.node('AgendaItem', payload.itemId);
  }

  @FieldResolver(() => MeetingType, { nullable: true, description: 'The meeting; null when nothing was changed.' })
  meeting(@Ctx() context: AppContext, @Root() payload: OutcomeIds): Promise<object | null> {
    return context.node('Meeting', payload.meetingId);
  }
}
