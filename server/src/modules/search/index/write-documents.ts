import type { SqlEntityManager } from '@mikro-orm/sql';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { CompoundSplitter } from '../text/compound.ts';
import type { DocumentKind } from '../kinds/document-kind.ts';
import { documentWords } from './document-words.ts';

/** Brings the documents of these ids up to date; what no longer exists is taken out. A constant number of statements. */
export async function writeDocuments(
  em: SqlEntityManager,
  splitter: CompoundSplitter,
  source: DocumentKind,
  ids: readonly string[],
): Promise<void> {
  const unique = [...new Set(ids)].toSorted();
  if (unique.length === 0) return;
  const texts = await source.searchText(em, unique);
  const vocabulary = new Set<string>();
  const rows = texts.map((text) => {
    const words = documentWords(text, splitter);
    for (const word of words.vocabulary) vocabulary.add(word);
    return {
      target_id: text.id,
      title: text.title,
      summary: text.summary,
      body: text.body.join('\n'),
      title_words: words.title,
      summary_words: words.summary,
      body_words: words.body,
      part_words: words.parts,
      theme_codes: text.themeCodes,
      changed_at: text.changedAt.toISOString(),
    };
  });
  await em.execute(
    `insert into search_document (kind, target_id, title, summary, body, title_words, summary_words, body_words, part_words, theme_codes, changed_at)
     select ?, r.target_id, r.title, r.summary, r.body, r.title_words, r.summary_words, r.body_words, r.part_words,
       array(select jsonb_array_elements_text(r.theme_codes)), r.changed_at
     from jsonb_to_recordset(?::jsonb) as r (target_id uuid, title text, summary text, body text, title_words text, summary_words text,
       body_words text, part_words text, theme_codes jsonb, changed_at timestamptz)
     order by r.target_id
     on conflict (kind, target_id) do update set title = excluded.title, summary = excluded.summary, body = excluded.body,
       title_words = excluded.title_words, summary_words = excluded.summary_words, body_words = excluded.body_words,
       part_words = excluded.part_words, theme_codes = excluded.theme_codes, changed_at = excluded.changed_at`,
    [source.kind, JSON.stringify(rows)],
  );
  await em.execute(
    `insert into search_word (word) select word from jsonb_array_elements_text(?::jsonb) as word order by word on conflict do nothing`,
    [JSON.stringify([...vocabulary])],
  );
  const found = new Set(texts.map((text) => text.id));
  await em.execute(`delete from search_document where kind = ? and target_id = any(?::uuid[])`, [
    source.kind,
    arrayLiteral(unique.filter((id) => !found.has(id))),
  ]);
}
