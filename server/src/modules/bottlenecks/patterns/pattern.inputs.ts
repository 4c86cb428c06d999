import { Field, ID, InputType, Int } from 'type-graphql';
import { WriteNoteInput } from '../../knowledge/knowledge.module.ts';

@InputType('MakePatternInput', { description: 'Several bottlenecks that are one problem.' })
export class MakePatternInput {
  @Field(() => ID, { description: 'The table that holds them.' })
  tableId!: string;

  @Field(() => String, { description: 'What they have in common, in a line of 5 to 160 characters.' })
  title!: string;

  @Field(() => String, { description: 'The problem behind them.' })
  problem!: string;

  @Field(() => [ID], { description: 'The bottlenecks, two or more, open and held by that table.' })
  bottleneckIds!: string[];
}

@InputType('PatternVersionInput', { description: 'A pattern in the version that was seen.' })
export class PatternVersionInput {
  @Field(() => ID, { description: 'The pattern.' })
  patternId!: string;

  @Field(() => Int, { description: 'The version that was seen; another one now gives a conflict.' })
  expectedVersion!: number;
}

@InputType('EditPatternInput', { description: 'Other words for a pattern; what is left out stays.' })
export class EditPatternInput extends PatternVersionInput {
  @Field(() => String, { nullable: true, description: 'What its bottlenecks have in common.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'The problem behind them.' })
  problem?: string | null;
}

@InputType('PatternMembersInput', { description: 'Bottlenecks that come to a pattern or leave it.' })
export class PatternMembersInput extends PatternVersionInput {
  @Field(() => [ID], { description: 'The bottlenecks.' })
  bottleneckIds!: string[];
}

@InputType('PatternReasonInput', { description: 'A step with a pattern that needs a reason.' })
export class PatternReasonInput extends PatternVersionInput {
  @Field(() => String, { description: 'Why; it stands on the timeline.' })
  reason!: string;
}

@InputType('ResolvePatternInput', { description: 'What resolved all of its bottlenecks at once.' })
export class ResolvePatternInput extends PatternVersionInput {
  @Field(() => String, { description: 'What resolved them.' })
  resolution!: string;

  @Field(() => ID, { nullable: true, description: 'A note that was used; linked to each as having worked.' })
  noteId?: string | null;

  @Field(() => WriteNoteInput, { nullable: true, description: 'A note that is written there and then.' })
  newNote?: WriteNoteInput | null;

  @Field(() => [ID], { nullable: true, description: 'Bottlenecks for which it does not hold; they stay open.' })
  leaveOutIds?: string[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: bottlenecks that may not be resolved now are left out and listed; false: nothing happens while there is one.',
  })
  allowedOnly?: boolean | null;
}
