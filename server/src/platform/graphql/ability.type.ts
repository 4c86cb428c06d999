import { Field, ObjectType } from 'type-graphql';
import { Policy } from './policy.ts';

@Policy('withParent')
@ObjectType('Ability', { description: 'What this viewer may do here, and if not, why not.', simpleResolvers: true })
export class Ability {
  @Field(() => String, { description: 'The verb, as in the name of the mutation, for example ESCALATE.' })
  verb!: string;

  @Field(() => Boolean, { description: 'May this viewer do it now?' })
  allowed!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'When not allowed: a sentence that says why, in the language of the viewer.',
  })
  reason!: string | null;
}
