import { Migration } from '@mikro-orm/migrations';

/** Notes that were drafted from a case, and from whom such a note is kept. */
export class CaseNotes extends Migration {
  override up(): void {
    this.addSql(`
      create table note_of_case (
        note_id uuid primary key references knowledge_note (id),
        bottleneck_id uuid not null references bottleneck (id),
        drafted_at timestamptz not null
      )`);
    this.addSql(`create index note_of_case_by_case on note_of_case (bottleneck_id, drafted_at desc)`);
    this.addSql(`
      create table note_withheld (
        note_id uuid not null references knowledge_note (id),
        person_id uuid not null references person (id),
        primary key (note_id, person_id)
      )`);
  }
}
