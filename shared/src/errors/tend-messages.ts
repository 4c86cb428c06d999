import type { Messages } from './message.ts';

/** What can stand in the way of looking after search, and of keeping a question. */
export const tendMessages = {
  SEARCH_TENDERS_ONLY: {
    nl: 'Dat kan een kennisredacteur of de functioneel beheerder. Vraag een van hen.',
    en: 'A knowledge editor or the functional administrator can do that. Ask one of them.',
  },
  UNKNOWN_SYNONYMS: {
    nl: 'Deze synoniemen zijn er niet meer. Laad de pagina opnieuw.',
    en: 'These synonyms are no longer there. Load the page again.',
  },
  UNKNOWN_GAP: {
    nl: 'Deze zoekvraag staat niet op de lijst. Laad de pagina opnieuw.',
    en: 'This question is not on the list. Load the page again.',
  },
  SYNONYMS_TOO_FEW: {
    nl: 'Geef minstens twee woorden die hetzelfde betekenen, of één woord met een woord dat het vindt.',
    en: 'Give at least two words that mean the same, or one word with a word that finds it.',
  },
  SYNONYM_TWICE: {
    nl: '“{term}” staat er twee keer. Haal er één weg.',
    en: '“{term}” stands there twice. Take one away.',
  },
  SYNONYM_WITHOUT_WORDS: {
    nl: '“{term}” is geen woord waarop gezocht wordt. Kies een ander woord.',
    en: '“{term}” is not a word that is searched by. Choose another word.',
  },
  ENDS_BEFORE_IT_BEGINS: {
    nl: 'De laatste dag ligt vóór de eerste. Pas een van de twee aan.',
    en: 'The last day lies before the first. Change one of them.',
  },
  UNKNOWN_SAVED_SEARCH: {
    nl: 'Deze bewaarde zoekvraag is er niet meer. Laad de pagina opnieuw.',
    en: 'This saved search is no longer there. Load the page again.',
  },
  TOO_MANY_SAVED_SEARCHES: {
    nl: 'Je bewaart er al {max}. Haal er eerst een weg.',
    en: 'You keep {max} already. Remove one first.',
  },
} as const satisfies Messages;
