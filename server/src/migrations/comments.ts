import { Migration } from '@mikro-orm/migrations';

/** What people say about something and put with it; the subject lies in a later room, so there is no key for it. */
export class Comments extends Migration {
  override up(): void {
    this.addSql(`
      create table comment (
        id uuid primary key,
        subject_kind text not null,
        subject_id uuid not null,
        version int not null,
        text text not null,
        in_confidence boolean not null,
        author_id uuid not null references person (id),
        written_at timestamptz not null,
        edited_at timestamptz,
        removed_at timestamptz
      )`);
    this.addSql(`create index comment_by_subject on comment (subject_kind, subject_id, written_at desc, id)`);
    this.addSql(`
      create table comment_mention (
        comment_id uuid not null references comment (id),
        person_id uuid not null references person (id),
        position int not null,
        primary key (comment_id, person_id)
      )`);
    this.addSql(`
      create table attachment (
        id uuid primary key,
        subject_kind text not null,
        subject_id uuid not null,
        title text not null,
        file_id uuid references stored_file (id) on delete set null,
        url text,
        in_confidence boolean not null,
        added_by_id uuid not null references person (id),
        added_at timestamptz not null,
        removed_at timestamptz,
        check (removed_at is not null or (file_id is null) <> (url is null))
      )`);
    this.addSql(`create index attachment_by_subject on attachment (subject_kind, subject_id, added_at, id)`);
    this.addSql(`create index attachment_by_file on attachment (file_id) where file_id is not null`);
  }
}
