import { defineEntity, p } from '@mikro-orm/core';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { TextArray } from '../../../platform/database/array-literal.ts';

const schema = defineEntity({
  name: 'SynonymGroup',
  tableName: 'synonym_group',
  properties: {
    id: p.uuid().primary(),
    version: p.integer(),
    terms: p.type(TextArray).$type<string[]>(),
    oneWay: p.type(TextArray).$type<string[]>(),
    themeId: p.uuid().strictNullable(),
    validFrom: p.date().$type<LocalDate>().strictNullable(),
    validUntil: p.date().$type<LocalDate>().strictNullable(),
    remark: p.text(),
    createdAt: p.datetime(),
    createdById: p.uuid(),
    updatedAt: p.datetime(),
    updatedById: p.uuid(),
    removedAt: p.datetime().strictNullable(),
  },
});

/** What a group of synonyms says. */
export interface SynonymText {
  terms: string[];
  oneWay: string[];
  themeId: string | null;
  validFrom: LocalDate | null;
  validUntil: LocalDate | null;
  remark: string;
}

/** Words that mean the same, as the province says: `terms` find one another, `oneWay` find them. */
export class SynonymGroup extends schema.class {
  change(text: SynonymText, change: { by: string; at: Date }): void {
    Object.assign(this, text);
    this.changed(change);
  }

  remove(change: { by: string; at: Date }): void {
    this.removedAt = change.at;
    this.changed(change);
  }

  private changed({ by, at }: { by: string; at: Date }): void {
    this.version += 1;
    this.updatedAt = at;
    this.updatedById = by;
  }
}
schema.setClass(SynonymGroup);
