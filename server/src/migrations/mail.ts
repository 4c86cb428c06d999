import { Migration } from '@mikro-orm/migrations';

/**
 * Mail that waits, left or could not leave; each reason reaches each receiver once. What it says is written when it leaves, under the
 * rights that its receiver has then.
 */
export class Mail extends Migration {
  override up(): void {
    this.addSql(`alter table person add column email text`);
    this.addSql(`
      create table mail_message (
        id uuid primary key,
        kind text not null,
        about_id uuid not null,
        person_id uuid references person (id),
        address text not null,
        receiver text not null,
        state text not null check (state in ('WAITING', 'SENT', 'FAILED', 'OUTBOX')),
        created_at timestamptz not null,
        due_at timestamptz not null,
        claimed_until timestamptz,
        attempts int not null default 0,
        sent_at timestamptz,
        last_error text,
        subject text not null default '',
        text text not null default '',
        html text not null default '',
        calendar text,
        mentions jsonb not null default '[]'
      )`);
    this.addSql(`create unique index mail_message_once on mail_message (about_id, coalesce(person_id::text, address))`);
    this.addSql(`create index mail_message_due on mail_message (due_at) where state = 'WAITING'`);
    this.addSql(`create index mail_message_by_time on mail_message (created_at desc, id)`);
  }
}
