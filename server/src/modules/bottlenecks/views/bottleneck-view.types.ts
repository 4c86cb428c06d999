import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { graphEnum } from '../../../platform/graphql/graph-enum.ts';
import { Node } from '../../../platform/graphql/node.type.ts';
import { Payload } from '../../../platform/graphql/payload.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { type BottleneckGroup, BottleneckGroupEnum } from '../bottleneck-groups.ts';
import { type BottleneckOrder, BottleneckOrderEnum } from '../bottleneck.enums.ts';
import { BottleneckFilter } from '../bottleneck.types.ts';

type BottleneckLayout = 'TABLE' | 'BOARD';
const BottleneckLayoutEnum = graphEnum<BottleneckLayout>('BottleneckLayout', 'How a list of cases is laid out.', {
  TABLE: 'Rows and columns.',
  BOARD: 'A column for each state.',
});

@Policy('withParent')
@ObjectType('BottleneckView', { implements: Node, description: 'A way of looking at the list that somebody saved.' })
export class BottleneckViewType extends Node {
  @Field(() => String, { description: 'What it is called.', simple: true })
  name!: string;

  @Field(() => String, {
    description: "The search part of the list's address, without the question mark; as the client made it.",
    simple: true,
  })
  search!: string;

  @Field(() => Int, { description: 'Grows with each change.', simple: true })
  version!: number;
}

@Policy('withParent')
@ObjectType('BottleneckViewPayload', { description: 'The view as it is now, or why it was not kept.' })
export class BottleneckViewPayload extends Payload {}

@InputType('BottleneckListInput', { description: 'What the list shows, so that its cases can be counted.' })
export class BottleneckListInput {
  @Field(() => BottleneckFilter, { nullable: true, description: 'Which cases.' })
  filter?: BottleneckFilter | null;

  @Field(() => BottleneckOrderEnum, { nullable: true, description: 'In which order.' })
  orderBy?: BottleneckOrder | null;

  @Field(() => BottleneckGroupEnum, { nullable: true, description: 'In which groups.' })
  groupBy?: BottleneckGroup | null;

  @Field(() => [String], { nullable: true, description: 'Which columns, as the client calls them.' })
  columns?: string[] | null;

  @Field(() => BottleneckLayoutEnum, { nullable: true, description: 'In which layout.' })
  layout?: BottleneckLayout | null;
}

@InputType('SaveBottleneckViewInput', { description: 'A new view.' })
export class SaveBottleneckViewInput {
  @Field(() => String, { description: 'What it is called, in 1 to 60 characters.' })
  name!: string;

  @Field(() => String, { description: 'The search part of the address, to 2,000 characters.' })
  search!: string;

  @Field(() => BottleneckListInput, { description: 'The same, for counting.' })
  list!: BottleneckListInput;

  @Field(() => ID, { nullable: true, description: 'Share it with this table; left out: for oneself.' })
  tableId?: string | null;
}

@InputType('EditBottleneckViewInput', { description: 'What changes about a view; what is left out stays.' })
export class EditBottleneckViewInput {
  @Field(() => ID, { description: 'The view.' })
  viewId!: string;

  @Field(() => Int, { description: 'The version that was seen.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'A new name.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Another address.' })
  search?: string | null;

  @Field(() => BottleneckListInput, { nullable: true, description: 'The same, for counting.' })
  list?: BottleneckListInput | null;

  @Field(() => ID, { nullable: true, description: 'Share it with this table; null: for oneself again.' })
  tableId?: string | null;
}

@InputType('BottleneckViewInput', { description: 'A view.' })
export class BottleneckViewInput {
  @Field(() => ID, { description: 'The view.' })
  viewId!: string;
}
