import type { WordList } from './word-list.ts';

/** Shorter words are not taken apart. */
const shortestCompound = 7;
const shortestPart = 4;
const mostParts = 4;
/** Parts of three letters that people do search by. */
const shortParts = new Set(['net', 'wet', 'weg', 'bod', 'huur', 'koop', 'wijk']);

/** Words that the list would take apart into things they have nothing to do with. */
const wholeWords = new Set(
  (
    'minister ministers ministerie ministeries register kwartier onderwijs provincie kandidaat president stikstof knelpunt knelpunten ' +
    'transformatie redenering fasering blokkade neerslag vechtstromen volgorde bruidsschat vergunning omgeving'
  ).split(' '),
);
/** Endings of other words that happen to be words. */
const neverParts = new Set(['ring', 'nering', 'trans', 'stik', 'knel', 'vesting', 'ting']);

/**
 * Takes Dutch compounds apart: `stikstofdepositie` → stikstof, depositie. Of three parts also the tail is given
 * (`depositiewaarde` of `stikstofdepositiewaarde`), for people type that too.
 */
export class CompoundSplitter {
  readonly #words: WordList;
  readonly #known = new Map<string, readonly string[]>();

  constructor(words: WordList) {
    this.#words = words;
  }

  /** The plain words that a folded word is made of, without itself; empty when it is not a compound. */
  partsOf(word: string): readonly string[] {
    const known = this.#known.get(word);
    if (known) return known;
    const parts = new Set<string>();
    this.#collect(word, parts, 0);
    parts.delete(word);
    const found = [...parts];
    if (this.#known.size > 50_000) this.#known.clear();
    this.#known.set(word, found);
    return found;
  }

  /** The compound as its two or more pieces in order, for a question; empty when it is not one. */
  piecesOf(word: string): readonly string[] {
    if (word.length < shortestCompound || wholeWords.has(word) || /[^a-z]/.test(word)) return [];
    return this.#split(word, mostParts)?.map((piece) => piece.base) ?? [];
  }

  /** A word that the dictionary knows, in its plain form. */
  isWord(word: string): boolean {
    return this.#words.knows(word);
  }

  #collect(word: string, parts: Set<string>, depth: number): void {
    if (depth > 3 || word.length < shortestCompound || wholeWords.has(word) || /[^a-z]/.test(word)) return;
    const pieces = this.#split(word, mostParts);
    if (!pieces) return;
    let offset = 0;
    for (const [index, piece] of pieces.entries()) {
      parts.add(piece.base);
      if (index > 0 && index < pieces.length - 1) parts.add(word.slice(offset));
      offset += piece.form.length;
      this.#collect(piece.base, parts, depth + 1);
    }
  }

  /** Fewest pieces first; among those the one whose shortest piece is longest. */
  #split(word: string, most: number): { form: string; base: string }[] | null {
    for (let count = 2; count <= most; count += 1) {
      const found = this.#splitInto(word, count);
      if (found) return found;
    }
    return null;
  }

  #splitInto(word: string, count: number): { form: string; base: string }[] | null {
    if (count === 1) {
      const base = this.#words.ends.get(word);
      return base !== undefined && longEnough(word) ? [{ form: word, base }] : null;
    }
    let best: { form: string; base: string }[] | null = null;
    let bestShortest = 0;
    for (let at = 3; at <= word.length - 3 * (count - 1); at += 1) {
      const form = word.slice(0, at);
      const base = this.#words.starts.get(form);
      if (base === undefined || !longEnough(base)) continue;
      const rest = this.#splitInto(word.slice(at), count - 1);
      if (!rest) continue;
      const shortest = Math.min(form.length, ...rest.map((piece) => piece.form.length));
      if (shortest > bestShortest) {
        best = [{ form, base }, ...rest];
        bestShortest = shortest;
      }
    }
    return best;
  }
}

function longEnough(part: string): boolean {
  return (part.length >= shortestPart || shortParts.has(part)) && !neverParts.has(part);
}
