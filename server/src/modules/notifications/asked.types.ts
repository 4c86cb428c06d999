import type { EscalationVerb } from '@versnellingstafel/shared/bottlenecks/escalations';
import type { BottleneckVerb } from '@versnellingstafel/shared/bottlenecks/transitions';
import { Field, ObjectType } from 'type-graphql';
import { Policy } from '../../platform/graphql/policy.ts';
import { LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { BottleneckVerbEnum, EscalationVerbEnum } from '../bottlenecks/bottlenecks.module.ts';

@Policy('withParent')
@ObjectType('Asked', { description: 'Something that is asked of this person.', simpleResolvers: true })
export class AskedType {
  @Field(() => String, {
    description:
      'What: TRIAGE (a case waits for the secretary), AGREE_ESCALATION (a memo waits for its political owner), ESCALATION_DECLINED (the political owner does not agree), SEND_ESCALATION (agreed to, not sent), ACCEPT_ESCALATION and ANSWER_ESCALATION (with the term of the receiving table), RETURNS (on hold until today), DRAFT (not yet submitted), FEEDBACK (of a referral), OVERDUE, DUE_SOON (within a week), PUBLISH_AGENDA, ACTION_LATE, ACTION_SOON (within three days) ACTION_OF_ORGANISATION, CASE_OF_ORGANISATION (late for a week, told to the civil owner) or CO_SIGN (to sign a case too).',
  })
  kind!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Before when; null without a date.' })
  dueOn!: string | null;

  @Field(() => BottleneckVerbEnum, {
    nullable: true,
    description: 'The step that does it; null when it is not one step.',
  })
  verb!: BottleneckVerb | null;

  @Field(() => EscalationVerbEnum, {
    nullable: true,
    description: 'The step on the open escalation of the bottleneck that does it; null for all else.',
  })
  escalationVerb!: EscalationVerb | null;
}
