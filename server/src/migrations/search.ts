import { Migration } from '@mikro-orm/migrations';

/**
 * What can be found, one row a case or note. The texts are kept as written, for highlights; the `…_words` are the same
 * texts as words that the parser cannot misread (folded, a case number in its parts, plurals brought to the singular).
 * `terms` weighs them: A title, B summary, C body, D parts of compounds. Three indexes on it answer in which of those a
 * word stands without reading the row. Rights are never kept here: every question joins the live rows.
 */
export class Search extends Migration {
  override up(): void {
    this.addSql(`
      create table search_document (
        kind text not null check (kind in ('BOTTLENECK', 'NOTE')),
        target_id uuid not null,
        title text not null,
        summary text not null,
        body text not null,
        title_words text not null,
        summary_words text not null,
        body_words text not null,
        part_words text not null,
        theme_codes text[] not null default '{}',
        changed_at timestamptz not null,
        terms tsvector not null generated always as (
          setweight(to_tsvector('dutch', title_words), 'A') ||
          setweight(to_tsvector('dutch', summary_words), 'B') ||
          setweight(to_tsvector('dutch', body_words), 'C') ||
          setweight(to_tsvector('dutch', part_words), 'D')) stored,
        primary key (kind, target_id)
      )`);
    this.addSql(`create index search_document_by_term on search_document using gin (terms)`);
    this.addSql(`create index search_document_by_title on search_document using gin (ts_filter(terms, '{a}'))`);
    this.addSql(`create index search_document_by_word on search_document using gin (ts_filter(terms, '{a,b,c}'))`);
    this.addSql(`
      create table search_word (
        word text primary key
      )`);
    this.addSql(`create index search_word_by_trigram on search_word using gin (word gin_trgm_ops)`);
  }
}
