import { Migration } from '@mikro-orm/migrations';

/** Decisions, actions, projects and organisations are found too; the index knows by which rules it was written, and how far. */
export class SearchKinds extends Migration {
  override up(): void {
    this.addSql(`alter table search_document drop constraint search_document_kind_check`);
    this.addSql(
      `alter table search_document add constraint search_document_kind_check
        check (kind in ('BOTTLENECK', 'NOTE', 'MINUTES', 'DECISION', 'ACTION', 'PROJECT', 'ORGANISATION'))`,
    );
    // A list of what is still to be sorted in would be read by every question until somebody cleans up.
    for (const index of ['document_by_term', 'document_by_title', 'document_by_word', 'word_by_trigram'])
      this.addSql(`alter index search_${index} set (fastupdate = off)`);
    this.addSql(`
      create table search_index (
        id boolean primary key default true check (id),
        version int not null,
        done int not null default 0,
        total int not null default 0,
        kind_at int not null default 0,
        after_id uuid,
        started_at timestamptz,
        finished_at timestamptz
      )`);
    this.addSql(`insert into search_index (version, finished_at) values (1, now())`);
  }
}
