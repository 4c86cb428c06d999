import { Migration } from '@mikro-orm/migrations';

/**
 * Words that the province says mean the same, and questions that led nowhere. Of a question nobody is kept who asked it: only how often and
 * on which days. What is taken away stays, with who did it.
 */
export class SearchTend extends Migration {
  override up(): void {
    this.addSql(`
      create table synonym_group (
        id uuid primary key,
        version int not null default 1,
        terms text[] not null check (cardinality(terms) >= 1),
        one_way text[] not null default '{}',
        theme_id uuid references theme (id),
        valid_from date,
        valid_until date,
        remark text not null default '',
        created_at timestamptz not null,
        created_by_id uuid not null references person (id),
        updated_at timestamptz not null,
        updated_by_id uuid not null references person (id),
        removed_at timestamptz,
        check (valid_from is null or valid_until is null or valid_until >= valid_from)
      )`);
    this.addSql(`
      create table search_gap (
        id uuid primary key,
        question text not null unique,
        kind text not null check (kind in ('NO_HIT', 'NO_CLICK')),
        state text not null default 'OPEN' check (state in ('OPEN', 'SYNONYM', 'NOTE_ASKED', 'IGNORED')),
        times int not null default 1,
        first_on date not null,
        last_on date not null,
        settled_at timestamptz,
        settled_by_id uuid references person (id)
      )`);
    this.addSql(`create index search_gap_by_state on search_gap (state, times desc, last_on desc, id)`);
  }
}
