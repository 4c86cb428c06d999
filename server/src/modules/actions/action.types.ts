import type { ActionState } from '@versnellingstafel/shared/actions/states';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { ActionStateEnum } from './action.enums.ts';

@Policy('withParent')
@ObjectType('Action', {
  implements: Node,
  description: 'Who does what by when, agreed at a table.',
  simpleResolvers: true,
})
export class ActionType extends Node {
  @Field(() => String, { description: 'Its number for people, for example A-2026-014.' })
  number!: string;

  @Field(() => Int, { description: 'Raised by every change; every change of it takes this number as expectedVersion.' })
  version!: number;

  @Field(() => String, { description: 'What is to be done.' })
  what!: string;

  @Field(() => ActionStateEnum, { description: 'How far it is.' })
  state!: ActionState;

  @Field(() => LocalDateScalar, { description: 'The last day for it.' })
  dueOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    description: 'The day that was first agreed; a promise is kept or late by this one.',
  })
  agreedDueOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'When it was done; null while it is not.' })
  doneOn!: LocalDate | null;

  @Field(() => String, { description: 'What came of it; empty while it is not done.' })
  doneNote!: string;

  @Field(() => String, { description: 'Why it is no longer needed; empty unless it was withdrawn.' })
  withdrawnReason!: string;

  @Field(() => Boolean, { description: 'Was it agreed in a closed part?' })
  closedPart!: boolean;

  @Field(() => Date, { description: 'When it was agreed.' })
  createdAt!: Date;

  @Field(() => Date, { description: 'When it last changed.' })
  updatedAt!: Date;
}

@Policy('withParent')
@ObjectType('ActionConnection', { description: 'A page of actions, as far as the viewer may see them.' })
export class ActionConnection extends connectionOf('Action', () => ActionType) {}

@Policy('withParent')
@ObjectType('ActionPayload', { description: 'The action as it is now, or why nothing changed.' })
export class ActionPayload extends Payload {}

@Policy('withParent')
@ObjectType('PromiseFigures', {
  description: 'How one organisation keeps its promises at a table, over the actions that the viewer may see.',
  simpleResolvers: true,
})
export class PromiseFiguresType {
  @Field(() => Int, { description: 'Done by the day that was agreed.' })
  kept!: number;

  @Field(() => Int, { description: 'Done, but after the day that was agreed.' })
  keptLate!: number;

  @Field(() => Int, { description: 'Open, and its day is over.' })
  late!: number;

  @Field(() => Int, { description: 'Open, and there is time.' })
  open!: number;
}
