import { Migration } from '@mikro-orm/migrations';

/** Folding of accents and trigrams, for search. Both are trusted: the owner of a database may add them. */
export class Extensions extends Migration {
  override up(): void {
    this.addSql('create extension if not exists unaccent');
    this.addSql('create extension if not exists pg_trgm');
  }
}
