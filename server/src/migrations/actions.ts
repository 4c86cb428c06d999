import { Migration } from '@mikro-orm/migrations';

/** Who does what by when. An action knows where it was agreed, but that place lies in a later room: there is no key for it. */
export class Actions extends Migration {
  override up(): void {
    this.addSql(`create sequence action_number`);
    this.addSql(`
      create table action (
        id uuid primary key,
        number text not null unique,
        version int not null default 1,
        table_id uuid not null references acceleration_table (id),
        meeting_id uuid,
        agenda_item_id uuid,
        bottleneck_id uuid,
        closed_part boolean not null default false,
        state text not null check (state in ('OPEN', 'DONE', 'WITHDRAWN')),
        what text not null,
        owner_id uuid not null references person (id),
        due_on date not null,
        agreed_due_on date not null,
        done_on date,
        done_note text not null default '',
        withdrawn_reason text not null default '',
        created_at timestamptz not null,
        created_by_id uuid not null references person (id),
        updated_at timestamptz not null,
        updated_by_id uuid not null references person (id),
        check ((state = 'DONE') = (done_on is not null))
      )`);
    this.addSql(`create index action_by_owner on action (owner_id, due_on, id) where state = 'OPEN'`);
    this.addSql(`create index action_by_table on action (table_id, due_on, id)`);
    this.addSql(`create index action_by_meeting on action (meeting_id) where meeting_id is not null`);
    this.addSql(`create index action_by_bottleneck on action (bottleneck_id) where bottleneck_id is not null`);
  }
}
