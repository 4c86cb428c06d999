import { searchLimits } from '@versnellingstafel/shared/search/limits';
import { hasDigit } from '../text/tokens.ts';
import type { Concept, Term } from '../query/concept.ts';

/** How a word was found, from near to far. */
export type Tier = 'EXACT' | 'SYNONYM' | 'PREFIX' | 'PART' | 'PIECES' | 'SUBSTRING' | 'PIECE' | 'TYPO';

/** Where in a document: its title, any of its words, or also the parts of its compounds. */
export type Zone = 'TITLE' | 'WORDS' | 'ANY';

/** One way in which a concept can be found: a text search of its own. */
export interface Arm {
  readonly concept: number;
  readonly tier: Tier;
  readonly zone: Zone;
  /** Text of a `tsquery`; made of stems only, each between quotes. */
  readonly query: string;
  /** The synonym or the corrected word, for the reason. */
  readonly via: string | null;
}

/** Words of the vocabulary that hold a piece, or look like a word with a typing error. */
export interface Expansion {
  readonly concept: number;
  readonly tier: 'SUBSTRING' | 'PIECE' | 'TYPO';
  readonly words: readonly { readonly word: string; readonly stem: string }[];
}

/**
 * What a find is worth, 0 to 1. A title counts more than a text; nearer tiers count more than farther ones, and a
 * farther tier in a title never beats the word itself in a text.
 */
const worth: Readonly<Record<Tier, Readonly<Record<Zone, number>>>> = {
  EXACT: { TITLE: 1, WORDS: 0.8, ANY: 0.5 },
  SYNONYM: { TITLE: 0.7, WORDS: 0.55, ANY: 0.42 },
  PREFIX: { TITLE: 0.68, WORDS: 0.52, ANY: 0.45 },
  PART: { TITLE: 0.5, WORDS: 0.5, ANY: 0.45 },
  PIECES: { TITLE: 0.4, WORDS: 0.4, ANY: 0.4 },
  SUBSTRING: { TITLE: 0.36, WORDS: 0.34, ANY: 0.3 },
  PIECE: { TITLE: 0.3, WORDS: 0.24, ANY: 0.22 },
  TYPO: { TITLE: 0.28, WORDS: 0.26, ANY: 0.24 },
};

export function armWorth(arm: Pick<Arm, 'tier' | 'zone'>): number {
  return worth[arm.tier][arm.zone];
}

/** A stem as it stands in a `tsquery`. */
export const quoted = (stem: string) => `'${stem.replaceAll("'", "''")}'`;

/** A term as a tsquery: one stem, or stems at their distance; null when nothing of it is indexed. */
function termQuery(term: Term): string | null {
  let query = '';
  let distance = 1;
  for (const stem of term.stems) {
    if (stem === null) {
      distance += 1;
      continue;
    }
    query += query === '' ? quoted(stem) : ` <${distance}> ${quoted(stem)}`;
    distance = 1;
  }
  return query === '' ? null : query;
}

/**
 * All ways to find these concepts.
 * @param missing concepts that nothing was found of so far: a piece of their word is better than nothing
 */
export function armsOf(
  concepts: readonly Concept[],
  expansions: readonly Expansion[] = [],
  missing: ReadonlySet<number> = new Set(),
): Arm[] {
  const all: Arm[] = [];
  for (const [concept, wanted] of concepts.entries()) {
    // «knelpunten» or «opgelost» ask for a kind or state; as words they stand everywhere. What they mean may be a text too.
    const arms = conceptArms(concept, wanted);
    all.push(...(isWordless(wanted) ? arms.filter((arm) => arm.tier === 'SYNONYM') : arms));
  }
  for (const concept of missing)
    for (const piece of concepts[concept]?.telling ?? [])
      for (const zone of ['TITLE', 'WORDS', 'ANY'] as const)
        all.push({ concept, tier: 'PIECE', zone, query: quoted(piece), via: null });
  for (const { concept, tier, words } of expansions) {
    if (words.length === 0) continue;
    const query = [...new Set(words.map((each) => quoted(each.stem)))].join(' | ');
    const via = words[0]?.word ?? null;
    all.push({ concept, tier, zone: 'TITLE', query, via }, { concept, tier, zone: 'ANY', query, via });
  }
  return all;
}

/** Asks for what a case is, not for words in its text. */
export function isWordless(concept: Concept): boolean {
  const { facet } = concept;
  return facet !== null && facet.kind !== 'MUNICIPALITY' && facet.kind !== 'REGION';
}

function conceptArms(concept: number, wanted: Concept): Arm[] {
  const arms: Arm[] = [];
  const add = (tier: Tier, zones: readonly Zone[], query: string | null, via: string | null = null) => {
    if (query !== null) for (const zone of zones) arms.push({ concept, tier, zone, query, via });
  };
  const exact = termQuery(wanted.term);
  add('EXACT', ['TITLE', 'WORDS'], exact);
  const stem = wanted.term.stems.length === 1 ? wanted.term.stems[0] : null;
  if (stem && !wanted.wholeWord) {
    if (stem.length >= searchLimits.prefixMin) add('PREFIX', ['TITLE', 'WORDS'], `${quoted(stem)}:*`);
    if (stem.length > searchLimits.prefixMin) add('PART', ['ANY'], hasDigit(stem) ? quoted(stem) : `${quoted(stem)}:*`);
  }
  // 13 is a part of 013, also as a short number.
  if (stem && hasDigit(stem)) add('PART', ['ANY'], quoted(stem));
  if (wanted.pieces.length > 1) add('PIECES', ['ANY'], [...new Set(wanted.pieces)].map(quoted).join(' & '));
  for (const synonym of wanted.synonyms) {
    add(
      'SYNONYM',
      synonym.words.length === 1 ? ['TITLE', 'WORDS', 'ANY'] : ['TITLE', 'WORDS'],
      termQuery(synonym),
      synonym.text,
    );
  }
  return mergeSynonyms(arms);
}

/** One arm for all synonyms of a zone and one via each would cost a search each: they are searched together in groups. */
function mergeSynonyms(arms: readonly Arm[]): Arm[] {
  const merged: Arm[] = [];
  for (const zone of ['TITLE', 'WORDS', 'ANY'] as const) {
    const own = arms.filter((arm) => arm.tier === 'SYNONYM' && arm.zone === zone);
    const [first] = own;
    if (first) merged.push({ ...first, query: own.map((arm) => `(${arm.query})`).join(' | '), via: null });
  }
  return [...arms.filter((arm) => arm.tier !== 'SYNONYM'), ...merged];
}

/** A tsquery for documents that hold every one of the words that matter, in whatever way; null when there is only one. */
export function everyWord(concepts: readonly Concept[], arms: readonly Arm[]): string | null {
  const needed = concepts.flatMap((concept, index) => {
    if (concept.facet || concept.weight < 1) return [];
    const ways = new Set(arms.filter((arm) => arm.concept === index).map((arm) => arm.query));
    return ways.size === 0 ? [] : [`(${[...ways].map((way) => `(${way})`).join(' | ')})`];
  });
  return needed.length < 2 ? null : needed.join(' & ');
}
