import { Migration } from '@mikro-orm/migrations';

/** What a municipality has to hear of what a meeting did with a case: by when, and who told it. */
export class Feedback extends Migration {
  override up(): void {
    this.addSql(`
      create table case_feedback (
        id uuid primary key,
        meeting_id uuid not null references meeting (id),
        table_id uuid not null references acceleration_table (id),
        agenda_item_id uuid references agenda_item (id),
        bottleneck_id uuid not null references bottleneck (id),
        municipality_id uuid not null references municipality (id),
        due_on date not null,
        done_at timestamptz,
        done_by_id uuid references person (id),
        note text not null default '',
        unique (meeting_id, bottleneck_id, municipality_id),
        check ((done_at is null) = (done_by_id is null))
      )`);
    this.addSql(`create index case_feedback_open on case_feedback (table_id, due_on, id) where done_at is null`);
    this.addSql(`create index case_feedback_by_case on case_feedback (bottleneck_id)`);
  }
}
