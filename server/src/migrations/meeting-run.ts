import { Migration } from '@mikro-orm/migrations';

/**
 * A meeting that runs: what is current and since when, who holds the controls, who is there and what comes of each item. Only what must
 * survive a restart is here; who is looking at this moment is not.
 */
export class MeetingRun extends Migration {
  override up(): void {
    this.addSql(`
      create table meeting_run (
        meeting_id uuid primary key references meeting (id),
        started_at timestamptz not null,
        started_by_id uuid not null references person (id),
        lead_id uuid not null references person (id),
        current_item_id uuid references agenda_item (id) on delete set null,
        running_since timestamptz,
        paused_at timestamptz,
        moved_by_id uuid references person (id),
        moved_at timestamptz,
        closed_at timestamptz,
        closed_by_id uuid references person (id)
      )`);
    this.addSql(`
      create table agenda_item_run (
        agenda_item_id uuid primary key references agenda_item (id) on delete cascade,
        meeting_id uuid not null references meeting (id),
        started_at timestamptz,
        spent_ms bigint not null default 0,
        extra_minutes int not null default 0,
        finished boolean not null default false
      )`);
    this.addSql(`create index agenda_item_run_by_meeting on agenda_item_run (meeting_id)`);
    this.addSql(`
      create table attendance (
        meeting_id uuid not null references meeting (id),
        person_id uuid not null references person (id),
        answer text check (answer in ('IN_ROOM', 'ONLINE', 'ABSENT')),
        answer_remark text not null default '',
        presence text check (presence in ('IN_ROOM', 'ONLINE', 'ABSENT_WITH_NOTICE', 'ABSENT')),
        arrived_at timestamptz,
        left_at timestamptz,
        substitutes_for_id uuid references person (id),
        updated_at timestamptz not null,
        updated_by_id uuid not null references person (id),
        primary key (meeting_id, person_id)
      )`);
    this.addSql(
      `create unique index attendance_substitute on attendance (meeting_id, substitutes_for_id) where substitutes_for_id is not null`,
    );
    this.addSql(`create index attendance_by_person on attendance (person_id, meeting_id)`);
    this.addSql(`
      create table agenda_outcome (
        id uuid primary key,
        version int not null default 1,
        meeting_id uuid not null references meeting (id),
        agenda_item_id uuid not null references agenda_item (id) on delete cascade,
        kind text not null check (kind in ('DECISION', 'AMENDED_DECISION', 'INFORMED', 'ACTION', 'BOTTLENECK', 'NOTE')),
        number text unique,
        text text not null default '',
        proposed_text text not null default '',
        transition text,
        action_id uuid references action (id),
        bottleneck_id uuid references bottleneck (id),
        note_id uuid references knowledge_note (id),
        closed_part boolean not null default false,
        source_event_id uuid unique,
        recorded_at timestamptz not null,
        recorded_by_id uuid not null references person (id),
        withdrawn_at timestamptz,
        withdrawn_by_id uuid references person (id)
      )`);
    this.addSql(`create sequence decision_number`);
    this.addSql(`create index agenda_outcome_by_meeting on agenda_outcome (meeting_id, recorded_at, id)`);
    this.addSql(`create index agenda_outcome_by_item on agenda_outcome (agenda_item_id)`);
    this.addSql(`alter table agenda_item add column continues_id uuid references agenda_item (id)`);
    this.addSql(`alter table agenda_item add column why jsonb`);
    this.addSql(`alter table agenda_item add column annotation text not null default ''`);
    this.addSql(`create index agenda_item_by_continued on agenda_item (continues_id) where continues_id is not null`);
    this.addSql(`alter table agenda_item_subject drop constraint agenda_item_subject_check`);
    this.addSql(`alter table agenda_item_subject add column project_id uuid references project (id)`);
    this.addSql(`alter table agenda_item_subject add column meeting_id uuid references meeting (id)`);
    this.addSql(
      `alter table agenda_item_subject add constraint agenda_item_subject_check check (num_nonnulls(bottleneck_id, note_id, project_id, meeting_id) = 1)`,
    );
  }
}
