import { Migration } from '@mikro-orm/migrations';

/**
 * Lists that are brought in: the file, which column is what, and each of its rows as the trial run left it, until it is applied. What a
 * list says of a case and has no place on it (an action holder whom nobody knows) is kept beside the case as text.
 */
export class Imports extends Migration {
  override up(): void {
    this.addSql(`
      create table bottleneck_import (
        id uuid primary key,
        table_id uuid not null references acceleration_table (id),
        file_id uuid references stored_file (id) on delete set null,
        file_name text not null,
        state text not null check (state in
          ('READING', 'MAPPING', 'CHECKING', 'READY', 'APPLYING', 'APPLIED', 'UNDONE', 'DISCARDED', 'FAILED')),
        version int not null default 1,
        started_by_id uuid not null references person (id),
        started_at timestamptz not null,
        sheets jsonb not null default '[]',
        sheet text,
        header_row int,
        columns jsonb not null default '[]',
        done int not null default 0,
        total int not null default 0,
        guesses_confirmed boolean not null default false,
        failure text,
        applied_at timestamptz,
        kept_ids uuid[] not null default '{}',
        alive_at timestamptz
      )`);
    this.addSql(
      `create index bottleneck_import_by_person on bottleneck_import (started_by_id, table_id, started_at desc, id)`,
    );
    this.addSql(
      `create index bottleneck_import_running on bottleneck_import (started_at) where state in ('READING', 'CHECKING')`,
    );
    this.addSql(`create index bottleneck_import_by_file on bottleneck_import (file_id)`);
    this.addSql(`
      create table bottleneck_import_row (
        id uuid primary key,
        import_id uuid not null references bottleneck_import (id) on delete cascade,
        row_number int not null,
        kind text not null check (kind in ('NEW', 'CHANGED', 'UNCHANGED', 'REFUSED', 'SKIPPED')),
        title text not null,
        bottleneck_id uuid references bottleneck (id),
        base_version int,
        applied_version int,
        raw jsonb not null,
        cells jsonb not null,
        messages jsonb not null,
        change jsonb not null,
        undo jsonb,
        match_key text,
        guessed boolean not null,
        stale boolean not null default false,
        unique (import_id, row_number)
      )`);
    this.addSql(`create index bottleneck_import_row_by_kind on bottleneck_import_row (import_id, kind, row_number)`);
    this.addSql(`create index bottleneck_import_row_by_key on bottleneck_import_row (import_id, match_key)`);
    this.addSql(`
      create table bottleneck_import_mapping (
        table_id uuid not null references acceleration_table (id),
        headers text not null,
        mapping jsonb not null,
        updated_at timestamptz not null,
        primary key (table_id, headers)
      )`);
    this.addSql(`
      create table bottleneck_kept_text (
        bottleneck_id uuid primary key references bottleneck (id),
        texts jsonb not null
      )`);
  }
}
