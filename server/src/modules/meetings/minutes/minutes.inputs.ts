import type { AddendumOrigin } from '@versnellingstafel/shared/meetings/minutes';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AddendumOriginEnum } from './minutes.enums.ts';

@InputType('MinutesVersionInput', { description: 'Minutes in the version that was seen.' })
export class MinutesVersionInput {
  @Field(() => ID, { description: 'The minutes.' })
  minutesId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;
}

@InputType('AdoptMinutesInput', { description: 'Which minutes are adopted, and how.' })
export class AdoptMinutesInput {
  @Field(() => ID, { description: 'The minutes.' })
  minutesId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'The meeting that adopts it; left out: written procedure, by who holds the mandate.',
  })
  inMeetingId!: string | null;
}

@InputType('RemarkOnMinutesInput', { description: 'What is said of minutes.' })
export class RemarkOnMinutesInput {
  @Field(() => ID, { description: 'The minutes.' })
  minutesId!: string;

  @Field(() => ID, { nullable: true, description: 'The item that it is about; left out: all of the minutes.' })
  itemId!: string | null;

  @Field(() => String, { description: 'What is said.' })
  text!: string;
}

@InputType('SettleRemarkInput', { description: 'What becomes of a remark.' })
export class SettleRemarkInput {
  @Field(() => ID, { description: 'The remark.' })
  remarkId!: string;

  @Field(() => Boolean, { description: 'Is it taken over?' })
  taken!: boolean;

  @Field(() => String, { nullable: true, description: 'What is answered.' })
  answer!: string | null;
}

@InputType('AddendumInput', { description: 'What is added to adopted minutes.' })
export class AddendumInput {
  @Field(() => ID, { description: 'The minutes.' })
  minutesId!: string;

  @Field(() => ID, { nullable: true, description: 'The item that it is about; left out: all of the minutes.' })
  itemId!: string | null;

  @Field(() => String, { description: 'What is added.' })
  text!: string;

  @Field(() => AddendumOriginEnum, {
    nullable: true,
    defaultValue: 'CORRECTION',
    description: 'Where it comes from. Text that was written without a connection is always a proposal.',
  })
  origin!: AddendumOrigin | null;
}

@InputType('SettleAddendumInput', { description: 'What becomes of a proposed addendum.' })
export class SettleAddendumInput {
  @Field(() => ID, { description: 'The addendum.' })
  addendumId!: string;

  @Field(() => Boolean, { description: 'Does it count?' })
  accepted!: boolean;

  @Field(() => String, { nullable: true, description: 'What is answered; needed when it is returned.' })
  answer!: string | null;
}
