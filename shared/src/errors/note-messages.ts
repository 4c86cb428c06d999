import type { Messages } from './message.ts';

/** What can stand in the way of drafting a note from a case, and of naming the note that replaces another. */
export const noteMessages = {
  NOTE_OF_CASE_EXISTS: {
    nl: 'Van dit knelpunt is al een notitie gemaakt. Werk die bij, of laat dit veld leeg.',
    en: 'A note was made of this bottleneck already. Change that one, or leave this field empty.',
  },
  NOTE_OF_OPEN_CASE: {
    nl: 'Dit knelpunt is nog niet opgelost. Los het eerst op; dan vragen we wat de volgende zou helpen.',
    en: 'This bottleneck is not resolved yet. Resolve it first; then we ask what would help the next one.',
  },
  SUCCESSOR_ARCHIVED: {
    nl: 'Deze notitie is zelf gearchiveerd. Kies een notitie die nog in gebruik is.',
    en: 'This note is archived itself. Choose a note that is still in use.',
  },
  SUCCESSION_CIRCLE: {
    nl: 'Zo zou de notitie uiteindelijk zichzelf vervangen. Kies een andere opvolger, of laat dit veld leeg.',
    en: 'The note would replace itself in the end. Choose another successor, or leave this field empty.',
  },
  NOTE_OF_OUTCOME_EXISTS: {
    nl: 'Van dit besluit is al een notitie gemaakt. Open die en werk haar bij.',
    en: 'A note was made of this decision already. Open that one and change it.',
  },
  DECISION_ONLY: {
    nl: 'Een notitie maak je van een besluit. Kies een besluit uit de uitkomsten.',
    en: 'A note is made of a decision. Choose a decision among the outcomes.',
  },
  CASE_OF_ITEM_ONLY: {
    nl: 'Kies een knelpunt waarover dit agendapunt gaat en dat je mag zien.',
    en: 'Choose a bottleneck that this item is about and that you may see.',
  },
} as const satisfies Messages;
