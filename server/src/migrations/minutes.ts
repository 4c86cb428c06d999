import { Migration } from '@mikro-orm/migrations';

/**
 * Minutes of meetings: drawn up at closing, read by the participants, adopted. What is adopted is kept as the very text that its hash is
 * of, and the database itself refuses to change it.
 */
export class Minutes extends Migration {
  override up(): void {
    this.addSql(`
      create table minutes (
        id uuid primary key,
        version int not null default 1,
        meeting_id uuid not null unique references meeting (id),
        table_id uuid not null references acceleration_table (id),
        state text not null check (state in ('DRAFT', 'REVIEW', 'ADOPTED', 'PUBLISHED')),
        drawn_up_at timestamptz not null,
        drawn_up_by_id uuid not null references person (id),
        undo jsonb not null,
        review_by date,
        adopted_at timestamptz,
        adopted_by_id uuid references person (id),
        adopted_in_id uuid references meeting (id),
        frozen text,
        hash text check (hash ~ '^[0-9a-f]{64}$'),
        published_at timestamptz,
        published_by_id uuid references person (id),
        updated_at timestamptz not null,
        updated_by_id uuid not null references person (id),
        check ((state in ('ADOPTED', 'PUBLISHED')) = (frozen is not null)),
        check ((frozen is null) = (hash is null) and (frozen is null) = (adopted_at is null)),
        check ((state = 'PUBLISHED') = (published_at is not null))
      )`);
    this.addSql(`create index minutes_by_table on minutes (table_id, state)`);
    this.addSql(`
      create table minutes_remark (
        id uuid primary key,
        minutes_id uuid not null references minutes (id) on delete cascade,
        agenda_item_id uuid references agenda_item (id),
        text text not null,
        author_id uuid not null references person (id),
        written_at timestamptz not null,
        taken boolean,
        answer text not null default '',
        settled_by_id uuid references person (id),
        settled_at timestamptz,
        check ((taken is null) = (settled_by_id is null) and (taken is null) = (settled_at is null))
      )`);
    this.addSql(`create index minutes_remark_by_minutes on minutes_remark (minutes_id, written_at, id)`);
    this.addSql(`
      create table minutes_addendum (
        id uuid primary key,
        minutes_id uuid not null references minutes (id),
        agenda_item_id uuid references agenda_item (id),
        state text not null check (state in ('PROPOSED', 'ACCEPTED', 'RETURNED')),
        origin text not null check (origin in ('CORRECTION', 'OFFLINE_TEXT')),
        number int,
        text text not null,
        author_id uuid not null references person (id),
        written_at timestamptz not null,
        answer text not null default '',
        decided_by_id uuid references person (id),
        decided_at timestamptz,
        unique (minutes_id, number),
        check ((state = 'ACCEPTED') = (number is not null)),
        check ((state = 'PROPOSED') = (decided_at is null))
      )`);
    this.addSql(`
      create function refuse_change_of_adopted_minutes() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          raise exception 'Adopted minutes are not deleted.';
        end if;
        if new.frozen is distinct from old.frozen or new.hash is distinct from old.hash or new.meeting_id <> old.meeting_id
          or new.adopted_at is distinct from old.adopted_at or new.adopted_by_id is distinct from old.adopted_by_id
          or new.adopted_in_id is distinct from old.adopted_in_id or new.state not in ('ADOPTED', 'PUBLISHED')
          or (old.state = 'PUBLISHED' and (new.state <> 'PUBLISHED' or new.published_at is distinct from old.published_at)) then
          raise exception 'Adopted minutes do not change.';
        end if;
        return new;
      end $$`);
    this.addSql(`
      create trigger adopted_minutes_stay before update or delete on minutes
        for each row when (old.state in ('ADOPTED', 'PUBLISHED')) execute function refuse_change_of_adopted_minutes()`);
    this.addSql(`
      create function refuse_change_of_decided_addendum() returns trigger language plpgsql as $$
      begin
        raise exception 'An addendum that was decided on does not change.';
      end $$`);
    this.addSql(`
      create trigger decided_addendum_stays before update or delete on minutes_addendum
        for each row when (old.state <> 'PROPOSED') execute function refuse_change_of_decided_addendum()`);
  }
}
