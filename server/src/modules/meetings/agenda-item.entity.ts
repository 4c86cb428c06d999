import { defineEntity, p } from '@mikro-orm/core';
import type { AgendaPurpose } from '@versnellingstafel/shared/meetings/agenda';
import type { AgendaReason } from './prepare/agenda-reason.ts';

const schema = defineEntity({
  name: 'AgendaItem',
  tableName: 'agenda_item',
  properties: {
    id: p.uuid().primary(),
    meetingId: p.uuid(),
    position: p.integer(),
    title: p.text(),
    purpose: p.text().$type<AgendaPurpose>(),
    minutes: p.integer(),
    presenterId: p.uuid().strictNullable(),
    presenterText: p.text().strictNullable(),
    proposedDecision: p.text(),
    outcome: p.text(),
    closedPart: p.boolean(),
    /** The item of an earlier meeting that it goes on with. */
    continuesId: p.uuid().nullable(),
    /** Why it came on the agenda. */
    why: p.json<AgendaReason[]>().nullable(),
    /** For the chair alone. */
    annotation: p.text().default(''),
  },
});

/** What the people who prepare an agenda write on an item. */
export interface AgendaItemText {
  title: string;
  purpose: AgendaPurpose;
  minutes: number;
  presenterId: string | null;
  presenterText: string | null;
  proposedDecision: string;
  closedPart: boolean;
}

/** One item of the working version of an agenda. Its start follows from its place and the lengths before it. */
export class AgendaItem extends schema.class {
  /** Changes what was sent and leaves the rest. */
  edit(text: Partial<AgendaItemText>): void {
    Object.assign(this, text);
  }

  /** What the chair notes on it, for the chair alone. */
  annotate(annotation: string): void {
    this.annotation = annotation;
  }

  /** What was agreed at the table, in short; empty takes it back. */
  agree(outcome: string): void {
    this.outcome = outcome;
  }
}
schema.setClass(AgendaItem);
