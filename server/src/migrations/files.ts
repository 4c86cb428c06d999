import { Migration } from '@mikro-orm/migrations';

/**
 * What people uploaded, and the papers of agenda items. The content lies in the file store under its hash; a file that nothing uses
 * has a `loose_since`. A paper names its item without a foreign key: an item that is taken off the working version still stands on
 * the agenda that was published, with its papers.
 */
export class Files extends Migration {
  override up(): void {
    this.addSql(`
      create table stored_file (
        id uuid primary key,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        name text not null,
        media_type text not null,
        size int not null check (size > 0),
        pages int,
        uploaded_by_id uuid not null references person (id),
        uploaded_at timestamptz not null,
        loose_since timestamptz
      )`);
    this.addSql(`create index stored_file_by_hash on stored_file (hash)`);
    this.addSql(`create index stored_file_loose on stored_file (loose_since) where loose_since is not null`);
    this.addSql(`
      create table paper (
        id uuid primary key,
        meeting_id uuid not null references meeting (id),
        agenda_item_id uuid not null,
        title text not null,
        file_id uuid references stored_file (id),
        url text,
        added_by_id uuid not null references person (id),
        added_at timestamptz not null,
        removed_at timestamptz,
        check (num_nonnulls(file_id, url) = 1)
      )`);
    this.addSql(`create index paper_by_item on paper (agenda_item_id, added_at, id)`);
    this.addSql(`create index paper_by_file on paper (file_id) where file_id is not null`);
  }
}
