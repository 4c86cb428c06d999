import { Migration } from '@mikro-orm/migrations';

/** Themes are dated rows, never an enum; projects carry the plan number that ties them to the registers. */
export class Projects extends Migration {
  override up(): void {
    this.addSql(`
      create table theme (
        id uuid primary key,
        code text not null unique,
        name text not null,
        position int not null,
        valid_from date,
        valid_until date,
        default_confidentiality text not null default 'REGIONAL'
          check (default_confidentiality in ('PUBLIC', 'REGIONAL', 'CONFIDENTIAL'))
      )`);
    this.addSql(`
      create table project (
        id uuid primary key,
        name text not null,
        plan_number text unique,
        municipality_id uuid not null references municipality (id),
        project_type text not null,
        phase text not null,
        homes int check (homes >= 0),
        homes_note text,
        key_project text not null,
        kind text not null check (kind in ('REAL_PUBLIC', 'DEMO_FICTIONAL')),
        source text
      )`);
    this.addSql(`create index project_by_municipality on project (municipality_id, name, id)`);
    this.addSql(`create index project_by_name on project (name, id)`);
  }
}
