import { Migration } from '@mikro-orm/migrations';

/** Streams of events, the timelines that are read from them, and the work that follows from them. */
export class Streams extends Migration {
  override up(): void {
    this.addSql(`create table platform_secret (
      name text primary key,
      secret bytea not null,
      created_at timestamptz not null default now()
    )`);
    this.addSql(`create table stream_epoch (
      only_row boolean primary key default true check (only_row),
      epoch uuid not null,
      started_at timestamptz not null default now()
    )`);
    this.addSql('insert into stream_epoch (epoch) values (gen_random_uuid())');
    this.addSql(`create table stream (
      kind text not null,
      id uuid not null,
      counter bigint not null,
      primary key (kind, id)
    ) with (fillfactor = 50)`);
    // `number` is gapless within a stream. `position` only sorts a timeline and has gaps.
    this.addSql(`create table event (
      position bigint generated always as identity primary key,
      id uuid not null unique,
      stream_kind text not null,
      stream_id uuid not null,
      number bigint not null,
      type text not null,
      subjects jsonb not null,
      payload jsonb not null,
      actor_id uuid,
      at timestamptz not null,
      unique (stream_kind, stream_id, number)
    )`);
    this.addSql(`create table event_subject (
      kind text not null,
      id uuid not null,
      position bigint not null references event (position),
      primary key (kind, id, position)
    )`);
    this.addSql(`create table projection_pending (
      projector text not null,
      position bigint not null,
      attempts integer not null default 0,
      due_at timestamptz not null default now(),
      error text,
      primary key (projector, position)
    )`);
    this.addSql('create index projection_pending_due on projection_pending (due_at)');
    this.keepHistory('event');
    this.keepHistory('event_subject');
  }

  /** What happened is also the audit trail: nobody rewrites it, whatever code asks for. */
  private keepHistory(table: string): void {
    if (table === 'event') {
      this.addSql(`create function refuse_rewriting_history() returns trigger language plpgsql as $$
        begin
          raise exception 'Rows of % are never changed.', tg_table_name;
        end
      $$`);
    }
    this.addSql(`create trigger ${table}_stays before update or delete or truncate on ${table}
      for each statement execute function refuse_rewriting_history()`);
  }
}
