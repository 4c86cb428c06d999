import { Migration } from '@mikro-orm/migrations';

/** Which note replaces one that is out of use. */
export class NoteSuccessors extends Migration {
  override up(): void {
    this.addSql(`alter table knowledge_note add column superseded_by_id uuid references knowledge_note (id)`);
    this.addSql(`alter table knowledge_note add check (superseded_by_id <> id)`);
    this.addSql(
      `create index knowledge_note_by_successor on knowledge_note (superseded_by_id) where superseded_by_id is not null`,
    );
  }
}
