import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { PlaceBook } from './query/place-book.ts';
import type { Reader } from './query/read-query.ts';
import { TableBook } from './query/table-book.ts';
import { ThemeBook } from './query/theme-book.ts';
import { SynonymBook } from './query/synonym-book.ts';
import { CompoundSplitter } from './text/compound.ts';
import { dutchWords } from './text/dutch-words.ts';
import { Stemmer } from './text/stemmer.ts';

/** How long the map and the themes are remembered: municipalities merge on the first of January. */
const booksLastMs = 60_000;
/** How long synonyms are remembered that another server may have changed. */
const synonymsLastMs = 10_000;

/** What questions and the index share within one server: the word list, the synonyms, the map, the stems. */
export class SearchEngine {
  readonly stemmer = new Stemmer();
  #splitter: Promise<CompoundSplitter> | undefined;
  #synonyms: { book: SynonymBook; at: number } | undefined;
  #books: { places: PlaceBook; themes: ThemeBook; tables: TableBook; at: number } | undefined;

  splitter(): Promise<CompoundSplitter> {
    this.#splitter ??= dutchWords().then((words) => new CompoundSplitter(words));
    return this.#splitter;
  }

  /** The next question reads the synonyms anew. */
  forgetSynonyms(): void {
    this.#synonyms = undefined;
  }

  async reader(em: SqlEntityManager, now: Date): Promise<Reader> {
    const splitter = await this.splitter();
    if (!this.#synonyms || isPast(this.#synonyms.at, synonymsLastMs, now))
      this.#synonyms = { book: await SynonymBook.read(em, this.stemmer, localDateOf(now)), at: now.getTime() };
    if (!this.#books || isPast(this.#books.at, booksLastMs, now)) {
      this.#books = {
        places: await PlaceBook.read(em),
        themes: await ThemeBook.read(em),
        tables: await TableBook.read(em),
        at: now.getTime(),
      };
    }
    const { places, themes, tables } = this.#books;
    return { stemmer: this.stemmer, splitter, synonyms: this.#synonyms.book, places, themes, tables };
  }
}

function isPast(at: number, lastsMs: number, now: Date): boolean {
  return now.getTime() - at > lastsMs || now.getTime() < at;
}
