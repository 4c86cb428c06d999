import type { MessageLocale } from '@versnellingstafel/shared/errors/messages';
import type { Validity } from '@versnellingstafel/shared/knowledge/validity';
import { type SearchKind, searchKinds } from '@versnellingstafel/shared/search/limits';
import { plainKey } from '../text/tokens.ts';
import words from '../data/words.json' with { type: 'json' };
import type { Facet } from './concept.ts';

interface FacetWord {
  readonly facet: Facet;
  readonly soft: boolean;
}

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
  for (const text of entry.words) facetWords.set(plainKey(text), { facet: facetOf(entry), soft: entry.soft ?? false });
}
/** Words for what is found beside cases, notes and minutes also stand in their texts: they put that kind in front and leave nothing out. */
const firmKinds: ReadonlySet<SearchKind> = new Set(['BOTTLENECK', 'NOTE', 'MINUTES']);
const kindFacet = (kind: SearchKind, name: string): Facet => ({ kind: 'SEARCH_KIND', searchKind: kind, name });
for (const kind of searchKinds) {
  for (const text of words.kinds[kind])
    facetWords.set(plainKey(text), { facet: kindFacet(kind, text), soft: !firmKinds.has(kind) });
}
const filterKinds = new Map<string, Facet>();
for (const [kind, texts] of Object.entries(words.kindFilters))
  for (const text of texts) filterKinds.set(plainKey(text), kindFacet(kind as SearchKind, text));
const validityWords = new Map<string, Facet>();
for (const { label, validity, words: texts } of words.validity)
  for (const text of texts)
    validityWords.set(plainKey(text), { kind: 'VALIDITY', validities: [validity as Validity], name: label });

/** What `soort:` and `geldigheid:` say; by folded words with a space between them. */
export function kindWord(key: string): Facet | undefined {
  const facet = facetWords.get(key)?.facet;
  return filterKinds.get(key) ?? (facet?.kind === 'SEARCH_KIND' ? facet : undefined);
}

export function validityWord(key: string): Facet | undefined {
  return validityWords.get(key);
}

/** The states by which finds can be narrowed, each with the word that `status:` takes. */
export const stateFacets: readonly {
  readonly word: string;
  readonly label: Readonly<Record<MessageLocale, string>>;
  readonly states: readonly string[];
}[] = words.stateFacets;

const stateFilters = new Map<string, Facet>(
  words.stateFacets.map(({ word, states }) => [plainKey(word), { kind: 'STATE', states, name: word }]),
);

/** What `status:` says; by folded words with a space between them. */
export function stateWord(key: string): Facet | undefined {
  const facet = facetWords.get(key)?.facet;
  return stateFilters.get(key) ?? (facet?.kind === 'SEARCH_KIND' ? undefined : facet);
}

/** How it is called whether a note is safe to use. */
export function validityLabel(validity: Validity): Readonly<Record<MessageLocale, string>> {
  const entry = words.validity.find((each) => each.validity === validity);
  return { nl: entry?.label ?? validity, en: entry?.english ?? validity };
}

/** What «opgelost», «naar Den Haag» or «knelpunten» say of a case; by folded words with a space between them. */
export function facetWord(key: string): FacetWord | undefined {
  return facetWords.get(key);
}

/** Words in the longest of them. */
export const longestFacetWord = Math.max(...[...facetWords.keys()].map((key) => key.split(' ').length));

const stopWords = new Set(words.stopWords);
const commonWords = new Set(words.common.map(plainKey));

/** Words that ask but say nothing. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

/** Words that stand in nearly every text here. */
export function isCommonWord(word: string): boolean {
  return commonWords.has(word);
}
