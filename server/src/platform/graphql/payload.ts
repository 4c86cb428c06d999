import { Field, ObjectType } from 'type-graphql';
import type { ProblemData } from '../commands/refusal.ts';
import { Policy } from './policy.ts';
import { Problem } from './problem.type.ts';

/** What every payload of a mutation extends: `@ObjectType('BottleneckPayload', …) class BottleneckPayload extends Payload`. */
@Policy('withParent')
@ObjectType('Payload', { description: 'What every mutation answers with.' })
export abstract class Payload {
  @Field(() => [Problem], { description: 'Why nothing was changed; empty when it was carried out.', simple: true })
  problems!: readonly ProblemData[];
}
