import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { OutcomeKind } from '@versnellingstafel/shared/meetings/outcomes';
import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import { OutcomeKindEnum } from '../meetings.enums.ts';

@InputType('OutcomeActionInput', { description: 'An action that is agreed.' })
export class OutcomeActionInput {
  @Field(() => String, { description: 'What is done.' })
  what!: string;

  @Field(() => ID, { description: 'Who does it.' })
  ownerId!: string;

  @Field(() => LocalDateScalar, { description: 'Before when; not in the past.' })
  dueOn!: LocalDate;

  @Field(() => ID, { nullable: true, description: 'The case it is for.' })
  bottleneckId?: string | null;
}

@InputType('AddOutcomeInput', { description: 'Something that came of an item.' })
export class AddOutcomeInput {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => OutcomeKindEnum, { description: 'What it is.' })
  kind!: OutcomeKind;

  @Field(() => String, {
    nullable: true,
    description: 'In words. Of a decision, when left out: what is proposed; other words make it an amended one.',
  })
  text?: string | null;

  @Field(() => OutcomeActionInput, { nullable: true, description: 'Of an ACTION: who does what by when.' })
  action?: OutcomeActionInput | null;

  @Field(() => ID, { nullable: true, description: 'Of a BOTTLENECK: the case that was made or changed.' })
  bottleneckId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a NOTE: the note that was made or changed.' })
  noteId?: string | null;
}

@InputType('EditOutcomeInput', { description: 'An outcome in other words.' })
export class EditOutcomeInput {
  @Field(() => ID, { description: 'The outcome.' })
  outcomeId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'The new words.' })
  text!: string;
}

@InputType('DraftNoteFromOutcomeInput', { description: 'A note that is drafted from a decision.' })
export class DraftNoteFromOutcomeInput {
  @Field(() => ID, { description: 'The decision.' })
  outcomeId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'What would help the next one; it is the summary of the note.' })
  lesson!: string;

  @Field(() => ID, { nullable: true, description: 'The case that it is about, when the item is about several.' })
  bottleneckId?: string | null;
}

@InputType('OutcomeVersionInput', { description: 'An outcome in the version that was seen.' })
export class OutcomeVersionInput {
  @Field(() => ID, { description: 'The outcome.' })
  outcomeId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;
}
