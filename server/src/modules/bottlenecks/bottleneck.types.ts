import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { BottleneckState, Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import type { BottleneckVerb } from '@versnellingstafel/shared/bottlenecks/transitions';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { TableLevel } from '@versnellingstafel/shared/tables/roles';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { Problem } from '../../platform/graphql/problem.type.ts';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { type RegionCode, RegionCodeEnum } from '../people/people.module.ts';
import { ConfidentialityEnum } from '../projects/projects.module.ts';
import { TableLevelEnum } from '../tables/tables.module.ts';
import { BottleneckStateEnum, BottleneckVerbEnum } from './bottleneck.enums.ts';

@Policy('withParent')
@ObjectType('Bottleneck', {
  implements: Node,
  description:
    'Something that keeps homes from being built (knelpunt), from the project to the table to what was learned.',
  simpleResolvers: true,
})
export class BottleneckType extends Node {
  @Field(() => String, { description: 'Its number for people, for example KP-2026-013. Numbers have gaps.' })
  number!: string;

  @Field(() => Int, { description: 'Grows with each change; send it as expectedVersion.' })
  version!: number;

  @Field(() => String, { description: 'What it is, in a line.' })
  title!: string;

  @Field(() => String, { description: 'What is going on.' })
  description!: string;

  @Field(() => String, { description: 'What was tried already.' })
  triedSoFar!: string;

  @Field(() => String, { description: 'What is asked of the table.' })
  ask!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Decision needed before this date.' })
  decisionBy!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Planned start of construction.' })
  constructionStart!: LocalDate | null;

  @Field(() => BottleneckStateEnum, { description: 'How far it has come.' })
  state!: BottleneckState;

  @Field(() => Date, { description: 'Since when it is in this state.' })
  stateSince!: Date;

  @Field(() => TableLevelEnum, { description: 'The level that could solve it; a fact of its own beside who holds it.' })
  solvableAt!: TableLevel;

  @Field(() => Int, { description: 'Homes that wait for it: the sum over its projects.' })
  homesBlocked!: number;

  @Field(() => ConfidentialityEnum, { description: 'Who may see it.' })
  confidentiality!: Confidentiality;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day by which the next thing should have happened.',
  })
  dueOn!: LocalDate | null;

  @Field(() => String, { description: 'The next step, in a line.' })
  nextStep!: string;

  @Field(() => String, { description: 'The resolution that its lead proposes.' })
  proposedResolution!: string;

  @Field(() => String, { description: 'What resolved it; empty while it is open.' })
  resolution!: string;

  @Field(() => String, { nullable: true, description: 'Why it waits; null unless it is on hold.' })
  holdReason!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it comes back from hold.' })
  returnOn!: LocalDate | null;

  @Field(() => String, { nullable: true, description: 'To whom it was referred; null unless it is referred.' })
  referredTo!: string | null;

  @Field(() => LocalDateScalar, { description: 'The day on which it was logged.' })
  filedOn!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was resolved.' })
  resolvedOn!: LocalDate | null;
}

@Policy('withParent')
@ObjectType('ProjectImpact', { description: 'A project that a bottleneck blocks.' })
export class ProjectImpactType {
  @Field(() => Int, {
    nullable: true,
    description: 'Homes of this project that wait; null when not known.',
    simple: true,
  })
  homesBlocked!: number | null;
}

@Policy('withParent')
@ObjectType('BottleneckConnection', { description: 'A page of bottlenecks, as far as the viewer may see them.' })
export class BottleneckConnection extends connectionOf('Bottleneck', () => BottleneckType) {}

@Policy('withParent')
@ObjectType('FacetCount', {
  description: 'How many there are of one value, as far as the viewer may see them.',
  simpleResolvers: true,
})
export class FacetCount {
  @Field(() => String, { description: 'The value to filter by.' })
  value!: string;

  @Field(() => String, { description: 'The value as people say it, in the language of the viewer.' })
  label!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;
}

@Policy('withParent')
@ObjectType('BottleneckFacets', {
  description: 'What else one could filter by. Each list leaves its own filter out, so that it shows the alternatives.',
  simpleResolvers: true,
})
export class BottleneckFacets {
  @Field(() => [FacetCount], { description: 'By state, in the order of travel.' })
  states!: readonly FacetCount[];

  @Field(() => [FacetCount], { description: 'By theme, the most frequent first.' })
  themes!: readonly FacetCount[];

  @Field(() => [FacetCount], { description: 'By municipality, by name; the value is the CBS code.' })
  municipalities!: readonly FacetCount[];

  @Field(() => [FacetCount], { description: 'By owner, the fifty with most; the value is the id of the person.' })
  owners!: readonly FacetCount[];

  @Field(() => [FacetCount], { description: 'By the level that could solve it, from local upwards.' })
  levels!: readonly FacetCount[];

  @Field(() => [FacetCount], { description: 'By who may see it, the widest first.' })
  confidentiality!: readonly FacetCount[];
}

@Policy('withParent')
@ObjectType('InvalidTransitionProblem', {
  implements: Problem,
  description: 'The state does not allow this step.',
  simpleResolvers: true,
})
export class InvalidTransitionProblem extends Problem {
  @Field(() => BottleneckStateEnum, { description: 'The state it is in.' })
  from!: BottleneckState;

  @Field(() => [BottleneckVerbEnum], {
    description: 'The steps that this state knows; whether the viewer may take them is told by viewerCan.',
  })
  allowed!: BottleneckVerb[];
}

@Policy('withParent')
@ObjectType('BottleneckPayload', { description: 'The bottleneck as it is now, or why it was not changed.' })
export class BottleneckPayload extends Payload {}

@InputType('BottleneckFilter', { description: 'Which bottlenecks; what is left out does not filter.' })
export class BottleneckFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words in the title or a part of the number; all must be found.',
  })
  text?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'open = every state that is not resolved, referred or withdrawn.',
  })
  open?: boolean | null;

  @Field(() => [BottleneckStateEnum], { nullable: true, description: 'In one of these states.' })
  states?: BottleneckState[] | null;

  @Field(() => [String], { nullable: true, description: 'With one of these themes.' })
  themeCodes?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'In one of these municipalities, by CBS code.' })
  municipalityCodes?: string[] | null;

  @Field(() => RegionCodeEnum, { nullable: true, description: 'In this region.' })
  regionCode?: RegionCode | null;

  @Field(() => ID, { nullable: true, description: 'Held by this table now.' })
  tableId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Owned by this person.' })
  ownerId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only cases of the viewer: filer, owner or lead.' })
  mine?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'true: open and past the due date; false: the others.' })
  overdue?: boolean | null;

  @Field(() => [TableLevelEnum], { nullable: true, description: 'That one of these levels could solve.' })
  solvableAt?: TableLevel[] | null;

  @Field(() => ID, { nullable: true, description: 'That block this project.' })
  projectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Those of this pattern.' })
  patternId?: string | null;

  @Field(() => [ConfidentialityEnum], { nullable: true, description: 'With one of these confidentialities.' })
  confidentiality?: Confidentiality[] | null;

  @Field(() => [ID], { nullable: true, description: 'Owned by one of these people.' })
  ownerIds?: string[] | null;

  @Field(() => ID, { nullable: true, description: 'Led by this person.' })
  leadId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Owned by somebody of this organisation.' })
  organisationId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'true: only what the viewer follows; false: the others.' })
  watching?: boolean | null;

  @Field(() => [ID], { nullable: true, description: 'These cases, up to 5,000.' })
  ids?: string[] | null;
}
