import { Field, Int, ObjectType } from 'type-graphql';
import { Payload } from '../../../platform/graphql/payload.ts';
import { Policy } from '../../../platform/graphql/policy.ts';

@Policy('withParent')
@ObjectType('Onlooker', { description: 'Somebody who has the meeting open now.', simpleResolvers: true })
export class OnlookerType {
  @Field(() => Boolean, { description: 'Do they ask for the floor?' })
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

@Policy('withParent')
@ObjectType('HandPayload', { description: 'Whether the hand is up now, or why nothing changed.' })
export class HandPayload extends Payload {
  @Field(() => Boolean, { description: 'Is it up now?', simple: true })
  raised!: boolean;
}
