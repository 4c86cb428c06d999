import { Migration } from '@mikro-orm/migrations';

/** Regions, municipalities, organisations, the people in them and the roles they hold. */
export class People extends Migration {
  override up(): void {
    this.addSql(`
      create table region (
        id uuid primary key,
        code text not null unique check (code in ('WEST_OVERIJSSEL', 'TWENTE')),
        name text not null
      )`);
    this.addSql(`
      create table municipality (
        id uuid primary key,
        code text not null unique,
        name text not null,
        region_id uuid not null references region (id),
        places text[] not null default '{}'
      )`);
    this.addSql(`
      create table organisation (
        id uuid primary key,
        name text not null,
        short_name text not null,
        kind text not null check (kind in
          ('MUNICIPALITY', 'PROVINCE', 'HOUSING_CORPORATION', 'DEVELOPER', 'WATER_BOARD', 'STATE', 'CHAIR_POOL', 'OTHER')),
        municipality_id uuid references municipality (id)
      )`);
    this.addSql(`
      create table person (
        id uuid primary key,
        name text not null,
        job_title text not null default '',
        organisation_id uuid not null references organisation (id),
        fictional boolean not null default false,
        persona_summary text,
        persona_position int,
        locale text check (locale in ('nl', 'en')),
        last_visit_at timestamptz,
        check (persona_summary is null or fictional)
      )`);
    this.addSql(`
      create table organisation_role (
        person_id uuid not null references person (id),
        organisation_id uuid not null references organisation (id),
        role text not null check (role in
          ('PROJECT_LEADER', 'STAFF', 'CIVIL_OWNER', 'POLITICAL_OWNER', 'FUNCTIONAL_ADMINISTRATOR', 'KNOWLEDGE_EDITOR', 'VALIDATOR')),
        primary key (person_id, organisation_id, role)
      )`);
    this.addSql(`create index municipality_by_region on municipality (region_id, name)`);
    this.addSql(`create index organisation_by_municipality on organisation (municipality_id)`);
    this.addSql(`create index person_by_name on person (name, id)`);
    this.addSql(`create index person_by_organisation on person (organisation_id, name, id)`);
    this.addSql(`create index organisation_role_by_role on organisation_role (role, organisation_id)`);
  }
}
