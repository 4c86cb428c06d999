import { Migration } from '@mikro-orm/migrations';

/** Knowledge notes with their validity, and the themes they carry. */
export class Knowledge extends Migration {
  override up(): void {
    this.addSql(`
      create table knowledge_note (
        id uuid primary key,
        slug text not null unique,
        version int not null default 1,
        title text not null,
        summary text not null,
        body text not null default '',
        applies text not null default '',
        applies_not text not null default '',
        steps text not null default '',
        caveat text not null default '',
        tags text[] not null default '{}',
        legal_references text[] not null default '{}',
        valid_as_of date not null,
        review_by date not null check (review_by >= valid_as_of),
        status text not null check (status in ('DRAFT', 'VALIDATED', 'REVIEW_DUE', 'ARCHIVED')),
        validated_by_id uuid references person (id),
        author_id uuid not null references person (id),
        contact_id uuid references organisation (id),
        region_id uuid references region (id),
        confidentiality text not null default 'PUBLIC' check (confidentiality in ('PUBLIC', 'REGIONAL', 'CONFIDENTIAL')),
        created_at timestamptz not null,
        updated_at timestamptz not null,
        updated_by_id uuid not null references person (id)
      )`);
    this.addSql(`
      create table knowledge_note_theme (
        note_id uuid not null references knowledge_note (id),
        theme_id uuid not null references theme (id),
        position int not null,
        primary key (note_id, theme_id)
      )`);
    this.addSql(`create index knowledge_note_by_title on knowledge_note (title, id)`);
    this.addSql(`create index knowledge_note_by_update on knowledge_note (updated_at desc, id)`);
    this.addSql(`create index knowledge_note_by_review on knowledge_note (review_by, id)`);
    this.addSql(`create index knowledge_note_theme_by_theme on knowledge_note_theme (theme_id, note_id)`);
  }
}
