import { Migration } from '@mikro-orm/migrations';

/** When the demo region was loaded, and by how many weeks its dates were moved. A start without `finished_at` goes on. */
export class Demo extends Migration {
  override up(): void {
    this.addSql(`
      create table demo_region (
        one boolean primary key default true check (one),
        weeks int not null,
        started_at timestamptz not null,
        finished_at timestamptz
      )`);
  }
}
