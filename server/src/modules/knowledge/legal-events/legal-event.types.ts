import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { LegalEventKind, NoteReviewState, ReviewVerdict } from '@versnellingstafel/shared/knowledge/legal-events';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { graphEnum } from '../../../platform/graphql/graph-enum.ts';
import { Node } from '../../../platform/graphql/node.type.ts';
import { Payload } from '../../../platform/graphql/payload.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import { NoteParts } from '../knowledge-note.inputs.ts';

const LegalEventKindEnum = graphEnum<LegalEventKind>('LegalEventKind', 'What sort of thing changed.', {
  RULING: 'A court ruled.',
  LAW: 'A law or a rule entered into force, or went.',
  TOOL: 'A new version of a tool that is prescribed, such as AERIUS.',
  POLICY: 'Policy of the state, the province or a water board.',
});

const NoteReviewStateEnum = graphEnum<NoteReviewState>('NoteReviewState', 'What became of a touched note.', {
  TO_REVIEW: 'Waits for a reviewer; reads as “check first” meanwhile.',
  CONFIRMED: 'Still holds.',
  ADAPTED: 'Reads differently now, and waits for a validator.',
  ARCHIVED: 'Out of use.',
});

const ReviewVerdictEnum = graphEnum<ReviewVerdict>('ReviewVerdict', 'What a reviewer decides about a note.', {
  CONFIRM: 'It still holds; for a validator other than the author.',
  ADAPT: 'It is changed; for its author or a knowledge editor.',
  ARCHIVE: 'It is out of use; for its author or a knowledge editor.',
});

@Policy('withParent')
@ObjectType('LegalEvent', {
  implements: Node,
  description: 'A ruling, a law that enters into force, a new version of a tool or a policy, which notes may rest on.',
})
export class LegalEventType extends Node {
  @Field(() => Int, { description: 'Grows with each change.', simple: true })
  version!: number;

  @Field(() => LegalEventKindEnum, { description: 'What sort of thing changed.', simple: true })
  kind!: LegalEventKind;

  @Field(() => String, { description: 'What changed, in a line.', simple: true })
  title!: string;

  @Field(() => String, { description: 'What it means, in a few sentences.', simple: true })
  summary!: string;

  @Field(() => LocalDateScalar, { description: 'The day from which it counts.', simple: true })
  effectiveOn!: LocalDate;

  @Field(() => Date, { description: 'When it was recorded here.', simple: true })
  recordedAt!: Date;
}

@Policy('withParent')
@ObjectType('NoteReview', { description: 'A note that a legal event touched, and what became of it.' })
export class NoteReviewType {
  @Field(() => NoteReviewStateEnum, { description: 'What became of it.', simple: true })
  state!: NoteReviewState;

  @Field(() => Date, { nullable: true, description: 'When it was judged; null while it was not.', simple: true })
  settledAt!: Date | null;

  @Field(() => String, { description: 'What the reviewer said with it.', simple: true })
  remark!: string;
}

@Policy('withParent')
@ObjectType('LegalEventConnection', {
  description: 'A page of legal events, the one that counts from the latest day first.',
})
export class LegalEventConnection extends connectionOf('LegalEvent', () => LegalEventType) {}

@Policy('withParent')
@ObjectType('LegalEventPayload', { description: 'The legal event as it is now, or why nothing was changed.' })
export class LegalEventPayload extends Payload {}

@InputType('RecordLegalEventInput', { description: 'What changed, and which notes have to be looked at again.' })
export class RecordLegalEventInput {
  @Field(() => LegalEventKindEnum, { description: 'What sort of thing changed.' })
  kind!: LegalEventKind;

  @Field(() => String, { description: 'What changed, in a line of 5 to 200 characters.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'What it means, to 2,000 characters.' })
  summary?: string | null;

  @Field(() => [String], { description: 'As sources name it: an ECLI, a law, an article; up to ten.' })
  legalReferences!: string[];

  @Field(() => LocalDateScalar, { description: 'The day from which it counts.' })
  effectiveOn!: LocalDate;

  @Field(() => [ID], { description: 'The notes to look at again; ask notesRestingOn which rest on it.' })
  noteIds!: string[];
}

@InputType('LegalEventInput', { description: 'A legal event.' })
export class LegalEventInput {
  @Field(() => ID, { description: 'The legal event.' })
  legalEventId!: string;
}

@InputType('SettleReviewInput', { description: 'A verdict on a touched note; its texts count for ADAPT alone.' })
export class SettleReviewInput extends NoteParts {
  @Field(() => ID, { description: 'The legal event.' })
  legalEventId!: string;

  @Field(() => ID, { description: 'The note.' })
  noteId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  expectedVersion!: number;

  @Field(() => ReviewVerdictEnum, { description: 'The verdict.' })
  verdict!: ReviewVerdict;

  @Field(() => String, { nullable: true, description: 'What is said with it, to 1,000 characters.' })
  remark?: string | null;

  @Field(() => ID, { nullable: true, description: 'With ARCHIVE: the note that replaces it.' })
  supersededBy?: string | null;

  @Field(() => String, { nullable: true, description: 'The answer in a few sentences.' })
  summary?: string | null;
}
