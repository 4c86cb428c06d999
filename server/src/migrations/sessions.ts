import { Migration } from '@mikro-orm/migrations';

/** Sessions by the hash of their id: a stolen backup opens nothing. */
export class Sessions extends Migration {
  override up(): void {
    this.addSql(`
      create table session (
        id_hash text primary key,
        person_id uuid not null references person (id),
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null
      )`);
    this.addSql(`create index session_by_person on session (person_id)`);
    this.addSql(`create index session_by_expiry on session (expires_at)`);
  }
}
