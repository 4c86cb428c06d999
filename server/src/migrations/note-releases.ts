import { Migration } from '@mikro-orm/migrations';

/** A note that was drafted from a case that is not public is opened by two: its author says to whom, and a validator agrees. */
export class NoteReleases extends Migration {
  override up(): void {
    this.addSql(`alter table knowledge_note add column needs_release boolean not null default false`);
    this.addSql(`
      alter table knowledge_note add column release_to text
        check (release_to is null or (release_to in ('PUBLIC', 'REGIONAL') and needs_release))`);
  }
}
