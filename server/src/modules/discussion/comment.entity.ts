import { defineEntity, p } from '@mikro-orm/core';

const schema = defineEntity({
  name: 'Comment',
  tableName: 'comment',
  properties: {
    id: p.uuid().primary(),
    subjectKind: p.text(),
    subjectId: p.uuid(),
    version: p.integer(),
    text: p.text(),
    /** Said while its subject was confidential: it stays among those who would see it if it still were. */
    inConfidence: p.boolean(),
    authorId: p.uuid(),
    writtenAt: p.datetime(),
    editedAt: p.datetime().strictNullable(),
    removedAt: p.datetime().strictNullable(),
  },
});

/** What somebody said about something. */
export class Comment extends schema.class {
  /** Says it otherwise. @throws Error when it was taken away. */
  edit(text: string, at: Date): void {
    if (this.removedAt !== null) throw new Error('What was taken away is not changed.');
    this.text = text;
    this.editedAt = at;
    this.version += 1;
  }

  /** Takes it away; that somebody said something stays. @throws Error when it is away already. */
  remove(at: Date): void {
    if (this.removedAt !== null) throw new Error('A comment is taken away once.');
    this.removedAt = at;
    this.version += 1;
  }

  /** Puts it back as it was. @throws Error when it was not taken away. */
  restore(): void {
    if (this.removedAt === null) throw new Error('Only what was taken away is put back.');
    this.removedAt = null;
    this.version += 1;
  }
}
schema.setClass(Comment);
