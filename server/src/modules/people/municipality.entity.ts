import { defineEntity, p } from '@mikro-orm/core';
import { Region } from './region.entity.ts';

const schema = defineEntity({
  name: 'Municipality',
  tableName: 'municipality',
  properties: {
    id: p.uuid().primary(),
    /** CBS code, for example GM0150. */
    code: p.text(),
    name: p.text(),
    regionId: () => p.manyToOne(Region).mapToPk().fieldName('region_id'),
    places: p.array(),
  },
});

export class Municipality extends schema.class {}
schema.setClass(Municipality);
