import { defineEntity, p } from '@mikro-orm/core';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { LegalEventKind } from '@versnellingstafel/shared/knowledge/legal-events';
import { TextArray } from '../../../platform/database/array-literal.ts';

const schema = defineEntity({
  name: 'LegalEvent',
  tableName: 'legal_event',
  properties: {
    id: p.uuid().primary(),
    version: p.integer(),
    kind: p.text().$type<LegalEventKind>(),
    title: p.text(),
    summary: p.text(),
    legalReferences: p.type(TextArray).$type<string[]>(),
    /** A legal date: it never shifts with the demo. */
    effectiveOn: p.date().$type<LocalDate>(),
    recordedById: p.uuid(),
    recordedAt: p.datetime(),
    withdrawnAt: p.datetime().strictNullable(),
  },
});

/** Something that changed in the law or in a tool, and that notes may rest on. */
export class LegalEvent extends schema.class {
  /** Recorded by mistake: it touches nothing any more. @throws Error when it is withdrawn already. */
  withdraw(at: Date): void {
    if (this.withdrawnAt !== null) throw new Error('This legal event is withdrawn already.');
    this.withdrawnAt = at;
    this.version += 1;
  }
}
schema.setClass(LegalEvent);
