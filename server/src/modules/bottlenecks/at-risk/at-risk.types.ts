import { Field, Int, ObjectType } from 'type-graphql';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { Policy } from '../../../platform/graphql/policy.ts';
import { LocalDateScalar } from '../../../platform/graphql/scalars.ts';

@Policy('withParent')
@ObjectType('HomesAtRisk', {
  description:
    'Homes that wait, times the months they have waited; per project counted once, as far as this viewer may see.',
  simpleResolvers: true,
})
export class HomesAtRiskType {
  @Field(() => Int, {
    description: 'Homes that wait now: for each project the most that one of its open cases blocks.',
  })
  homes!: number;

  @Field(() => Int, {
    description: 'Homes times months of waiting, from filing until closing or today, rounded once at the end.',
  })
  homeMonths!: number;

  @Field(() => LocalDateScalar, { description: 'The day up to which it counts.' })
  asOf!: LocalDate;

  @Field(() => Int, { description: 'How many projects it counts.' })
  projectCount!: number;

  @Field(() => Int, { description: 'How many bottlenecks it counts, open and closed.' })
  bottleneckCount!: number;
}

@Policy('withParent')
@ObjectType('ProjectAtRisk', { description: 'What one project adds to the homes at risk.', simpleResolvers: true })
export class ProjectAtRiskType {
  @Field(() => Int, { description: 'Homes that wait here now.' })
  homes!: number;

  @Field(() => Int, { description: 'Homes times months of waiting here.' })
  homeMonths!: number;

  @Field(() => LocalDateScalar, {
    description: 'Since when homes wait without a break; of the last time they waited when none wait now.',
  })
  since!: LocalDate;
}
