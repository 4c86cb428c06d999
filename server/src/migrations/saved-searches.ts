import { Migration } from '@mikro-orm/migrations';

/** Questions that somebody keeps to ask again, on whatever device. */
export class SavedSearches extends Migration {
  override up(): void {
    this.addSql(`
      create table saved_search (
        id uuid primary key,
        person_id uuid not null references person (id),
        query text not null,
        created_at timestamptz not null,
        unique (person_id, query)
      )`);
  }
}
