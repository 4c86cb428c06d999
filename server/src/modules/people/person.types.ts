import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { Node } from '../../platform/graphql/node.type.ts';
import { Payload } from '../../platform/graphql/payload.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { LocaleEnum, OrganisationRoleEnum } from './people.enums.ts';
import type { OrganisationRole } from '@versnellingstafel/shared/people/roles';
import type { MessageLocale } from '@versnellingstafel/shared/errors/messages';

@Policy('withParent')
@ObjectType('Person', {
  implements: Node,
  description: 'A person, with work contact data only.',
  simpleResolvers: true,
})
export class PersonType extends Node {
  @Field(() => String, { description: 'Full name.' })
  name!: string;

  @Field(() => String, { description: 'What they do, as on a business card.' })
  jobTitle!: string;

  @Field(() => Boolean, { description: 'True for people of the demo, who do not exist.' })
  fictional!: boolean;
}

@Policy('withParent')
@ObjectType('PersonConnection', { description: 'A page of people, by name.' })
export class PersonConnection extends connectionOf('Person', () => PersonType) {}

@Policy('withParent')
@ObjectType('Persona', { description: 'A fictional person one may sign in as in the demo.', simpleResolvers: true })
export class PersonaType {
  @Field(() => String, { description: 'Full name.' })
  name!: string;

  @Field(() => String, { description: 'What they do.' })
  jobTitle!: string;

  @Field(() => String, { description: 'Where they work.' })
  organisationName!: string;

  @Field(() => String, { description: 'What one sees and may do as this person, in a sentence.' })
  summary!: string;
}

@Policy('own')
@ObjectType('Viewer', { description: 'The person who is signed in, and what is theirs alone.' })
export class ViewerType {
  @Field(() => [OrganisationRoleEnum], { description: 'Roles in organisations.', simple: true })
  organisationRoles!: readonly OrganisationRole[];

  @Field(() => LocaleEnum, { description: 'Language of the interface.' })
  locale!: MessageLocale;

  @Field(() => Date, {
    nullable: true,
    description: 'When this person last said to have seen what is new (markVisit).',
    simple: true,
  })
  lastVisitAt!: Date | null;
}

@Policy('withParent')
@ObjectType('SignInPayload', { description: 'Who is signed in now, or why not.' })
export class SignInPayload extends Payload {}

@Policy('withParent')
@ObjectType('SignOutPayload', { description: 'Nobody is signed in any more.' })
export class SignOutPayload extends Payload {}

@Policy('withParent')
@ObjectType('ViewerPayload', { description: 'The person who is signed in, as changed.' })
export class ViewerPayload extends Payload {}
