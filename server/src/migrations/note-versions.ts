import { Migration } from '@mikro-orm/migrations';

const texts = ['title', 'summary', 'body', 'applies', 'applies_not', 'steps', 'caveat', 'tags', 'legal_references'];
const kept = [...texts, 'confidentiality', 'region_id'];

/**
 * Every text that a note ever had. The database keeps them itself, whichever use case writes, so that none is forgotten; the dates and the
 * status of a note are no words, and are not brought back with them.
 */
export class NoteVersions extends Migration {
  override up(): void {
    this.addSql(`
      create table note_version (
        note_id uuid not null references knowledge_note (id) on delete cascade,
        version int not null,
        title text not null,
        summary text not null,
        body text not null,
        applies text not null,
        applies_not text not null,
        steps text not null,
        caveat text not null,
        tags text[] not null,
        legal_references text[] not null,
        confidentiality text not null,
        region_id uuid references region (id),
        written_by_id uuid not null references person (id),
        written_at timestamptz not null,
        primary key (note_id, version)
      )`);
    const columns = kept.join(', ');
    this.addSql(`
      insert into note_version (note_id, version, ${columns}, written_by_id, written_at)
      select id, version, ${columns}, updated_by_id, updated_at from knowledge_note`);
    this.addSql(`
      create function keep_note_version() returns trigger language plpgsql as $$
      begin
        insert into note_version (note_id, version, ${columns}, written_by_id, written_at)
        values (new.id, new.version, ${kept.map((column) => `new.${column}`).join(', ')}, new.updated_by_id, new.updated_at)
        on conflict (note_id, version) do nothing;
        return null;
      end $$`);
    this.addSql(
      `create trigger note_is_written after insert on knowledge_note for each row execute function keep_note_version()`,
    );
    const row = (of: string) => `(${texts.map((column) => `${of}.${column}`).join(', ')})`;
    this.addSql(`
      create trigger note_is_rewritten after update on knowledge_note for each row
        when (${row('old')} is distinct from ${row('new')}) execute function keep_note_version()`);
  }
}
