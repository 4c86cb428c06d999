import type { SqlEntityManager } from '@mikro-orm/sql';
import { searchLimits } from '@versnellingstafel/shared/search/limits';
import type { Concept, Term } from '../query/concept.ts';
import { isWordless } from '../rank/arm.ts';
import { indexWord } from '../query/synonym-book.ts';
import type { CompoundSplitter } from './compound.ts';
import { lemma } from './lemma.ts';
import type { Stemmer, Stems } from './stemmer.ts';
import { type Token, hasDigit, tokensOf } from './tokens.ts';

/** A word in a text that was asked for. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly concept: number;
  /** The synonym it is, when it is not the word itself. */
  readonly synonym: string | null;
}

/** Further words that count as found, by concept: typing errors put right, pieces from the middle of words. */
export type FoundWords = ReadonlyMap<number, ReadonlySet<string>>;

/** Texts longer than this are marked in their beginning only. */
const longestText = 20_000;

/**
 * Finds in a text what the question found, by the same rules as the index: stems, beginnings, parts of compounds,
 * synonyms. It works on the text as it is stored and gives places, never markup.
 */
export class Highlighter {
  readonly #concepts: readonly Concept[];
  readonly #foundWords: FoundWords;
  readonly #splitter: CompoundSplitter;
  #stems: Stems = new Map();

  constructor(concepts: readonly Concept[], foundWords: FoundWords, splitter: CompoundSplitter) {
    this.#concepts = concepts;
    this.#foundWords = foundWords;
    this.#splitter = splitter;
  }

  /** Learns the stems of these texts; at most one statement for all of them. */
  async prepare(em: SqlEntityManager, stemmer: Stemmer, texts: readonly string[]): Promise<void> {
    const words = new Set<string>();
    for (const text of texts) {
      for (const token of tokensOf(text.slice(0, longestText))) {
        words.add(indexWord(token));
        for (const part of this.#splitter.partsOf(lemma(token.word))) words.add(part);
      }
    }
    this.#stems = await stemmer.stems(em, words);
  }

  /** The places in a prepared text, in order, without overlap. */
  marks(text: string): Mark[] {
    const tokens = tokensOf(text.slice(0, longestText));
    const marks: Mark[] = [];
    let at = 0;
    while (at < tokens.length) {
      const found = this.#at(tokens, at);
      const first = tokens[at];
      const last = found && tokens[at + found.length - 1];
      if (found && first && last)
        marks.push({ start: first.start, end: last.end, concept: found.concept, synonym: found.synonym });
      at += found?.length ?? 1;
    }
    return marks;
  }

  #at(tokens: readonly Token[], at: number): { length: number; concept: number; synonym: string | null } | null {
    for (const [concept, wanted] of this.#concepts.entries()) {
      if (isWordless(wanted)) continue;
      const length = this.#sequence(tokens, at, wanted.term);
      if (length > 0) return { length, concept, synonym: null };
      const token = tokens[at];
      if (token && this.#single(token, wanted, concept)) return { length: 1, concept, synonym: null };
    }
    for (const [concept, wanted] of this.#concepts.entries()) {
      for (const synonym of wanted.synonyms) {
        const length = this.#sequence(tokens, at, synonym);
        if (length > 0) return { length, concept, synonym: synonym.text };
        const [stem] = synonym.stems;
        const token = tokens[at];
        if (token && stem && synonym.stems.length === 1 && this.#hasPart(token, stem))
          return { length: 1, concept, synonym: synonym.text };
      }
    }
    return null;
  }

  /** How many words from here on are this term; words that the index leaves out may differ. */
  #sequence(tokens: readonly Token[], at: number, term: Term): number {
    if (!term.stems.some((stem) => stem !== null) || term.stems[0] === null) return 0;
    for (const [offset, stem] of term.stems.entries()) {
      const token = tokens[at + offset];
      if (!token || (stem !== null && this.#stems.get(indexWord(token)) !== stem)) return 0;
    }
    return term.stems.length;
  }

  #single(token: Token, wanted: Concept, concept: number): boolean {
    const word = token.word;
    const own = this.#stems.get(indexWord(token)) ?? null;
    if (own !== null && this.#foundWords.get(concept)?.has(own)) return true;
    const [stem] = wanted.term.stems;
    if (wanted.term.stems.length === 1 && stem && !wanted.wholeWord) {
      if (stem.length >= searchLimits.prefixMin && word.startsWith(stem)) return true;
      if (stem.length > searchLimits.prefixMin && this.#hasPart(token, stem)) return true;
    }
    if (stem && hasDigit(stem) && word.replace(/^0+(?=\d)/, '') === stem) return true;
    return wanted.pieces.some((piece) => own === piece || this.#hasPart(token, piece));
  }

  #hasPart(token: Token, stem: string): boolean {
    return this.#splitter
      .partsOf(lemma(token.word))
      .some(
        (part) => this.#stems.get(part) === stem || (stem.length > searchLimits.prefixMin && part.startsWith(stem)),
      );
  }
}
