import { Migration } from '@mikro-orm/migrations';

/** What reached whom, once for each event and person, and how far each person has read. */
export class Notifications extends Migration {
  override up(): void {
    this.addSql(`
      create table inbox_item (
        id uuid primary key,
        event_id uuid not null,
        person_id uuid not null references person (id),
        reason text not null,
        happened_at timestamptz not null,
        read_at timestamptz,
        unique (event_id, person_id)
      )`);
    this.addSql(`create index inbox_item_by_person on inbox_item (person_id, happened_at desc, id desc)`);
    this.addSql(`create index inbox_item_unread on inbox_item (person_id) where read_at is null`);
  }
}
