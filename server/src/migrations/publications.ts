import { Migration } from '@mikro-orm/migrations';

/**
 * What was told of a meeting and when, with the agenda as it was then; the number that calendars go by, raised by whatever changes
 * when, where or whether it takes place; and the secret addresses of people's calendars, by their hash.
 */
export class Publications extends Migration {
  override up(): void {
    this.addSql(`
      create table publication (
        id uuid primary key,
        meeting_id uuid not null references meeting (id),
        number int not null,
        kind text not null check (kind in ('AGENDA', 'NOTICE')),
        published_at timestamptz not null,
        published_by_id uuid not null references person (id),
        message text not null default '',
        snapshot jsonb not null,
        before jsonb,
        unique (meeting_id, number)
      )`);
    this.addSql(`alter table meeting add column calendar_sequence int not null default 0`);
    this.addSql(`
      create function raise_calendar_sequence() returns trigger language plpgsql as $$
      begin
        new.calendar_sequence := old.calendar_sequence + 1;
        return new;
      end $$`);
    this.addSql(`
      create trigger meeting_calendar_sequence before update on meeting for each row
      when (old.starts_at <> new.starts_at or old.ends_at <> new.ends_at or old.location <> new.location
        or (old.state = 'CANCELLED') <> (new.state = 'CANCELLED'))
      execute function raise_calendar_sequence()`);
    this.addSql(`
      create table calendar_feed (
        person_id uuid primary key references person (id),
        secret_hash text not null unique,
        created_at timestamptz not null
      )`);
  }
}
