import { Migration } from '@mikro-orm/migrations';

/**
 * Cases that are one problem. A case is in one open pattern at most; what a pattern resolved stays with it, with what is needed to take
 * the resolving back.
 */
export class Patterns extends Migration {
  override up(): void {
    this.addSql(`create table pattern_number (year int primary key, last int not null)`);
    this.addSql(`
      create table pattern (
        id uuid primary key,
        number text not null unique,
        version int not null default 1,
        table_id uuid not null references acceleration_table (id),
        title text not null,
        problem text not null,
        state text not null default 'OPEN' check (state in ('OPEN', 'RESOLVED', 'DISSOLVED')),
        made_by_id uuid not null references person (id),
        made_on date not null,
        resolution text not null default '',
        resolved_on date,
        note_id uuid references knowledge_note (id),
        changed_by_id uuid not null references person (id),
        changed_at timestamptz not null,
        check ((state = 'RESOLVED') = (resolved_on is not null))
      )`);
    this.addSql(`create index pattern_by_table on pattern (table_id, state, made_on desc, id)`);
    this.addSql(`
      create table pattern_member (
        pattern_id uuid not null references pattern (id) on delete cascade,
        bottleneck_id uuid not null references bottleneck (id),
        active boolean not null default true,
        resolved_version int,
        undo jsonb,
        primary key (pattern_id, bottleneck_id)
      )`);
    this.addSql(`create unique index pattern_member_active on pattern_member (bottleneck_id) where active`);
    this.addSql(`create index pattern_member_by_bottleneck on pattern_member (bottleneck_id)`);
  }
}
