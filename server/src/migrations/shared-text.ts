import { Migration } from '@mikro-orm/migrations';

/**
 * Texts that people write together. Each change is a row before anybody hears that it is kept; now and then they are merged into one
 * snapshot. Names are compared byte by byte, so that all texts of one meeting are found by how their names begin.
 */
export class SharedText extends Migration {
  override up(): void {
    this.addSql(`
      create table shared_text (
        name text collate "C" primary key check (length(name) between 3 and 200),
        last_n bigint not null default 0,
        snapshot bytea,
        snapshot_n bigint not null default 0,
        bytes bigint not null default 0,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        check (snapshot_n <= last_n),
        check ((snapshot is null) = (snapshot_n = 0))
      )`);
    this.addSql(`
      create table shared_text_update (
        name text collate "C" not null references shared_text (name) on delete cascade,
        n bigint not null,
        update bytea not null,
        actor_id uuid not null references person (id),
        at timestamptz not null,
        primary key (name, n)
      )`);
  }
}
