import { defineEntity, p } from '@mikro-orm/core';
import type { AgendaPurpose } from '@versnellingstafel/shared/meetings/agenda';

/** An item that a template puts on an agenda. */
export interface TemplateItem {
  title: string;
  purpose: AgendaPurpose;
  minutes: number;
  presenterText: string | null;
  closedPart: boolean;
  proposedDecision: string;
}

const schema = defineEntity({
  name: 'AgendaTemplate',
  tableName: 'agenda_template',
  properties: {
    id: p.uuid().primary(),
    tableId: p.uuid(),
    name: p.text(),
    items: p.json<TemplateItem[]>(),
    savedAt: p.datetime(),
    savedById: p.uuid(),
  },
});

/** An agenda to begin with, of one table. It does not change: another one is saved instead. */
export class AgendaTemplate extends schema.class {}
schema.setClass(AgendaTemplate);
