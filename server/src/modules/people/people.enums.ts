import type { MessageLocale } from '@versnellingstafel/shared/errors/messages';
import type { OrganisationKind, OrganisationRole } from '@versnellingstafel/shared/people/roles';
import { registerEnumType } from 'type-graphql';
import { graphEnum } from '../../platform/graphql/graph-enum.ts';
import type { RegionCode } from './region.entity.ts';

export const RegionCodeEnum = graphEnum<RegionCode>(
  'RegionCode',
  'The two regions of Overijssel that each have a table.',
  {
    WEST_OVERIJSSEL: 'West-Overijssel, eleven municipalities.',
    TWENTE: 'Twente, fourteen municipalities.',
  },
);

export const OrganisationKindEnum = graphEnum<OrganisationKind>(
  'OrganisationKind',
  'What an organisation is; it decides what its people may see.',
  {
    MUNICIPALITY: 'A municipality.',
    PROVINCE: 'The province.',
    HOUSING_CORPORATION: 'A housing corporation (a market party for confidential cases).',
    DEVELOPER: 'A developer or builder.',
    WATER_BOARD: 'A water board.',
    STATE: 'The state or one of its services.',
    CHAIR_POOL: 'The pool of independent chairs.',
    OTHER: 'Any other organisation.',
  },
);

export const OrganisationRoleEnum = graphEnum<OrganisationRole>(
  'OrganisationRole',
  'What a person is in an organisation.',
  {
    PROJECT_LEADER: 'Leads housing projects and files bottlenecks.',
    STAFF: 'Member of staff.',
    CIVIL_OWNER: 'Civil owner (ambtelijk opdrachtgever).',
    POLITICAL_OWNER: 'Political owner: alderman or deputy.',
    FUNCTIONAL_ADMINISTRATOR: 'Functional administrator: manages tables and their members.',
    KNOWLEDGE_EDITOR: 'Edits every knowledge note.',
    VALIDATOR: 'Vouches for knowledge notes of others.',
  },
);

/** Upper case in the schema, as the catalogues name them inside. */
export const LocaleEnum: Readonly<Record<Uppercase<MessageLocale>, MessageLocale>> = { NL: 'nl', EN: 'en' };
registerEnumType(LocaleEnum, {
  name: 'Locale',
  description: 'Language of the interface and of messages.',
  valuesConfig: { NL: { description: 'Dutch.' }, EN: { description: 'English.' } },
});
