import { Migration } from '@mikro-orm/migrations';

/** The answer to each command that came with a key, so that a retry gets the same answer. */
export class Commands extends Migration {
  override up(): void {
    this.addSql(`create table idempotency_key (
      actor_id uuid not null,
      key text not null check (length(key) between 1 and 200),
      command text not null,
      input_hash text not null,
      result jsonb,
      created_at timestamptz not null default now(),
      primary key (actor_id, key)
    )`);
    this.addSql('create index idempotency_key_age on idempotency_key (created_at)');
  }
}
