import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { type RegionCode, RegionCodeEnum } from '../people/people.module.ts';
import { ConfidentialityEnum } from './confidentiality.enum.ts';
import {
  type KeyProjectStatus,
  KeyProjectStatusEnum,
  type ProjectKind,
  ProjectKindEnum,
  type ProjectPhase,
  ProjectPhaseEnum,
  type ProjectTypeCode,
  ProjectTypeEnum,
} from './project.enums.ts';

@Policy('withParent')
@ObjectType('Theme', {
  implements: Node,
  description: 'A dated theme code; a row, never an enum.',
  simpleResolvers: true,
})
export class ThemeType extends Node {
  @Field(() => String, { description: 'Stable code, for example STIKSTOF.' })
  code!: string;

  @Field(() => String, { description: 'Its name as people say it.' })
  name!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day on which it holds; null: always.' })
  validFrom!: LocalDate | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day on which it holds; null: still.' })
  validUntil!: LocalDate | null;

  @Field(() => ConfidentialityEnum, {
    description: 'Who sees a new bottleneck with this theme, unless the filer chooses otherwise.',
  })
  defaultConfidentiality!: Confidentiality;
}

@Policy('withParent')
@ObjectType('Project', {
  implements: Node,
  description: 'A housing project as the registers know it.',
  simpleResolvers: true,
})
export class ProjectType extends Node {
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Plan number that ties it to the provincial registers.' })
  planNumber!: string | null;

  @Field(() => ProjectTypeEnum, { description: 'What kind of building it is.' })
  projectType!: ProjectTypeCode;

  @Field(() => ProjectPhaseEnum, { description: 'How far it has come.' })
  phase!: ProjectPhase;

  @Field(() => Int, { nullable: true, description: 'Planned homes; null when not known.' })
  homes!: number | null;

  @Field(() => String, { nullable: true, description: 'What the number of homes rests on.' })
  homesNote!: string | null;

  @Field(() => KeyProjectStatusEnum, { description: 'Whether it is a key project.' })
  keyProject!: KeyProjectStatus;

  @Field(() => ProjectKindEnum, { description: 'Whether it exists.' })
  kind!: ProjectKind;

  @Field(() => String, { nullable: true, description: 'Where the data comes from.' })
  source!: string | null;
}

@Policy('withParent')
@ObjectType('ProjectConnection', { description: 'A page of projects.' })
export class ProjectConnection extends connectionOf('Project', () => ProjectType) {}

@InputType('ProjectFilter', { description: 'Which projects; what is left out does not filter.' })
export class ProjectFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Words, each in the name, the plan number or the municipality.',
  })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'CBS code of the municipality.' })
  municipalityCode?: string | null;

  @Field(() => RegionCodeEnum, { nullable: true, description: 'The region.' })
  regionCode?: RegionCode | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: key projects, probable ones and those of the demo included; false: the others.',
  })
  keyProject?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: with an open bottleneck that the viewer may see; false: without one.',
  })
  blocked?: boolean | null;

  @Field(() => ProjectKindEnum, { nullable: true, description: 'Real or invented.' })
  kind?: ProjectKind | null;
}
