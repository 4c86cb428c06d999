import { defineEntity, p } from '@mikro-orm/core';

export type RegionCode = 'WEST_OVERIJSSEL' | 'TWENTE';

const schema = defineEntity({
  name: 'Region',
  tableName: 'region',
  properties: { id: p.uuid().primary(), code: p.text().$type<RegionCode>(), name: p.text() },
});

export class Region extends schema.class {}
schema.setClass(Region);
