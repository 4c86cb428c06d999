import { Migration } from '@mikro-orm/migrations';

/** The place of a state in the journey of a case; the same expression as in `bottleneck.order.ts`. */
const travelOrder = `(array_position(array['DRAFT', 'SUBMITTED', 'TRIAGE', 'SCHEDULED', 'IN_PROGRESS', 'ESCALATED',
  'ON_HOLD', 'RESOLVED', 'REFERRED', 'WITHDRAWN'], state))`;

/**
 * Bottlenecks. `municipality_id`, `region_id` and `homes_blocked` stand on the row itself, kept by the use cases,
 * so that lists filter, sort and check rights on one table.
 */
export class Bottlenecks extends Migration {
  override up(): void {
    this.addSql(`
      create table bottleneck_number (
        year int primary key,
        last int not null
      )`);
    this.addSql(`
      create table bottleneck (
        id uuid primary key,
        number text not null unique check (number ~ '^KP-[0-9]{4}-[0-9]{3,6}$'),
        version int not null default 1,
        title text not null,
        description text not null default '',
        tried_so_far text not null default '',
        ask text not null default '',
        decision_by date,
        construction_start date,
        state text not null check (state in
          ('DRAFT', 'SUBMITTED', 'TRIAGE', 'SCHEDULED', 'IN_PROGRESS', 'ESCALATED', 'ON_HOLD', 'RESOLVED', 'REFERRED', 'WITHDRAWN')),
        state_since timestamptz not null,
        solvable_at text not null check (solvable_at in ('LOCAL', 'REGIONAL', 'PROVINCIAL', 'NATIONAL')),
        held_by_id uuid references acceleration_table (id),
        municipality_id uuid not null references municipality (id),
        region_id uuid not null references region (id),
        confidentiality text not null check (confidentiality in ('PUBLIC', 'REGIONAL', 'CONFIDENTIAL')),
        filer_id uuid not null references person (id),
        owner_id uuid not null references person (id),
        lead_id uuid references person (id),
        civil_owner_id uuid references person (id),
        political_owner_id uuid references person (id),
        due_on date,
        next_step text not null default '',
        proposed_resolution text not null default '',
        resolution text not null default '',
        hold_reason text not null default '',
        return_on date,
        referred_to text not null default '',
        homes_blocked int not null default 0,
        withdrawn_as_draft boolean not null default false,
        filed_on date not null,
        resolved_on date,
        updated_at timestamptz not null,
        updated_by_id uuid references person (id),
        check (state in ('RESOLVED', 'WITHDRAWN') or due_on is not null),
        check (state = 'DRAFT' or held_by_id is not null)
      )`);
    this.addSql(`
      create table bottleneck_theme (
        bottleneck_id uuid not null references bottleneck (id),
        theme_id uuid not null references theme (id),
        position int not null,
        primary key (bottleneck_id, theme_id)
      )`);
    this.addSql(`
      create table bottleneck_project (
        bottleneck_id uuid not null references bottleneck (id),
        project_id uuid not null references project (id),
        position int not null,
        homes_blocked int check (homes_blocked between 0 and 20000),
        primary key (bottleneck_id, project_id)
      )`);
    this.addSql(`
      create table bottleneck_grant (
        bottleneck_id uuid not null references bottleneck (id),
        person_id uuid not null references person (id),
        kind text not null check (kind in ('SHARED', 'EXCLUDED', 'CO_SIGNER')),
        primary key (bottleneck_id, person_id, kind)
      )`);
    this.addSql(`
      create table escalation (
        id uuid primary key,
        bottleneck_id uuid not null references bottleneck (id),
        from_table_id uuid not null references acceleration_table (id),
        to_table_id uuid not null references acceleration_table (id),
        reason text not null,
        sent_at timestamptz not null,
        ended_at timestamptz,
        outcome text
      )`);
    this.addSql(`
      create table application (
        id uuid primary key,
        note_id uuid not null references knowledge_note (id),
        bottleneck_id uuid not null references bottleneck (id),
        result text not null check (result in ('WORKED', 'PARTLY', 'FAILED', 'NOT_YET')),
        conditions text not null default '',
        applied_by_id uuid not null references person (id),
        applied_on date not null,
        unique (note_id, bottleneck_id)
      )`);
    this.addSql(`create index bottleneck_by_due on bottleneck (due_on, id)`);
    this.addSql(`create index bottleneck_by_homes on bottleneck (homes_blocked desc, id)`);
    this.addSql(`create index bottleneck_by_filed on bottleneck (filed_on desc, id)`);
    this.addSql(`create index bottleneck_by_update on bottleneck (updated_at desc, id)`);
    this.addSql(`create index bottleneck_by_number on bottleneck
      ((split_part(number, '-', 2)::int), (split_part(number, '-', 3)::int), id)`);
    this.addSql(`create index bottleneck_by_title on bottleneck (lower(title), id)`);
    this.addSql(`create index bottleneck_by_state on bottleneck (${travelOrder}, due_on, id)`);
    this.addSql(`create index bottleneck_by_text on bottleneck using gin (title gin_trgm_ops, number gin_trgm_ops)`);
    this.addSql(`create index bottleneck_by_table on bottleneck (held_by_id, state, due_on, id)`);
    this.addSql(`create index bottleneck_by_municipality on bottleneck (municipality_id, due_on, id)`);
    this.addSql(`create index bottleneck_by_region on bottleneck (region_id, confidentiality, due_on, id)`);
    this.addSql(`create index bottleneck_by_owner on bottleneck (owner_id, due_on, id)`);
    this.addSql(`create index bottleneck_by_filer on bottleneck (filer_id)`);
    this.addSql(`create index bottleneck_by_lead on bottleneck (lead_id) where lead_id is not null`);
    this.addSql(`create index bottleneck_theme_by_theme on bottleneck_theme (theme_id, bottleneck_id)`);
    this.addSql(`create index bottleneck_project_by_project on bottleneck_project (project_id, bottleneck_id)`);
    this.addSql(`create index bottleneck_grant_by_person on bottleneck_grant (person_id, kind, bottleneck_id)`);
    this.addSql(`create index escalation_by_bottleneck on escalation (bottleneck_id, sent_at)`);
    this.addSql(`create index escalation_by_receiver on escalation (to_table_id)`);
    this.addSql(`create unique index escalation_open on escalation (bottleneck_id) where ended_at is null`);
    this.addSql(`create index escalation_open_by_sender on escalation (from_table_id) where ended_at is null`);
    this.addSql(`create index application_by_bottleneck on application (bottleneck_id)`);
  }
}
