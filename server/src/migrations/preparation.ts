import { Migration } from '@mikro-orm/migrations';

/**
 * What comes before an agenda: what participants propose, who is invited to one item, what was put aside, and agendas to begin with.
 */
export class Preparation extends Migration {
  override up(): void {
    this.addSql(`
      create table agenda_guest (
        id uuid primary key,
        meeting_id uuid not null references meeting (id),
        agenda_item_id uuid not null references agenda_item (id) on delete cascade,
        person_id uuid references person (id),
        name text not null default '',
        organisation text not null default '',
        email text,
        invited_at timestamptz not null,
        invited_by_id uuid not null references person (id),
        check (person_id is not null or name <> '')
      )`);
    this.addSql(`create index agenda_guest_by_item on agenda_guest (agenda_item_id, invited_at, id)`);
    this.addSql(
      `create unique index agenda_guest_of_item on agenda_guest (agenda_item_id, person_id) where person_id is not null`,
    );
    this.addSql(
      `create index agenda_guest_by_person on agenda_guest (person_id, meeting_id) where person_id is not null`,
    );
    this.addSql(`
      create table agenda_proposal (
        id uuid primary key,
        meeting_id uuid not null references meeting (id),
        proposed_by_id uuid not null references person (id),
        proposed_at timestamptz not null,
        title text not null,
        purpose text not null check (purpose in ('INFORM', 'DISCUSS', 'DECIDE')),
        minutes int not null check (minutes between 1 and 480),
        motivation text not null,
        proposed_decision text not null default '',
        subjects jsonb not null default '[]',
        after_deadline boolean not null default false,
        state text not null check (state in ('OPEN', 'ACCEPTED', 'RETURNED', 'WITHDRAWN')),
        return_reason text not null default '',
        decided_at timestamptz,
        decided_by_id uuid references person (id),
        agenda_item_id uuid references agenda_item (id) on delete set null,
        check ((state = 'OPEN') = (decided_at is null))
      )`);
    this.addSql(`create index agenda_proposal_by_meeting on agenda_proposal (meeting_id, proposed_at, id)`);
    this.addSql(`create index agenda_proposal_by_person on agenda_proposal (proposed_by_id, meeting_id)`);
    this.addSql(`
      create table agenda_template (
        id uuid primary key,
        table_id uuid not null references acceleration_table (id),
        name text not null,
        items jsonb not null,
        saved_at timestamptz not null,
        saved_by_id uuid not null references person (id)
      )`);
    this.addSql(`create unique index agenda_template_of_table on agenda_template (table_id, lower(name))`);
    this.addSql(`
      create table dropped_suggestion (
        meeting_id uuid not null references meeting (id),
        key text not null,
        dropped_at timestamptz not null,
        dropped_by_id uuid not null references person (id),
        primary key (meeting_id, key)
      )`);
  }
}
