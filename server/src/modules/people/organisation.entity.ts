import { defineEntity, p } from '@mikro-orm/core';
import type { OrganisationKind } from '@versnellingstafel/shared/people/roles';
import { Municipality } from './municipality.entity.ts';

const schema = defineEntity({
  name: 'Organisation',
  tableName: 'organisation',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    shortName: p.text(),
    kind: p.text().$type<OrganisationKind>(),
    municipalityId: () => p.manyToOne(Municipality).mapToPk().fieldName('municipality_id').nullable(),
  },
});

export class Organisation extends schema.class {}
schema.setClass(Organisation);
