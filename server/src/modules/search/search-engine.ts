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

/** What questions and the index share within one server: the word list, the synonyms, the map, the stems. */
export class SearchEngine {
  readonly stemmer = new Stemmer();
  #splitter: Promise<CompoundSplitter> | undefined;
  #synonyms: SynonymBook | undefined;
  #books: { places: PlaceBook; themes: ThemeBook; tables: TableBook; at: number } | undefined;

  splitter(): Promise<CompoundSplitter> {
    this.#splitter ??= dutchWords().then((words) => new CompoundSplitter(words));
    return this.#splitter;
  }

  async reader(em: SqlEntityManager, now: Date): Promise<Reader> {
    const splitter = await this.splitter();
    this.#synonyms ??= await SynonymBook.read(em, this.stemmer);
    if (!this.#books || now.getTime() - this.#books.at > booksLastMs || now.getTime() < this.#books.at) {
      this.#books = {
        places: await PlaceBook.read(em),
        themes: await ThemeBook.read(em),
        tables: await TableBook.read(em),
        at: now.getTime(),
      };
    }
    const { places, themes, tables } = this.#books;
    return { stemmer: this.stemmer, splitter, synonyms: this.#synonyms, places, themes, tables };
  }
}
