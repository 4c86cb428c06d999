import { tokensOf } from '../text/tokens.ts';
import type { Concept, Facet, Reading, TypedFilter } from './concept.ts';
import type { PlaceBook } from './place-book.ts';
import type { ThemeBook } from './theme-book.ts';
import { kindWord, stateWord, validityWord } from './state-words.ts';
import type { TableBook } from './table-book.ts';

/** What names are looked up in. */
export interface Books {
  readonly places: PlaceBook;
  readonly themes: ThemeBook;
  readonly tables: TableBook;
}
type FilterOf = (books: Books, key: string) => Facet | undefined;

const municipality: FilterOf = ({ places }, key) => placeOf(places, key, 'MUNICIPALITY');
const region: FilterOf = ({ places }, key) => placeOf(places, key, 'REGION');
const theme: FilterOf = ({ themes }, key) => themes.find(key);
const state: FilterOf = (_, key) => stateWord(key);
const kind: FilterOf = (_, key) => kindWord(key);
const table: FilterOf = ({ tables }, key) => tables.find(key);
const validity: FilterOf = (_, key) => validityWord(key);
const year: FilterOf = (_, key) =>
  /^(19|20)\d\d$/.test(key) ? { kind: 'YEAR', years: [Number(key)], name: key } : undefined;

/** The names that can stand before a colon. */
const filters: ReadonlyMap<string, FilterOf> = new Map([
  ['gemeente', municipality],
  ['municipality', municipality],
  ['regio', region],
  ['region', region],
  ['status', state],
  ['thema', theme],
  ['theme', theme],
  ['tafel', table],
  ['table', table],
  ['geldigheid', validity],
  ['validity', validity],
  ['jaar', year],
  ['year', year],
  ['soort', kind],
  ['kind', kind],
]);

/** `name:value` or `name:"more words"`, as a word of its own; an ECLI, a time and an address of a page are not. */
const pattern = /(?<!\S)(\p{L}+):(?:"([^"]+)"|([\p{L}\p{N}][^\s:"]*))(?!\S)/gu;

/** So many unknown filters are told: a page of pasted text is not a list of mistakes. */
const unknownTold = 3;

/** What was typed as a filter, and the question without it. */
export interface TypedFilters {
  /** As long as the question, so that places in it stay where they are. */
  readonly rest: string;
  readonly concepts: readonly Concept[];
  readonly readings: readonly Reading[];
  readonly filters: readonly TypedFilter[];
}

/** Reads `gemeente:Zwolle status:opgelost`; two values of one name ask for either. A name or value that is not known is told and stays in the question as words. */
export function typedFilters(books: Books, query: string): TypedFilters {
  const concepts: Concept[] = [];
  const readings: Reading[] = [];
  const found: TypedFilter[] = [];
  const unknown = new Set<string>();
  const rest = query.replaceAll(pattern, (typed: string, name: string, quoted?: string, bare?: string) => {
    const words = tokensOf(quoted ?? bare ?? '').map((token) => token.word);
    const facet = filters.get(name.toLowerCase())?.(books, words.join(' '));
    if (!facet) {
      // `Kamerstuk:36512` is a number with a word before it, not a filter that went wrong.
      if (filters.has(name.toLowerCase()) || /^\p{L}/u.test(quoted ?? bare ?? '')) unknown.add(typed);
      return typed;
    }
    const at = concepts.findIndex((concept) => concept.facet !== null && either(concept.facet, facet) !== null);
    const before = concepts[at];
    if (before?.facet) concepts[at] = { ...before, facet: either(before.facet, facet) };
    else concepts.push(conceptOf(typed, words, facet));
    found.push({ typed, facet });
    readings.push({ from: typed, to: facet.name, kind: readingKind(facet) });
    return ' '.repeat(typed.length);
  });
  for (const from of [...unknown].slice(0, unknownTold)) readings.push({ from, to: '', kind: 'UNKNOWN_FILTER' });
  return { rest, concepts, readings, filters: found };
}

/** Two values of one name ask for the one or the other; null where they are of different names, or no document can be both. */
function either(one: Facet, other: Facet): Facet | null {
  const name = `${one.name} of ${other.name}`;
  if (one.kind === 'STATE' && other.kind === 'STATE') return { ...one, states: [...one.states, ...other.states], name };
  if (one.kind === 'THEME' && other.kind === 'THEME') return { ...one, codes: [...one.codes, ...other.codes], name };
  if (one.kind === 'VALIDITY' && other.kind === 'VALIDITY')
    return { ...one, validities: [...one.validities, ...other.validities], name };
  if (one.kind === 'YEAR' && other.kind === 'YEAR') return { ...one, years: [...one.years, ...other.years], name };
  if ((one.kind === 'MUNICIPALITY' || one.kind === 'REGION' || one.kind === 'TABLE') && one.kind === other.kind)
    return { ...one, ids: [...one.ids, ...other.ids], name };
  return null;
}

function placeOf(places: PlaceBook, key: string, wanted: 'MUNICIPALITY' | 'REGION'): Facet | undefined {
  const facet = places.find(key)?.facet;
  return facet?.kind === wanted ? facet : undefined;
}

function readingKind(facet: Facet): Reading['kind'] {
  switch (facet.kind) {
    case 'MUNICIPALITY':
    case 'REGION':
    case 'THEME':
    case 'TABLE':
    case 'VALIDITY':
    case 'YEAR':
      return facet.kind;
    case 'SEARCH_KIND':
      return 'KIND';
    default:
      return 'STATE';
  }
}

function conceptOf(typed: string, words: readonly string[], facet: Facet): Concept {
  return {
    typed,
    term: { text: typed, words, stems: words.map(() => null) },
    weight: 1,
    wholeWord: true,
    synonyms: [],
    pieces: [],
    telling: [],
    facet,
    softFacet: false,
    strict: true,
    theme: null,
  };
}
