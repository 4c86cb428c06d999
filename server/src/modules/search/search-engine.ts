import type { SqlEntityManager } from '@mikro-orm/sql';
import type { DocumentSource } from './index/document-source.ts';
import { PlaceBook } from './query/place-book.ts';
import type { Reader } from './query/read-query.ts';
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
  readonly sources: readonly DocumentSource[];
  #splitter: Promise<CompoundSplitter> | undefined;
  #synonyms: SynonymBook | undefined;
  #books: { places: PlaceBook; themes: ThemeBook; at: number } | undefined;

  constructor(sources: readonly DocumentSource[]) {
    this.sources = sources;
  }

  splitter(): Promise<CompoundSplitter> {
    this.#splitter ??= dutchWords().then((words) => new CompoundSplitter(words));
    return this.#splitter;
  }

  async reader(em: SqlEntityManager, now: Date): Promise<Reader> {
    const splitter = await this.splitter();
    this.#synonyms ??= await SynonymBook.read(em, this.stemmer);
    if (!this.#books || now.getTime() - this.#books.at > booksLastMs || now.getTime() < this.#books.at) {
      this.#books = { places: await PlaceBook.read(em), themes: await ThemeBook.read(em), at: now.getTime() };
    }
    const { places, themes } = this.#books;
    return { stemmer: this.stemmer, splitter, synonyms: this.#synonyms, places, themes };
  }
}
