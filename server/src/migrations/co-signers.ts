import { Migration } from '@mikro-orm/migrations';

/**
 * Who signs a case together with its filer, and organisations that a case is shared with as a whole. Somebody without an account
 * is kept by name as a supporter who did not confirm.
 */
export class CoSigners extends Migration {
  override up(): void {
    this.addSql(`
      create table co_signer (
        id uuid primary key,
        bottleneck_id uuid not null references bottleneck (id),
        person_id uuid references person (id),
        external_name text not null default '',
        external_organisation text not null default '',
        state text not null check (state in ('ASKED', 'SIGNED', 'DECLINED', 'UNCONFIRMED', 'WITHDRAWN')),
        asked_by_id uuid not null references person (id),
        asked_at timestamptz not null,
        answered_at timestamptz,
        reason text not null default '',
        check (person_id is not null or (external_name <> '' and external_organisation <> ''))
      )`);
    this.addSql(`create index co_signer_by_case on co_signer (bottleneck_id, asked_at, id)`);
    this.addSql(
      `create unique index co_signer_once on co_signer (bottleneck_id, person_id) where state in ('ASKED', 'SIGNED')`,
    );
    this.addSql(`
      create table bottleneck_organisation_grant (
        bottleneck_id uuid not null references bottleneck (id),
        organisation_id uuid not null references organisation (id),
        primary key (bottleneck_id, organisation_id)
      )`);
    this.addSql(
      `create index organisation_grant_by_organisation on bottleneck_organisation_grant (organisation_id, bottleneck_id)`,
    );
  }
}
