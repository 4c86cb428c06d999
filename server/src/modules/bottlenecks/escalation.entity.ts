import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Escalation',
  tableName: 'escalation',
  properties: {
    id: p.uuid().primary(),
    bottleneckId: p.uuid(),
    fromTableId: p.uuid(),
    toTableId: p.uuid(),
    reason: p.text(),
    sentAt: p.datetime(),
    endedAt: p.datetime().strictNullable(),
    outcome: p.text().strictNullable(),
  },
});

/** A case that a table sent to the table above it, until an answer or a return. The rows of a case are its lineage. */
export class Escalation extends schema.class {
  /** Ends it, with the words in which it came back. */
  end(outcome: string, at: Date): void {
    if (this.endedAt !== null) throw new Error('This escalation has ended already.');
    this.endedAt = at;
    this.outcome = outcome;
  }

  /** Takes the end back, when the step that ended it is undone. */
  goOn(): void {
    this.endedAt = null;
    this.outcome = null;
  }
}
schema.setClass(Escalation);
