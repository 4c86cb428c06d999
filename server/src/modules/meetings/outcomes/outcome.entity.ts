import { defineEntity, p } from '@mikro-orm/core';
import { decisionKind, isDecision, type OutcomeKind } from '@versnellingstafel/shared/meetings/outcomes';

const schema = defineEntity({
  name: 'AgendaOutcome',
  tableName: 'agenda_outcome',
  properties: {
    id: p.uuid().primary(),
    version: p.integer(),
    meetingId: p.uuid(),
    agendaItemId: p.uuid(),
    kind: p.text().$type<OutcomeKind>(),
    /** Of a decision. */
    number: p.text().strictNullable(),
    text: p.text(),
    /** The decision that was proposed at that moment. */
    proposedText: p.text(),
    /** The step that was taken with the case. */
    transition: p.text().strictNullable(),
    actionId: p.uuid().strictNullable(),
    bottleneckId: p.uuid().strictNullable(),
    noteId: p.uuid().strictNullable(),
    /** Of the closed part, or about a confidential case. */
    closedPart: p.boolean(),
    recordedAt: p.datetime(),
    recordedById: p.uuid(),
    withdrawnAt: p.datetime().strictNullable(),
    withdrawnById: p.uuid().strictNullable(),
  },
});

/** Something that came of an item: a decision, an action, a step with a case. */
export class AgendaOutcome extends schema.class {
  /** Puts it in other words. A decision that differs from what was proposed is an amended one. */
  edit(text: string): void {
    this.text = text;
    if (isDecision(this.kind)) this.kind = decisionKind(text, this.proposedText);
    this.version += 1;
  }

  /** A note was made of it. @throws Error when there is one already. */
  pointTo(noteId: string): void {
    if (this.noteId !== null) throw new Error('An outcome points at one note.');
    this.noteId = noteId;
    this.version += 1;
  }

  /** It was written down by mistake. @throws Error when it was withdrawn already. */
  withdraw({ by, at }: { by: string; at: Date }): void {
    if (this.withdrawnAt !== null) throw new Error('What was withdrawn is not withdrawn again.');
    this.withdrawnAt = at;
    this.withdrawnById = by;
    this.version += 1;
  }
}
schema.setClass(AgendaOutcome);
