import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import { BottleneckVersionInput } from '../bottleneck.inputs.ts';

@InputType('EscalationMemoInput', {
  description: 'What the memo says; what is left out stays, or is written from the case.',
})
export class EscalationMemoInput {
  @Field(() => String, { nullable: true, description: 'What is asked, 1 to 400 characters.' })
  question?: string | null;

  @Field(() => String, { nullable: true, description: 'What is going on, to 1,000 characters.' })
  situation?: string | null;

  @Field(() => String, { nullable: true, description: 'What was tried, to 600 characters.' })
  tried?: string | null;

  @Field(() => String, { nullable: true, description: 'What happens without a decision, to 400 characters.' })
  consequence?: string | null;

  @Field(() => String, { nullable: true, description: 'What the table proposes, to 600 characters.' })
  proposal?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Decision needed before this date; null takes it off.' })
  decisionBy?: LocalDate | null;
}

@InputType('EscalateBottleneckInput', { description: 'A bottleneck that goes to the table above.' })
export class EscalateBottleneckInput extends BottleneckVersionInput {
  @Field(() => String, { description: 'Why the table above is needed.' })
  reason!: string;

  @Field(() => EscalationMemoInput, {
    nullable: true,
    description: 'The memo, where it differs from what the case says.',
  })
  memo?: EscalationMemoInput | null;

  @Field(() => Boolean, { nullable: true, description: 'Share the text of the case too; left out: the memo alone.' })
  sharesDossier?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Share the files of the case too; left out: not.' })
  sharesFiles?: boolean | null;
}

@InputType('EscalationVersionInput', { description: 'An escalation in the version that was seen.' })
export class EscalationVersionInput {
  @Field(() => ID, { description: 'The escalation.' })
  escalationId!: string;

  @Field(() => Int, { description: 'The version that was seen; another one now gives a conflict.' })
  expectedVersion!: number;
}

@InputType('EditEscalationInput', { description: 'What changes in a memo; what is left out stays.' })
export class EditEscalationInput extends EscalationVersionInput {
  @Field(() => EscalationMemoInput, { description: 'What the memo says.' })
  memo!: EscalationMemoInput;

  @Field(() => Boolean, { nullable: true, description: 'Share the text of the case too.' })
  sharesDossier?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Share the files of the case too.' })
  sharesFiles?: boolean | null;
}

@InputType('EscalationReasonInput', { description: 'A step that needs a reason.' })
export class EscalationReasonInput extends EscalationVersionInput {
  @Field(() => String, { description: 'Why; it stands on the timeline.' })
  reason!: string;
}

@InputType('AnswerEscalationInput', { description: 'What the receiving table answers.' })
export class AnswerEscalationInput extends EscalationVersionInput {
  @Field(() => String, { description: 'The answer.' })
  answer!: string;

  @Field(() => Boolean, { description: 'true: it resolves the case; false: the case goes on at home with the answer.' })
  resolves!: boolean;
}

@InputType('AcceptEscalationInput', { description: 'A question that the receiving table takes on.' })
export class AcceptEscalationInput extends EscalationVersionInput {
  @Field(() => LocalDateScalar, { nullable: true, description: 'Answers by this day; left out: within its term.' })
  answerBy?: LocalDate | null;

  @Field(() => ID, { nullable: true, description: 'A coming meeting of the receiving table, on whose agenda it goes.' })
  meetingId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the sending table should know; it stands on the timeline.',
  })
  remark?: string | null;
}
