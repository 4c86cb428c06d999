import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Attachment',
  tableName: 'attachment',
  properties: {
    id: p.uuid().primary(),
    subjectKind: p.text(),
    subjectId: p.uuid(),
    title: p.text(),
    /** Null for a link, and for a file that was thrown away a day after it was taken away. */
    fileId: p.uuid().strictNullable(),
    url: p.text().strictNullable(),
    /** Added while its subject was confidential: it stays among those who would see it if it still were. */
    inConfidence: p.boolean(),
    addedById: p.uuid(),
    addedAt: p.datetime(),
    removedAt: p.datetime().strictNullable(),
  },
});

/** A file or a link that somebody put with something. */
export class Attachment extends schema.class {
  /** Takes it away; for a day it can be put back. @throws Error when it is away already. */
  remove(at: Date): void {
    if (this.removedAt !== null) throw new Error('An attachment is taken away once.');
    this.removedAt = at;
  }

  /** Puts it back as it was. @throws Error when it was not taken away, or its file is gone. */
  restore(): void {
    if (this.removedAt === null) throw new Error('Only what was taken away is put back.');
    if (this.fileId === null && this.url === null) throw new Error('Its file is gone.');
    this.removedAt = null;
  }
}
schema.setClass(Attachment);
