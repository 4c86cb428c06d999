import { defineEntity, p } from '@mikro-orm/core';
import type { Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';

const schema = defineEntity({
  name: 'Theme',
  tableName: 'theme',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    name: p.text(),
    position: p.integer(),
    validFrom: p.date().$type<LocalDate>().nullable(),
    validUntil: p.date().$type<LocalDate>().nullable(),
    defaultConfidentiality: p.text().$type<Confidentiality>(),
  },
});

/** What a bottleneck or a note is about. Themes change with the law, so they are dated rows. */
export class Theme extends schema.class {
  /** Does the theme hold on this day, its first and last day included? */
  holdsOn(today: LocalDate): boolean {
    return (this.validFrom == null || this.validFrom <= today) && (this.validUntil == null || today <= this.validUntil);
  }
}
schema.setClass(Theme);
