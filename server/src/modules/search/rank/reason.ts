import type { MessageLocale } from '@versnellingstafel/shared/errors/messages';
import type { Concept } from '../query/concept.ts';
import type { Mark } from '../text/highlighter.ts';
import type { Tier } from './arm.ts';
import type { Ground } from './score.ts';

type Words = Readonly<Record<MessageLocale, (word: string, typed: string) => string>>;

type ReasonKind =
  | Tier
  | 'RELATED'
  | 'MUNICIPALITY'
  | 'REGION'
  | 'STATE'
  | 'SEARCH_KIND'
  | 'THEME'
  | 'TABLE'
  | 'VALIDITY'
  | 'YEAR';

const sentences: Readonly<Record<ReasonKind, Words>> = {
  EXACT: { nl: (word) => `zelfde woord: ${word}`, en: (word) => `same word: ${word}` },
  SYNONYM: { nl: (word) => `synoniem: ${word}`, en: (word) => `synonym: ${word}` },
  PREFIX: { nl: (word) => `begin van een woord: ${word}`, en: (word) => `start of a word: ${word}` },
  PART: { nl: (word) => `deel van een samenstelling: ${word}`, en: (word) => `part of a compound: ${word}` },
  PIECES: { nl: (word) => `delen van het woord: ${word}`, en: (word) => `parts of the word: ${word}` },
  PIECE: { nl: (word) => `deel van het woord: ${word}`, en: (word) => `part of the word: ${word}` },
  SUBSTRING: { nl: (word) => `deel van een woord: ${word}`, en: (word) => `part of a word: ${word}` },
  TYPO: { nl: (word) => `lijkt op: ${word}`, en: (word) => `looks like: ${word}` },
  RELATED: { nl: (word) => `hoort bij ${word}`, en: (word) => `linked to ${word}` },
  MUNICIPALITY: {
    nl: (word, typed) => `gemeente: ${named(word, typed)}`,
    en: (word, typed) => `municipality: ${named(word, typed)}`,
  },
  REGION: { nl: (word) => `regio: ${word}`, en: (word) => `region: ${word}` },
  STATE: { nl: (word) => `staat: ${word}`, en: (word) => `state: ${word}` },
  THEME: { nl: (word) => `thema: ${word}`, en: (word) => `theme: ${word}` },
  TABLE: { nl: (word) => `tafel: ${word}`, en: (word) => `table: ${word}` },
  VALIDITY: { nl: (word) => `geldigheid: ${word}`, en: (word) => `validity: ${word}` },
  YEAR: { nl: (word) => `jaar: ${word}`, en: (word) => `year: ${word}` },
  SEARCH_KIND: { nl: (word) => `soort: ${word}`, en: (word) => `kind: ${word}` },
};

function named(word: string, typed: string): string {
  return word.toLowerCase() === typed.toLowerCase() ? word : `${word} (${typed})`;
}

/** Why a hit is here, in words. `linkedTo` is the title of the thing it came along with. */
export function reasonOf(
  locale: MessageLocale,
  ground: Ground,
  concepts: readonly Concept[],
  marks: readonly Mark[],
  linkedTo: string,
): string {
  if (ground.kind === 'RELATED') return sentences.RELATED[locale](linkedTo, '');
  const concept = concepts[ground.concept];
  const typed = concept?.typed ?? '';
  if (ground.kind === 'FACET') {
    const facet = concept?.facet;
    // What a case is besides its state («over tijd», «van mij») is told as a state.
    const key = facet && facet.kind in sentences ? (facet.kind as ReasonKind) : 'STATE';
    return sentences[key][locale](facet?.name ?? typed, typed);
  }
  if (ground.tier === 'SYNONYM') {
    const synonym =
      marks.find((mark) => mark.concept === ground.concept && mark.synonym !== null)?.synonym ??
      concept?.synonyms[0]?.text ??
      typed;
    return sentences.SYNONYM[locale](synonym, typed);
  }
  // The words that hold a piece come from the whole index, also from what this viewer may not see: none of them is named.
  return sentences[ground.tier][locale](ground.tier === 'TYPO' ? (ground.via ?? typed) : typed, typed);
}
