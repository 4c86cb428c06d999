import type { SqlEntityManager } from '@mikro-orm/sql';
import { lemma } from './lemma.ts';

/** The stem of each word; null for a word that the index leaves out, such as «het». */
export type Stems = ReadonlyMap<string, string | null>;

const mostRemembered = 50_000;

/**
 * Stems as the index has them: PostgreSQL's own `dutch` dictionary is asked, so that question, index and highlights
 * never disagree, whatever its version. What was asked once is remembered.
 */
export class Stemmer {
  readonly #known = new Map<string, string | null>();

  /** Stems of folded words; at most one statement. */
  async stems(em: SqlEntityManager, words: Iterable<string>): Promise<Stems> {
    const wanted = [...new Set(words)];
    const unknown = wanted.filter((word) => !this.#known.has(word));
    if (this.#known.size + unknown.length > mostRemembered) this.#known.clear();
    const missing = wanted.filter((word) => !this.#known.has(word));
    if (missing.length > 0) await this.#ask(em, missing);
    return new Map(wanted.map((word) => [word, this.#known.get(word) ?? null]));
  }

  async #ask(em: SqlEntityManager, words: readonly string[]): Promise<void> {
    // The same road as the index: parser first, so that numbers and letters with digits get the same treatment.
    const rows: { word: string; stem: string | null }[] = await em.execute(
      `select asked.word, (tsvector_to_array(to_tsvector('dutch', asked.form)))[1] as stem
       from jsonb_to_recordset(?::jsonb) as asked (word text, form text)`,
      [JSON.stringify(words.map((word) => ({ word, form: lemma(word) })))],
    );
    for (const { word, stem } of rows) this.#known.set(word, stem);
  }
}
