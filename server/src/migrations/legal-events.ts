import { Migration } from '@mikro-orm/migrations';

/** What changed in the law, and which notes have to be looked at again because of it. */
export class LegalEvents extends Migration {
  override up(): void {
    this.addSql(`
      create table legal_event (
        id uuid primary key,
        version int not null default 1,
        kind text not null check (kind in ('RULING', 'LAW', 'TOOL', 'POLICY')),
        title text not null,
        summary text not null default '',
        legal_references text[] not null default '{}',
        effective_on date not null,
        recorded_by_id uuid not null references person (id),
        recorded_at timestamptz not null,
        withdrawn_at timestamptz
      )`);
    this.addSql(`create index legal_event_by_day on legal_event (effective_on desc, id) where withdrawn_at is null`);
    this.addSql(`
      create table note_review (
        legal_event_id uuid not null references legal_event (id),
        note_id uuid not null references knowledge_note (id),
        state text not null check (state in ('TO_REVIEW', 'CONFIRMED', 'ADAPTED', 'ARCHIVED')),
        status_before text not null,
        settled_by_id uuid references person (id),
        settled_at timestamptz,
        remark text not null default '',
        primary key (legal_event_id, note_id),
        check ((state = 'TO_REVIEW') = (settled_at is null))
      )`);
    this.addSql(`create index note_review_open on note_review (note_id) where state = 'TO_REVIEW'`);
  }
}
