import { searchKinds } from '@versnellingstafel/shared/search/limits';
import { tokensOf } from '../text/tokens.ts';
import words from '../data/words.json' with { type: 'json' };
import type { Facet } from './concept.ts';

interface FacetWord {
  readonly facet: Facet;
  readonly soft: boolean;
}

const wordsOf = (text: string) =>
  tokensOf(text)
    .map((token) => token.word)
    .join(' ');

function facetOf(entry: {
  label: string;
  states?: string[];
  national?: boolean;
  overdue?: boolean;
  mine?: boolean;
}): Facet {
  if (entry.states) return { kind: 'STATE', states: entry.states, name: entry.label };
  if (entry.national) return { kind: 'NATIONAL', name: entry.label };
  return { kind: entry.overdue ? 'OVERDUE' : 'MINE', name: entry.label };
}

const facetWords = new Map<string, FacetWord>();
for (const entry of words.states) {
  for (const text of entry.words) facetWords.set(wordsOf(text), { facet: facetOf(entry), soft: entry.soft ?? false });
}
for (const kind of searchKinds) {
  for (const text of words.kinds[kind])
    facetWords.set(wordsOf(text), { facet: { kind: 'SEARCH_KIND', searchKind: kind, name: text }, soft: false });
}

/** What «opgelost», «naar Den Haag» or «knelpunten» say of a case; by folded words with a space between them. */
export function facetWord(key: string): FacetWord | undefined {
  return facetWords.get(key);
}

/** Words in the longest of them. */
export const longestFacetWord = Math.max(...[...facetWords.keys()].map((key) => key.split(' ').length));

const stopWords = new Set(words.stopWords);
const commonWords = new Set(words.common.map(wordsOf));

/** Words that ask but say nothing. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

/** Words that stand in nearly every text here. */
export function isCommonWord(word: string): boolean {
  return commonWords.has(word);
}
