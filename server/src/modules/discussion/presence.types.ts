import { Field, Int, ObjectType } from 'type-graphql';
import { Policy } from '../../platform/graphql/policy.ts';

@Policy('withParent')
@ObjectType('Onlooker', { description: 'Somebody who has it open now.', simpleResolvers: true })
export class OnlookerType {
  @Field(() => Boolean, { description: 'Do they ask for the floor? Only at a meeting.' })
  handRaised!: boolean;

  @Field(() => Date, { description: 'Since when.' })
  since!: Date;

  @Field(() => Int, { description: 'On how many screens.' })
  screens!: number;
}

@Policy('withParent')
@ObjectType('PresenceFrame', { description: 'Who looks, all of them; the first one first.' })
export class PresenceFrame {
  @Field(() => [OnlookerType], { description: 'Each person once, on however many screens.', simple: true })
  onlookers!: readonly object[];
}
