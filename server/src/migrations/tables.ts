import { Migration } from '@mikro-orm/migrations';

/** The tables, their place in the line (`parent_id`), their rhythm and who sits at them. */
export class Tables extends Migration {
  override up(): void {
    this.addSql(`
      create table acceleration_table (
        id uuid primary key,
        slug text not null unique,
        name text not null,
        short_name text not null,
        level text not null check (level in ('LOCAL', 'REGIONAL', 'PROVINCIAL', 'NATIONAL')),
        region_id uuid references region (id),
        municipality_id uuid references municipality (id),
        parent_id uuid references acceleration_table (id),
        position int not null default 0,
        meeting_week int check (meeting_week between 1 and 5),
        meeting_weekday int check (meeting_weekday between 1 and 7),
        meeting_starts text not null default '13:30',
        meeting_ends text not null default '16:00',
        meeting_location text not null default '',
        submit_days int not null default -14,
        papers_days int not null default -7,
        minutes_days int not null default 7,
        check (parent_id is null or parent_id <> id)
      )`);
    this.addSql(`
      create table membership (
        table_id uuid not null references acceleration_table (id),
        person_id uuid not null references person (id),
        role text not null check (role in ('CHAIR', 'SECRETARY', 'PARTICIPANT', 'OBSERVER')),
        mandate boolean not null default false,
        primary key (table_id, person_id)
      )`);
    this.addSql(`create index acceleration_table_by_parent on acceleration_table (parent_id)`);
    this.addSql(`create index membership_by_person on membership (person_id, table_id)`);
  }
}
