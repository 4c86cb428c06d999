import { defineEntity, p } from '@mikro-orm/core';
import type { Json } from '../../../platform/database/json.ts';

const schema = defineEntity({
  name: 'BottleneckView',
  tableName: 'bottleneck_view',
  properties: {
    id: p.uuid().primary(),
    version: p.integer(),
    name: p.text(),
    search: p.text(),
    list: p.json().$type<Json>(),
    ownerId: p.uuid(),
    tableId: p.uuid().strictNullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});

/** What a view shows, and for whom. */
export interface ViewContent {
  name: string;
  search: string;
  list: Json;
  tableId: string | null;
}

/** A way of looking at the list that somebody saved, for themselves or for a table. */
export class BottleneckView extends schema.class {
  change(content: Partial<ViewContent>, at: Date): void {
    Object.assign(this, content);
    this.version += 1;
    this.updatedAt = at;
  }
}
schema.setClass(BottleneckView);
