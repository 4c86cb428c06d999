import type { EscalationState, EscalationVerb } from '@versnellingstafel/shared/bottlenecks/escalations';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { Field, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../../platform/graphql/graph-enum.ts';
import { Payload } from '../../../platform/graphql/payload.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';

const EscalationStateEnum = graphEnum<EscalationState>('EscalationState', 'How far an escalation has come.', {
  DRAFT: 'Being written; where the table asks so, it waits for the political owner.',
  AGREED: 'The political owner agrees that it leaves.',
  SENT: 'At the receiving table, which accepts or returns it.',
  ACCEPTED: 'The receiving table took it on and answers by a day.',
  RETURNED: 'Sent back with a reason.',
  ANSWERED: 'Answered; the case went back one table.',
  WITHDRAWN: 'Taken back by the table that prepared or sent it.',
});

export const EscalationVerbEnum = graphEnum<EscalationVerb>('EscalationVerb', 'What people do with an escalation.', {
  EDIT_MEMO: 'Chair or secretary of the sending table rewrite the memo.',
  AGREE: 'The political owner agrees that it leaves.',
  DECLINE: 'The political owner does not agree yet, with a reason.',
  SEND: 'Chair or secretary of the sending table send it.',
  ACCEPT: 'Who holds the mandate of the receiving table takes it on.',
  RETURN: 'Who holds the mandate of the receiving table sends it back, with a reason.',
  ANSWER: 'Who holds the mandate of the receiving table answers.',
  WITHDRAW: 'Chair or secretary of the sending table take it back before it is accepted.',
});

@Policy('withParent')
@ObjectType('EscalationMemo', {
  description: 'What the table above reads, on one page.',
  simpleResolvers: true,
})
export class EscalationMemoType {
  @Field(() => String, { description: 'What is asked.' })
  question!: string;

  @Field(() => String, { description: 'What is going on.' })
  situation!: string;

  @Field(() => String, { description: 'What was tried.' })
  tried!: string;

  @Field(() => String, { description: 'What happens without a decision.' })
  consequence!: string;

  @Field(() => String, { description: 'What the sending table proposes.' })
  proposal!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'A decision is needed before this day.' })
  decisionBy!: LocalDate | null;
}

@Policy('withParent')
@ObjectType('Escalation', {
  description: 'A bottleneck sent by one table to the table above it.',
  simpleResolvers: true,
})
export class EscalationType {
  @Field(() => EscalationStateEnum, { description: 'How far it has come.' })
  state!: EscalationState;

  @Field(() => Int, { description: 'Grows with each change; send it as expectedVersion.' })
  version!: number;

  @Field(() => String, { description: 'Why the table above is needed.' })
  reason!: string;

  @Field(() => Boolean, { description: 'Does a political owner agree before it leaves?' })
  needsAgreement!: boolean;

  @Field(() => Date, { nullable: true, description: 'When it was agreed to; null while it is not.' })
  agreedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the political owner did not agree; null when that is not so.',
  })
  declineReason!: string | null;

  @Field(() => Boolean, { description: 'The receiving table reads the text of the case too, not the memo alone.' })
  sharesDossier!: boolean;

  @Field(() => Boolean, { description: 'The receiving table reads the files of the case too.' })
  sharesFiles!: boolean;

  @Field(() => Date, { description: 'When it was begun.' })
  draftedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was sent; null while it is being prepared.' })
  sentAt!: Date | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day by which the receiving table answers.' })
  answerBy!: LocalDate | null;

  @Field(() => Date, { nullable: true, description: 'When the receiving table took it on.' })
  acceptedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it came back; null while it is under way.' })
  endedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'In what words it came back: the answer, or why it was returned or withdrawn.',
  })
  outcome!: string | null;
}

@Policy('withParent')
@ObjectType('EscalationPayload', {
  description: 'The escalation and its case as they are now, or why nothing changed.',
})
export class EscalationPayload extends Payload {}
