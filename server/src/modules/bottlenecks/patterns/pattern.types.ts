import { Field, Int, ObjectType } from 'type-graphql';
import type { PatternState } from '@versnellingstafel/shared/bottlenecks/pattern-permissions';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { graphEnum } from '../../../platform/graphql/graph-enum.ts';
import { Node } from '../../../platform/graphql/node.type.ts';
import { Payload } from '../../../platform/graphql/payload.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';

const PatternStateEnum = graphEnum<PatternState>('PatternState', 'How far a pattern has come.', {
  OPEN: 'Its bottlenecks wait for one answer.',
  RESOLVED: 'Resolved, with those of its bottlenecks for which that held.',
  DISSOLVED: 'Not one problem after all: its bottlenecks go on by themselves.',
});

@Policy('withParent')
@ObjectType('Pattern', {
  implements: Node,
  description: 'Bottlenecks of a table that are one problem across projects, resolved at once.',
  simpleResolvers: true,
})
export class PatternType extends Node {
  @Field(() => String, { description: 'Its number for people, for example PT-2026-003. Numbers have gaps.' })
  number!: string;

  @Field(() => String, { description: 'What its bottlenecks have in common, in a line.' })
  title!: string;

  @Field(() => String, { description: 'The problem behind them.' })
  problem!: string;

  @Field(() => PatternStateEnum, { description: 'How far it has come.' })
  state!: PatternState;

  @Field(() => LocalDateScalar, { description: 'The day on which it was made.' })
  madeOn!: LocalDate;

  @Field(() => String, { description: 'What resolved it; empty while it is open.' })
  resolution!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was resolved.' })
  resolvedOn!: LocalDate | null;

  @Field(() => Int, { description: 'Grows with each change; send it as expectedVersion. 0 for who cannot change it.' })
  version!: number;
}

@Policy('withParent')
@ObjectType('PatternConnection', { description: 'A page of patterns, as far as the viewer may see them.' })
export class PatternConnection extends connectionOf('Pattern', () => PatternType) {}

@Policy('withParent')
@ObjectType('PatternLeftOut', { description: 'A bottleneck that stayed as it was, and why.' })
export class PatternLeftOutType {
  @Field(() => String, { description: 'Why, in a sentence.', simple: true })
  reason!: string;
}

@Policy('withParent')
@ObjectType('PatternPayload', { description: 'The pattern as it is now, and which bottlenecks stayed as they were.' })
export class PatternPayload extends Payload {}
