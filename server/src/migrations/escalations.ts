import { Migration } from '@mikro-orm/migrations';

/**
 * The handshake of an escalation: a memo, the agreement of the political owner, what is shared, and the answer that travels back. What
 * was sent before was sent whole. A chain is several open rows, one for each table that waits.
 */
export class Escalations extends Migration {
  override up(): void {
    this.addSql(`
      alter table acceleration_table
        add column escalation_needs_agreement boolean not null default true,
        add column answer_term_days int not null default 28 check (answer_term_days between 1 and 180),
        add column closed_on date`);
    this.addSql(`
      alter table escalation
        alter column sent_at drop not null,
        add column state text not null default 'SENT' check
          (state in ('DRAFT', 'AGREED', 'SENT', 'ACCEPTED', 'RETURNED', 'ANSWERED', 'WITHDRAWN')),
        add column version int not null default 1,
        add column question text not null default '',
        add column situation text not null default '',
        add column tried text not null default '',
        add column consequence text not null default '',
        add column proposal text not null default '',
        add column decision_by date,
        add column shares_dossier boolean not null default true,
        add column shares_files boolean not null default true,
        add column needs_agreement boolean not null default false,
        add column agreed_by_id uuid references person (id),
        add column agreed_at timestamptz,
        add column decline_reason text not null default '',
        add column answer_by date,
        add column accepted_at timestamptz,
        add column accepted_by_id uuid references person (id),
        add column resolves boolean not null default false,
        add column drafted_by_id uuid references person (id),
        add column drafted_at timestamptz,
        add column changed_by_id uuid references person (id),
        add column changed_at timestamptz`);
    this.addSql(`
      update escalation e set question = b.ask, situation = e.reason, drafted_at = e.sent_at,
        state = case when e.ended_at is null then 'SENT' when b.resolution <> '' and b.resolution = e.outcome then 'ANSWERED' else 'RETURNED' end
      from bottleneck b where b.id = e.bottleneck_id`);
    this.addSql(
      `alter table escalation add check (state not in ('DRAFT', 'AGREED') or (sent_at is null and ended_at is null))`,
    );
    this.addSql(`drop index escalation_open`);
    this.addSql(
      `create unique index escalation_prepared on escalation (bottleneck_id) where ended_at is null and sent_at is null`,
    );
    this.addSql(
      `create unique index escalation_waiting on escalation (bottleneck_id, from_table_id) where ended_at is null`,
    );
    this.addSql(`create index escalation_open_by_receiver on escalation (to_table_id) where ended_at is null`);
  }
}
