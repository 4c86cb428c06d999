import type { ActionState } from '@versnellingstafel/shared/actions/states';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { ActionStateEnum } from './action.enums.ts';

@InputType('ActionFilter', { description: 'Which actions; what is left out does not filter.' })
export class ActionFilter {
  @Field(() => ID, { nullable: true, description: 'Agreed at this table.' })
  tableId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Agreed in this meeting.' })
  meetingId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For this case.' })
  bottleneckId?: string | null;

  @Field(() => ID, { nullable: true, description: 'To be done by this person.' })
  ownerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'To be done by somebody of this organisation.' })
  organisationId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those of the viewer.' })
  mine?: boolean | null;

  @Field(() => [ActionStateEnum], { nullable: true, description: 'In one of these states.' })
  states?: ActionState[] | null;

  @Field(() => Boolean, { nullable: true, description: 'true: open and past the day; false: the others.' })
  late?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words in the action, its number or the name of who does it; all must be found.',
  })
  text?: string | null;
}

@InputType('AddActionInput', { description: 'A new action.' })
export class AddActionInput {
  @Field(() => ID, { description: 'The table it is agreed at.' })
  tableId!: string;

  @Field(() => String, { description: 'What is to be done.' })
  what!: string;

  @Field(() => ID, { description: 'Who does it.' })
  ownerId!: string;

  @Field(() => LocalDateScalar, { description: 'The last day for it; not in the past.' })
  dueOn!: LocalDate;

  @Field(() => ID, { nullable: true, description: 'The case it is for.' })
  bottleneckId?: string | null;
}

const version = 'The version that was seen.';
const which = 'The action.';

@InputType('EditActionInput', { description: 'What changes about an action; what is left out stays.' })
export class EditActionInput {
  @Field(() => ID, { description: which })
  actionId!: string;

  @Field(() => Int, { description: version })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'What is to be done.' })
  what?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who does it.' })
  ownerId?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day for it; a new one is not in the past.' })
  dueOn?: LocalDate | null;
}

@InputType('CompleteActionInput', { description: 'An action that is done.' })
export class CompleteActionInput {
  @Field(() => ID, { description: which })
  actionId!: string;

  @Field(() => Int, { description: version })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'What came of it.' })
  note?: string | null;
}

@InputType('ActionReasonInput', { description: 'An action with a reason.' })
export class ActionReasonInput {
  @Field(() => ID, { description: which })
  actionId!: string;

  @Field(() => Int, { description: version })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why.' })
  reason!: string;
}

@InputType('ActionVersionInput', { description: 'An action in the version that was seen.' })
export class ActionVersionInput {
  @Field(() => ID, { description: which })
  actionId!: string;

  @Field(() => Int, { description: version })
  expectedVersion!: number;
}
