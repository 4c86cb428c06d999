import { Migration } from '@mikro-orm/migrations';

/** Meetings with an agenda whose items point at bottlenecks and notes. Positions are unique when the transaction ends. */
export class Meetings extends Migration {
  override up(): void {
    this.addSql(`
      create table meeting (
        id uuid primary key,
        version int not null default 1,
        table_id uuid not null references acceleration_table (id),
        state text not null check (state in ('DRAFT', 'PUBLISHED', 'IN_SESSION', 'CLOSED', 'MINUTES_ADOPTED', 'CANCELLED')),
        starts_at timestamptz not null,
        ends_at timestamptz not null check (ends_at > starts_at),
        location text not null,
        submit_by date not null,
        papers_by date not null,
        minutes_by date not null,
        published_at timestamptz,
        published_version int,
        published_agenda jsonb,
        unpublished_changes int not null default 0,
        updated_at timestamptz not null,
        updated_by_id uuid not null references person (id)
      )`);
    this.addSql(`
      create table agenda_item (
        id uuid primary key,
        meeting_id uuid not null references meeting (id),
        position int not null check (position >= 1),
        title text not null,
        purpose text not null check (purpose in ('INFORM', 'DISCUSS', 'DECIDE')),
        minutes int not null check (minutes between 1 and 480),
        presenter_id uuid references person (id),
        presenter_text text,
        proposed_decision text not null default '',
        outcome text not null default '',
        closed_part boolean not null default false,
        unique (meeting_id, position) deferrable initially deferred
      )`);
    this.addSql(`
      create table agenda_item_subject (
        agenda_item_id uuid not null references agenda_item (id) on delete cascade,
        position int not null,
        bottleneck_id uuid references bottleneck (id),
        note_id uuid references knowledge_note (id),
        check (num_nonnulls(bottleneck_id, note_id) = 1),
        primary key (agenda_item_id, position)
      )`);
    this.addSql(`create index meeting_by_published on meeting using gin (published_agenda jsonb_path_ops)`);
    this.addSql(`create index meeting_by_table on meeting (table_id, starts_at, id)`);
    this.addSql(
      `create index agenda_subject_by_bottleneck on agenda_item_subject (bottleneck_id) where bottleneck_id is not null`,
    );
    this.addSql(`create index agenda_subject_by_note on agenda_item_subject (note_id) where note_id is not null`);
  }
}
