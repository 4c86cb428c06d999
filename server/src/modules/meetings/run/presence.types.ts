import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../../../platform/graphql/payload.ts';
import { Policy } from '../../../platform/graphql/policy.ts';

@Policy('withParent')
@ObjectType('HandPayload', { description: 'Whether the hand is up now, or why nothing changed.' })
export class HandPayload extends Payload {
  @Field(() => Boolean, { description: 'Is it up now?', simple: true })
  raised!: boolean;
}
