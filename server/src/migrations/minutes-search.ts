import { Migration } from '@mikro-orm/migrations';

/** Minutes are found too, one document an item of an agenda. */
export class MinutesSearch extends Migration {
  override up(): void {
    this.addSql(`alter table search_document drop constraint search_document_kind_check`);
    this.addSql(
      `alter table search_document add constraint search_document_kind_check check (kind in ('BOTTLENECK', 'NOTE', 'MINUTES'))`,
    );
  }
}
