import { Field, ObjectType } from 'type-graphql';
import { Node } from '../../platform/graphql/node.type.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { OrganisationKindEnum, RegionCodeEnum } from './people.enums.ts';
import type { RegionCode } from './region.entity.ts';
import type { OrganisationKind } from '@versnellingstafel/shared/people/roles';

@Policy('withParent')
@ObjectType('Region', {
  implements: Node,
  description: 'A region with a regional acceleration table.',
  simpleResolvers: true,
})
export class RegionType extends Node {
  @Field(() => RegionCodeEnum, { description: 'Its code.' })
  code!: RegionCode;

  @Field(() => String, { description: 'Its name as people write it.' })
  name!: string;
}

@Policy('withParent')
@ObjectType('Municipality', { implements: Node, description: 'A municipality of Overijssel.', simpleResolvers: true })
export class MunicipalityType extends Node {
  @Field(() => String, { description: 'CBS code, for example GM0150.' })
  code!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => [String], { description: 'Places in it; a search for one finds the municipality.' })
  places!: string[];
}

@Policy('withParent')
@ObjectType('Organisation', {
  implements: Node,
  description: 'An organisation that people work for.',
  simpleResolvers: true,
})
export class OrganisationType extends Node {
  @Field(() => String, { description: 'Full name.' })
  name!: string;

  @Field(() => String, { description: 'Name where room is scarce.' })
  shortName!: string;

  @Field(() => OrganisationKindEnum, { description: 'What it is.' })
  kind!: OrganisationKind;
}
