import type { SqlEntityManager } from '@mikro-orm/sql';
import { searchLimits } from '@versnellingstafel/shared/search/limits';
import type { CompoundSplitter } from '../text/compound.ts';
import { errorsAllowed, typingErrors } from '../text/edit-distance.ts';
import type { Stemmer, Stems } from '../text/stemmer.ts';
import { hasDigit, tokensOf, type Token } from '../text/tokens.ts';
import type { Concept, ReadQuery, Reading, Term } from './concept.ts';
import { phraseKey } from './phrase-key.ts';
import type { PlaceBook, PlaceEntry } from './place-book.ts';
import { facetWord, isCommonWord, isStopWord, longestFacetWord } from './state-words.ts';
import { indexWord, type SynonymBook, type SynonymEntry } from './synonym-book.ts';
import type { TableBook } from './table-book.ts';
import type { ThemeBook } from './theme-book.ts';
import { typedFilters } from './typed-filters.ts';

/** Everything that a question is read with. */
export interface Reader {
  readonly stemmer: Stemmer;
  readonly splitter: CompoundSplitter;
  readonly synonyms: SynonymBook;
  readonly places: PlaceBook;
  readonly themes: ThemeBook;
  readonly tables: TableBook;
}

const longestToken = 60;

/** What a question asks for. Any text can be read: syntax, emoji and a page of words are words or nothing. */
export async function readQuery(em: SqlEntityManager, reader: Reader, query: string): Promise<ReadQuery> {
  const typed = typedFilters(reader, query.slice(0, searchLimits.queryRead));
  const tokens = expandCompounds(
    reader,
    tokensOf(typed.rest).filter((token) => token.word.length <= longestToken),
  );
  const words = tokens.map(indexWord);
  const pieces = tokens.flatMap((token) => reader.splitter.piecesOf(token.word));
  const stems = await reader.stemmer.stems(em, [...words, ...pieces]);
  const concepts: Concept[] = typed.concepts.slice(0, searchLimits.termsMax);
  const readings: Reading[] = [...typed.readings];
  let at = 0;
  while (at < tokens.length && concepts.length < searchLimits.termsMax) {
    const known = longestAt(reader, tokens, words, stems, at);
    const joined = numberAt(query, tokens, at);
    const found = joined && joined.length > known.length ? joined : known;
    const taken = tokens.slice(at, at + found.length);
    const concept = conceptOf(reader, query, taken, words.slice(at, at + found.length), stems, found);
    at += found.length;
    if (!concept || concepts.some((other) => phraseKey(other.term) === phraseKey(concept.term))) continue;
    concepts.push(concept);
    readings.push(...readingsOf(concept, found));
  }
  return { concepts, readings, filters: typed.filters };
}

interface Found {
  readonly length: number;
  readonly place?: PlaceEntry | undefined;
  readonly misspelt?: string | undefined;
  readonly word?: ReturnType<typeof facetWord>;
  readonly synonym?: SynonymEntry | undefined;
}

/** `KP-2026-013`, `ECLI:NL:RVS:2024:4923`, `1-op-1`: joined by signs, with a digit, and so one thing. */
function numberAt(query: string, tokens: readonly Token[], at: number): Found | null {
  let last = at;
  let next = tokens[at + 1];
  while (next && /^[-:/.]$/.test(query.slice(tokens[last]?.end, next.start))) {
    last += 1;
    next = tokens[last + 1];
  }
  const own = tokens.slice(at, last + 1);
  return own.length > 1 && own.some((token) => hasDigit(token.word)) ? { length: own.length } : null;
}

/** The longest sequence from here on that one of the books knows; otherwise the one word that stands here. */
function longestAt(
  reader: Reader,
  tokens: readonly Token[],
  words: readonly string[],
  stems: Stems,
  at: number,
): Found {
  const most = Math.min(tokens.length - at, Math.max(longestFacetWord, reader.places.longest, reader.synonyms.longest));
  const manyWords = tokens.length > 3;
  for (let length = most; length >= 1; length -= 1) {
    const own = words.slice(at, at + length);
    const plain = tokens.slice(at, at + length).map((token) => token.word);
    const key = plain.join(' ');
    const word = facetWord(key);
    const place = reader.places.find(key);
    // A lone N is nitrogen in a short question only.
    const known =
      length === 1 && plain[0]?.length === 1 && manyWords
        ? undefined
        : reader.synonyms.find(phraseKey({ words: own, stems: own.map((each) => stems.get(each) ?? null) }));
    if (word || place || known) return { length, word, place: word ? undefined : place, synonym: known };
  }
  const name = misspeltPlace(reader, tokens[at]?.word ?? '');
  return name === undefined ? { length: 1 } : { length: 1, place: reader.places.find(name), misspelt: name };
}

function misspeltPlace(reader: Reader, word: string): string | undefined {
  if (word.length < searchLimits.typoMin || hasDigit(word) || reader.splitter.isWord(word)) return undefined;
  return reader.places
    .names()
    .find(
      (name) =>
        name.length >= searchLimits.typoMin &&
        name[0] === word[0] &&
        typingErrors(name, word, 1) === 1 &&
        errorsAllowed(word.length) > 0,
    );
}

function conceptOf(
  reader: Reader,
  query: string,
  taken: readonly Token[],
  words: readonly string[],
  stems: Stems,
  found: Found,
): Concept | null {
  const first = taken[0];
  const last = taken.at(-1);
  if (!first || !last) return null;
  const facet = found.place?.facet ?? found.word?.facet ?? null;
  if (taken.length === 1 && !facet && !found.synonym && (isStopWord(first.word) || first.word.length === 1))
    return null;
  const typed = query.slice(first.start, last.end);
  const term: Term = { text: typed, words, stems: words.map((word) => stems.get(word) ?? null) };
  const compound = taken.length === 1 ? reader.splitter.piecesOf(first.word) : words;
  const pieces = compound.map((piece) => stems.get(piece) ?? null).filter((stem) => stem !== null);
  const misspelt = found.misspelt === undefined ? [] : [plainTerm(found.misspelt)];
  const municipality =
    found.place?.reading?.kind === 'PLACE' ? [plainTerm(tokensOf(found.place.reading.to)[0]?.word ?? '')] : [];
  return {
    typed,
    term,
    weight: taken.every((token) => isCommonWord(token.word)) ? 0.25 : 1,
    wholeWord: found.synonym?.abbreviation === true || first.word.length < searchLimits.prefixMin,
    synonyms: [...(found.synonym?.synonyms ?? []), ...misspelt, ...municipality],
    pieces: pieces.length > 1 ? pieces : [],
    telling:
      taken.length === 1 && compound.length > 1
        ? compound.filter(isTelling).flatMap((piece) => stems.get(piece) ?? [])
        : [],
    facet,
    softFacet: found.word?.soft ?? false,
    theme: found.synonym?.theme ?? null,
  };
}

/** Shorter pieces stand in too much. */
const tellingMin = 4;

function isTelling(piece: string): boolean {
  return piece.length >= tellingMin && !isCommonWord(piece) && !isStopWord(piece);
}

function plainTerm(word: string): Term {
  return { text: word, words: [word], stems: [word] };
}

function readingsOf(concept: Concept, found: Found): Reading[] {
  const from = concept.typed;
  if (found.synonym?.oldLaw)
    return [{ from, to: `${found.synonym.oldLaw.now} (sinds ${found.synonym.oldLaw.since})`, kind: 'OLD_LAW' }];
  if (found.place?.reading) {
    const { to, kind } = found.place.reading;
    return to.toLowerCase() === from.toLowerCase() && kind === 'PLACE'
      ? [{ from, to, kind: 'MUNICIPALITY' }]
      : [{ from, to, kind: found.misspelt === undefined ? kind : 'SPELLING' }];
  }
  if (found.word) {
    const { facet } = found.word;
    return facet.kind === 'SEARCH_KIND' ? [] : [{ from, to: facet.name, kind: 'STATE' }];
  }
  if (
    found.synonym &&
    found.synonym.canonical.toLowerCase() !== from.toLowerCase() &&
    !concept.synonyms.every((term) => term.text.toLowerCase() === from.toLowerCase())
  ) {
    return [{ from, to: found.synonym.canonical, kind: 'SYNONYM' }];
  }
  return [];
}

/** `woningbouwknelpunten` asks for a kind: the compound is read as its pieces when one of them is such a word. An `actieplan` asks for nothing but itself. */
function expandCompounds(reader: Reader, tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    const pieces = reader.splitter.piecesOf(token.word);
    if (!pieces.some((piece) => isFirmKind(facetWord(piece)))) return [token];
    return pieces.map((word) => ({ ...token, word }));
  });
}

function isFirmKind(word: ReturnType<typeof facetWord>): boolean {
  return word?.facet.kind === 'SEARCH_KIND' && !word.soft;
}
