import type { BottleneckVerb } from '@versnellingstafel/shared/bottlenecks/transitions';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../../platform/graphql/payload.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';
import { BottleneckVerbEnum } from '../bottleneck.enums.ts';
import { BottleneckVersionInput } from '../bottleneck.inputs.ts';

@InputType('BottleneckChangeInput', { description: 'What changes on each of them; what is left out stays.' })
export class BottleneckChangeInput {
  @Field(() => ID, { nullable: true, description: 'The new owner.' })
  ownerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The new lead (trekker).' })
  leadId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The due date; today or later.' })
  dueOn?: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'The next step, in a line.' })
  nextStep?: string | null;

  @Field(() => [String], { nullable: true, description: 'Themes to add, by code.' })
  addThemeCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Themes to take away, by code; one always stays.' })
  removeThemeCodes?: string[] | null;

  @Field(() => BottleneckVerbEnum, {
    nullable: true,
    description: 'A step: TRIAGE, START, HOLD, RESUME, WITHDRAW or REOPEN.',
  })
  verb?: BottleneckVerb | null;

  @Field(() => String, { nullable: true, description: 'Why; HOLD, WITHDRAW and REOPEN need it.' })
  reason?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day of return; HOLD needs it.' })
  returnOn?: LocalDate | null;
}

@InputType('ChangeBottlenecksInput', { description: 'One change of several cases.' })
export class ChangeBottlenecksInput {
  @Field(() => [BottleneckVersionInput], { description: 'Which ones, in the versions that were seen; up to 500.' })
  bottlenecks!: BottleneckVersionInput[];

  @Field(() => BottleneckChangeInput, { description: 'What changes.' })
  change!: BottleneckChangeInput;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'true: those that may not be changed stay as they are and are listed; false: nothing happens while there is one.',
  })
  allowedOnly?: boolean | null;
}

@Policy('withParent')
@ObjectType('BulkRefusal', { description: 'A case that stays as it is, and why.' })
export class BulkRefusal {
  @Field(() => String, { description: 'Why, as a code.', simple: true })
  code!: string;
}

@Policy('withParent')
@ObjectType('BulkChangePayload', { description: 'What was changed, and what was not.' })
export class BulkChangePayload extends Payload {}

@InputType('UndoBulkChangeInput', { description: 'A change of several cases.' })
export class UndoBulkChangeInput {
  @Field(() => ID, { description: 'The change.' })
  bulkChangeId!: string;
}

@InputType('HandOverInput', { description: 'The open cases and actions of somebody who leaves.' })
export class HandOverInput {
  @Field(() => ID, { description: 'Whose work it is.' })
  fromPersonId!: string;

  @Field(() => ID, { description: 'Who takes it over.' })
  toPersonId!: string;

  @Field(() => String, { nullable: true, description: 'A word with it, to 1,000 characters.' })
  remark?: string | null;
}

@Policy('withParent')
@ObjectType('HandOverPayload', { description: 'How much was handed over.' })
export class HandOverPayload extends Payload {
  @Field(() => Int, { description: 'How many cases.', simple: true })
  bottleneckCount!: number;

  @Field(() => Int, { description: 'How many actions.', simple: true })
  actionCount!: number;
}

@InputType('UndoHandOverInput', { description: 'Work that was handed over.' })
export class UndoHandOverInput {
  @Field(() => ID, { description: 'The hand-over.' })
  handOverId!: string;
}
