import type { CoSignState } from '@versnellingstafel/shared/bottlenecks/co-signing';
import { Field, ObjectType } from 'type-graphql';
import { graphEnum } from '../../../platform/graphql/graph-enum.ts';
import { Policy } from '../../../platform/graphql/policy.ts';

const CoSignStateEnum = graphEnum<CoSignState>('CoSignState', 'How far a second party to a case has come.', {
  ASKED: 'Asked; the case waits for the answer before it is tabled.',
  SIGNED: 'Signs the case too.',
  DECLINED: 'Does not sign, with a reason.',
  UNCONFIRMED: 'Kept by name, without an account; nobody confirmed it.',
  WITHDRAWN: 'No longer asked.',
});

@Policy('withParent')
@ObjectType('CoSigner', { description: 'A second party to a case, who signs it together with its owner.' })
export class CoSignerType {
  @Field(() => String, { description: 'The name.', simple: true })
  name!: string;

  @Field(() => String, { description: 'The organisation, by name.', simple: true })
  organisation!: string;

  @Field(() => CoSignStateEnum, { description: 'How far it has come.', simple: true })
  state!: CoSignState;

  @Field(() => Date, { description: 'When it was asked.', simple: true })
  askedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was answered; null while it was not.', simple: true })
  answeredAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was declined; null unless it was.', simple: true })
  reason!: string | null;
}
