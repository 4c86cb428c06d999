import { Field, ID, InputType, Int } from 'type-graphql';
import { BottleneckVersionInput } from '../bottleneck.inputs.ts';

@InputType('AskCoSignerInput', {
  description: 'Who is asked to sign too: somebody with an account, or a name and an organisation.',
})
export class AskCoSignerInput {
  @Field(() => ID, { description: 'The bottleneck.' })
  bottleneckId!: string;

  @Field(() => ID, { nullable: true, description: 'Somebody with an account, who answers.' })
  personId?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of somebody without an account, to 300 characters.' })
  externalName?: string | null;

  @Field(() => String, { nullable: true, description: 'Their organisation, to 300 characters.' })
  externalOrganisation?: string | null;
}

@InputType('CoSignerInput', { description: 'A second party.' })
export class CoSignerInput {
  @Field(() => ID, { description: 'The co-signer.' })
  coSignerId!: string;
}

@InputType('DeclineCoSignInput', { description: 'A second party that does not sign.' })
export class DeclineCoSignInput extends CoSignerInput {
  @Field(() => String, { description: 'Why; it stands on the timeline.' })
  reason!: string;
}

@InputType('JoinBottleneckInput', { description: 'The same problem in another project.' })
export class JoinBottleneckInput {
  @Field(() => ID, { description: 'The bottleneck that is there already.' })
  bottleneckId!: string;

  @Field(() => ID, { description: 'The project that has the same problem.' })
  projectId!: string;

  @Field(() => Int, { nullable: true, description: 'Homes of it that wait, 0 to 20,000; left out: not known.' })
  homesBlocked?: number | null;

  @Field(() => String, { description: 'What is the same, or different; it stands on the timeline.' })
  remark!: string;

  @Field(() => ID, { nullable: true, description: 'A draft of one’s own about it, which is withdrawn.' })
  draftId?: string | null;
}

@InputType('ReferralFeedbackInput', { description: 'What came back of a referral.' })
export class ReferralFeedbackInput extends BottleneckVersionInput {
  @Field(() => String, { description: 'What was answered.' })
  feedback!: string;

  @Field(() => Boolean, { description: 'true: it was solved there; false: it comes back to the table.' })
  solved!: boolean;
}
