import { Migration } from '@mikro-orm/migrations';

/** Views of the list that people save, and changes of many cases at once, kept so that they can be taken back. */
export class BottleneckViews extends Migration {
  override up(): void {
    this.addSql(`
      create table bottleneck_view (
        id uuid primary key,
        version int not null default 1,
        name text not null,
        search text not null,
        list jsonb not null,
        owner_id uuid not null references person (id),
        table_id uuid references acceleration_table (id),
        created_at timestamptz not null,
        updated_at timestamptz not null
      )`);
    this.addSql(
      `create unique index bottleneck_view_name on bottleneck_view (coalesce(table_id, owner_id), lower(name))`,
    );
    this.addSql(`create index bottleneck_view_by_owner on bottleneck_view (owner_id) where table_id is null`);
    this.addSql(`create index bottleneck_view_by_table on bottleneck_view (table_id) where table_id is not null`);
    this.addSql(`
      create table bulk_change (
        id uuid primary key,
        kind text not null check (kind in ('CHANGE', 'HAND_OVER')),
        person_id uuid not null references person (id),
        made_at timestamptz not null,
        undone_at timestamptz,
        undo jsonb not null
      )`);
  }
}
