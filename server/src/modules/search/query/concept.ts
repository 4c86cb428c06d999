import type { Validity } from '@versnellingstafel/shared/knowledge/validity';
import type { SearchKind } from '@versnellingstafel/shared/search/limits';

/** A word or a fixed sequence of words, as the index knows it. */
export interface Term {
  /** As people write it. */
  readonly text: string;
  /** Folded words, in order. */
  readonly words: readonly string[];
  /** Their stems; null where the index leaves a word out. */
  readonly stems: readonly (string | null)[];
}

/** What a thing must be, apart from its words. Decided on the live rows, but for the theme: that is as the index has it. */
export type Facet =
  | { readonly kind: 'MUNICIPALITY'; readonly ids: readonly string[]; readonly name: string }
  | { readonly kind: 'REGION'; readonly ids: readonly string[]; readonly name: string }
  | { readonly kind: 'THEME'; readonly codes: readonly string[]; readonly name: string }
  | { readonly kind: 'TABLE'; readonly ids: readonly string[]; readonly name: string }
  | { readonly kind: 'STATE'; readonly states: readonly string[]; readonly name: string }
  | { readonly kind: 'VALIDITY'; readonly validities: readonly Validity[]; readonly name: string }
  | { readonly kind: 'YEAR'; readonly years: readonly number[]; readonly name: string }
  | { readonly kind: 'NATIONAL' | 'OVERDUE' | 'MINE'; readonly name: string }
  | { readonly kind: 'SEARCH_KIND'; readonly searchKind: SearchKind; readonly name: string };

/** One thing that a question asks for: all its readings count, the best one for each document. */
export interface Concept {
  /** As typed. */
  readonly typed: string;
  readonly term: Term;
  /** Importance before rarity is known: words that fill every text here weigh little. */
  readonly weight: number;
  /** An abbreviation or a short token: matches as a whole word only. */
  readonly wholeWord: boolean;
  /** Other words for the same thing. */
  readonly synonyms: readonly Term[];
  /** Pieces of a compound or of a fixed sequence, which may also stand apart. */
  readonly pieces: readonly string[];
  /** Those pieces of a compound that say something by themselves: `brandweer` of `brandweerauto`. */
  readonly telling: readonly string[];
  readonly facet: Facet | null;
  /** A soft facet puts cases in front and leaves out none. */
  readonly softFacet: boolean;
  /** Typed as a filter: what does not fit is left out, whatever its kind and even when nothing fits. */
  readonly strict?: boolean;
  /** Theme that the words are about, from the synonyms. */
  readonly theme: string | null;
}

/** How a word was read differently, for the viewer to see. */
export interface Reading {
  readonly from: string;
  readonly to: string;
  readonly kind:
    | 'OLD_LAW'
    | 'SYNONYM'
    | 'PLACE'
    | 'MUNICIPALITY'
    | 'REGION'
    | 'STATE'
    | 'KIND'
    | 'THEME'
    | 'TABLE'
    | 'VALIDITY'
    | 'YEAR'
    | 'SPELLING'
    | 'UNKNOWN_FILTER';
}

/** A filter as it was typed. */
export interface TypedFilter {
  readonly typed: string;
  readonly facet: Facet;
}

/** A question, read. */
export interface ReadQuery {
  readonly concepts: readonly Concept[];
  readonly readings: readonly Reading[];
  readonly filters: readonly TypedFilter[];
}
