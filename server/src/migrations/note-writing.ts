import { Migration } from '@mikro-orm/migrations';

/**
 * The explanation of a note is written together in a document, and now and then from there into the row. A row here says that somebody wrote
 * something that the row of the note does not have yet; it is kept with the change itself, so that no server that stops forgets it.
 */
export class NoteWriting extends Migration {
  override up(): void {
    this.addSql(`
      create table note_writing (
        note_id uuid not null references knowledge_note (id) on delete cascade,
        person_id uuid not null references person (id),
        since timestamptz not null,
        at timestamptz not null,
        primary key (note_id, person_id)
      )`);
    // The version with which a sitting began, for one that came from the document: who writes for an hour makes many, and a reader sees one.
    this.addSql(
      `alter table note_version add column written_with_ids uuid[] not null default '{}', add column sitting int`,
    );
  }
}
