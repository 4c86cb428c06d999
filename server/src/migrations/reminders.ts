import { Migration } from '@mikro-orm/migrations';

/**
 * Reminders that went out: one mail a person and day, and in it each rung of each thing once. A day that is moved begins a new ladder,
 * so the day belongs to what makes a line the same.
 */
export class Reminders extends Migration {
  override up(): void {
    this.addSql(`
      create table reminder (
        id uuid primary key,
        person_id uuid not null references person (id),
        made_on date not null,
        unique (person_id, made_on)
      )`);
    this.addSql(`
      create table reminder_line (
        reminder_id uuid not null references reminder (id),
        person_id uuid not null references person (id),
        bottleneck_id uuid references bottleneck (id),
        action_id uuid references action (id),
        rung text not null check (rung in ('SOON', 'LATE', 'CIVIL_OWNER')),
        due_on date not null,
        check ((bottleneck_id is null) <> (action_id is null))
      )`);
    this.addSql(
      `create unique index reminder_line_once on reminder_line (coalesce(bottleneck_id, action_id), person_id, rung, due_on)`,
    );
    this.addSql(`create index reminder_line_of on reminder_line (reminder_id)`);
  }
}
