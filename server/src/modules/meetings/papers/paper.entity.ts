import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Paper',
  tableName: 'paper',
  properties: {
    id: p.uuid().primary(),
    meetingId: p.uuid(),
    agendaItemId: p.uuid(),
    title: p.text(),
    fileId: p.uuid().strictNullable(),
    url: p.text().strictNullable(),
    addedById: p.uuid(),
    addedAt: p.datetime(),
    removedAt: p.datetime().strictNullable(),
  },
});

/** A paper of an agenda item: a file that was uploaded, or a link. */
export class Paper extends schema.class {
  /** Takes it away; for a day it can be put back. @throws Error when it is away already. */
  remove(at: Date): void {
    if (this.removedAt !== null) throw new Error('A paper is taken away once.');
    this.removedAt = at;
  }

  /** Puts it back as it was. */
  putBack(): void {
    this.removedAt = null;
  }
}
schema.setClass(Paper);
