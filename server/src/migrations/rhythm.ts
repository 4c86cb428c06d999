import { Migration } from '@mikro-orm/migrations';

/**
 * The rhythm of a table in full, and the series of meetings that follows from it: which month a meeting is of, whence it was moved and
 * why it was cancelled.
 */
export class Rhythm extends Migration {
  override up(): void {
    this.addSql(`
      alter table acceleration_table
        add column feedback_days int not null default 5 check (feedback_days >= 0),
        add column months_without jsonb not null default '[]',
        add column months_ahead int not null default 6 check (months_ahead >= 1),
        add column keep_filled boolean not null default true,
        add column rhythm_version int not null default 1,
        add column rhythm_changed_by_id uuid references person (id),
        add column rhythm_changed_at timestamptz`);
    this.addSql(`
      alter table meeting
        add column series_month text check (series_month ~ '^[0-9]{4}-[0-9]{2}$'),
        add column feedback_by date,
        add column moved_from timestamptz,
        add column cancelled_at timestamptz,
        add column cancelled_by_id uuid references person (id),
        add column cancelled_state text check (cancelled_state in ('DRAFT', 'PUBLISHED')),
        add column cancel_reason text not null default '',
        add column stopped_series boolean not null default false,
        add column returned_cases jsonb,
        add column moved_on_items jsonb`);
    this.addSql(
      `create unique index meeting_of_series on meeting (table_id, series_month) where series_month is not null`,
    );
    this.addSql(`
      create table meeting_move (
        move_id uuid not null,
        meeting_id uuid not null references meeting (id),
        moved_at timestamptz not null,
        moved_by_id uuid not null references person (id),
        before jsonb not null,
        after jsonb not null,
        primary key (meeting_id, move_id)
      )`);
    this.addSql(`create index meeting_move_by_move on meeting_move (move_id)`);
  }
}
