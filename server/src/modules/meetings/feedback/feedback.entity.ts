import { defineEntity, p } from '@mikro-orm/core';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { Change } from '../meeting.entity.ts';

const schema = defineEntity({
  name: 'CaseFeedback',
  tableName: 'case_feedback',
  properties: {
    id: p.uuid().primary(),
    meetingId: p.uuid(),
    tableId: p.uuid(),
    agendaItemId: p.uuid().strictNullable(),
    bottleneckId: p.uuid(),
    municipalityId: p.uuid(),
    dueOn: p.date().$type<LocalDate>(),
    doneAt: p.datetime().strictNullable(),
    doneById: p.uuid().strictNullable(),
    note: p.text(),
  },
});

/** What a municipality is to hear of what a meeting did with a case. */
export class CaseFeedback extends schema.class {
  /** It was told. @throws Error when that was recorded already. */
  record(note: string, change: Change): void {
    if (this.doneAt !== null) throw new Error('Feedback is recorded once.');
    this.doneAt = change.at;
    this.doneById = change.by;
    this.note = note;
  }
}
schema.setClass(CaseFeedback);
