import { Migration } from '@mikro-orm/migrations';

/** What people follow; the subject lies in a later room, so there is no key for it. */
export class Discussion extends Migration {
  override up(): void {
    this.addSql(`
      create table watch (
        person_id uuid not null references person (id),
        subject_kind text not null,
        subject_id uuid not null,
        primary key (person_id, subject_kind, subject_id)
      )`);
    this.addSql(`create index watch_by_subject on watch (subject_kind, subject_id)`);
  }
}
