import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Node } from '../../../platform/graphql/node.type.ts';
import { Payload } from '../../../platform/graphql/payload.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';

@Policy('withParent')
@ObjectType('CaseFeedback', {
  implements: Node,
  description: 'What a municipality is to hear of what a meeting did with a case.',
  simpleResolvers: true,
})
export class CaseFeedbackType extends Node {
  @Field(() => LocalDateScalar, { description: 'Last day to tell it; from the rhythm of the table, in working days.' })
  dueOn!: LocalDate;

  @Field(() => Date, { nullable: true, description: 'When it was told; null while it is not.' })
  doneAt!: Date | null;

  @Field(() => String, { description: 'How it was told; may be empty.' })
  note!: string;
}

@InputType('FeedbackInput', { description: 'That a municipality was told.' })
export class FeedbackInput {
  @Field(() => ID, { description: 'What was due.' })
  feedbackId!: string;

  @Field(() => String, { nullable: true, description: 'How it was told.' })
  note!: string | null;
}

@Policy('withParent')
@ObjectType('FeedbackPayload', { description: 'The feedback as it is now, or why nothing changed.' })
export class FeedbackPayload extends Payload {}
