import { type LegalReference, legalReferenceOf } from '@versnellingstafel/shared/knowledge/legal-reference';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { afterArg, firstArg, FirstType, type Page } from '../../../platform/graphql/connection.ts';
import { timelineOf } from '../../../platform/graphql/event.queries.ts';
import { EventConnection } from '../../../platform/graphql/event.types.ts';
import type { Outcome } from '../../../platform/graphql/graph-context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import type { StoredEvent } from '../../../platform/streams/event.ts';
import { type AppContext, PersonType } from '../../people/people.module.ts';
import type { KnowledgeNote } from '../knowledge-note.entity.ts';
import { KnowledgeNoteType, LegalReferenceType } from '../knowledge-note.types.ts';
import type { LegalEvent } from './legal-event.entity.ts';
import { listLegalEvents, type NoteReviewFace, openReviewsOfNote, reviewsOfEvent } from './legal-event.queries.ts';
import {
  LegalEventConnection,
  LegalEventInput,
  LegalEventPayload,
  LegalEventType,
  NoteReviewType,
  RecordLegalEventInput,
  SettleReviewInput,
} from './legal-event.types.ts';
import { legalEventKind, recordLegalEvent } from './record-legal-event.ts';
import { withFoldedBody } from '../shared-body/fold-body.ts';
import { settleReview, withdrawLegalEvent } from './settle-review.ts';
import { notesRestingOn } from './touched-notes.ts';

type EventOutcome = Outcome<{ legalEventId: string; noteId?: string }>;
const keyArg = { nullable: true, description: 'The same key for every attempt at the same thing.' } as const;

@Resolver(() => LegalEventType)
export class LegalEventResolver {
  @Query(() => LegalEventConnection, { description: 'What changed in the law, the latest day first.' })
  @Policy('signedIn')
  legalEvents(
    @Ctx() context: AppContext,
    @Arg('first', () => FirstType, firstArg(20)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
  ): Promise<Page<LegalEvent>> {
    return listLegalEvents(context, { first, after });
  }

  @Query(() => [KnowledgeNoteType], { description: 'The notes in use that rest on one of these sources.' })
  @Policy('signedIn')
  async notesRestingOn(
    @Ctx() context: AppContext,
    @Arg('references', () => [String], { description: 'As sources name it: an ECLI, a law, an article.' })
    references: string[],
  ): Promise<object[]> {
    const notes = await notesRestingOn(context.em, context.requireViewer(), references.slice(0, 10));
    return context.nodes(
      'KnowledgeNote',
      notes.map(({ id }) => id),
    );
  }

  @FieldResolver(() => [LegalReferenceType], { description: 'As sources name it.' })
  legalReferences(@Root() event: LegalEvent): LegalReference[] {
    return event.legalReferences.map(legalReferenceOf);
  }

  @FieldResolver(() => PersonType, { description: 'Who recorded it.' })
  recordedBy(@Ctx() context: AppContext, @Root() event: LegalEvent): Promise<object | null> {
    return context.node('Person', event.recordedById);
  }

  @FieldResolver(() => [NoteReviewType], {
    description: 'The notes that it touched, as far as the viewer may see them.',
  })
  reviews(@Ctx() context: AppContext, @Root() event: LegalEvent): Promise<NoteReviewFace[]> {
    return reviewsOfEvent(context, event.id);
  }

  @FieldResolver(() => EventConnection, { description: 'What happened because of it, newest first.' })
  timeline(
    @Ctx() context: AppContext,
    @Root() event: LegalEvent,
    @Arg('first', () => FirstType, firstArg(20)) first: number,
    @Arg('after', () => String, afterArg) after: string | null,
  ): Promise<Page<StoredEvent>> {
    return timelineOf(context, { kind: legalEventKind, id: event.id }, { first, after });
  }
}

@Resolver(() => NoteReviewType)
export class NoteReviewResolver {
  @FieldResolver(() => KnowledgeNoteType, { description: 'The note.' })
  note(@Ctx() context: AppContext, @Root() face: NoteReviewFace): Promise<object | null> {
    return context.node('KnowledgeNote', face.noteId);
  }

  @FieldResolver(() => LegalEventType, { description: 'What touched it.' })
  legalEvent(@Ctx() context: AppContext, @Root() face: NoteReviewFace): Promise<object | null> {
    return context.node('LegalEvent', face.legalEventId);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who judged it; null while nobody did.' })
  settledBy(@Ctx() context: AppContext, @Root() face: NoteReviewFace): Promise<object | null> {
    return context.node('Person', face.settledById);
  }
}

@Resolver(() => KnowledgeNoteType)
export class NoteUnderReviewResolver {
  @FieldResolver(() => [NoteReviewType], { description: 'What changed in the law and makes it wait for a review.' })
  openReviews(@Ctx() context: AppContext, @Root() note: KnowledgeNote): Promise<NoteReviewFace[]> {
    return openReviewsOfNote(context, note.id);
  }
}

/** Telling what changed in the law, and judging the notes that rest on it. */
@Resolver(() => LegalEventPayload)
export class LegalEventMutations {
  @Mutation(() => LegalEventPayload, { description: 'Tells what changed; the notes that rest on it wait for review.' })
  @Policy('signedIn')
  recordLegalEvent(
    @Ctx() context: AppContext,
    @Arg('input', () => RecordLegalEventInput, { description: 'What changed.' }) input: RecordLegalEventInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<EventOutcome> {
    return context.command('recordLegalEvent', input, key, (tx) =>
      recordLegalEvent(tx, context.requireViewer(), input),
    );
  }

  @Mutation(() => LegalEventPayload, { description: 'Judges a note that a legal event touched.' })
  @Policy('signedIn')
  settleReview(
    @Ctx() context: AppContext,
    @Arg('input', () => SettleReviewInput, { description: 'The verdict.' }) input: SettleReviewInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<EventOutcome> {
    return withFoldedBody(context, input.noteId, () =>
      context.command('settleReview', input, key, (tx) => settleReview(tx, context.requireViewer(), input)),
    );
  }

  @Mutation(() => LegalEventPayload, {
    description: 'Takes a legal event back that was recorded by mistake, by who did, while no note was judged.',
  })
  @Policy('signedIn')
  withdrawLegalEvent(
    @Ctx() context: AppContext,
    @Arg('input', () => LegalEventInput, { description: 'Which one.' }) input: LegalEventInput,
    @Arg('idempotencyKey', () => ID, keyArg) key: string | null,
  ): Promise<EventOutcome> {
    return context.command('withdrawLegalEvent', input, key, (tx) =>
      withdrawLegalEvent(tx, context.requireViewer(), input),
    );
  }

  @FieldResolver(() => LegalEventType, { nullable: true, description: 'The legal event; null when it is not there.' })
  legalEvent(@Ctx() context: AppContext, @Root() outcome: EventOutcome): Promise<object | null> {
    return context.node('LegalEvent', outcome.legalEventId);
  }

  @FieldResolver(() => KnowledgeNoteType, { nullable: true, description: 'The note that was judged; null otherwise.' })
  note(@Ctx() context: AppContext, @Root() outcome: EventOutcome): Promise<object | null> {
    return context.node('KnowledgeNote', outcome.noteId ?? null);
  }
}
