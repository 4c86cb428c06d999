import type { Messages } from './message.ts';

/** What can stand in the way of telling what changed in the law, and of looking at notes again. */
export const legalEventMessages = {
  KNOWLEDGE_ROLES_ONLY: {
    nl: 'Dat kan een kennisredacteur of een validator. Vraag een van hen.',
    en: 'A knowledge editor or a validator can do that. Ask one of them.',
  },
  UNKNOWN_LEGAL_EVENT: {
    nl: 'Deze wijziging in het recht is er niet. Controleer de link.',
    en: 'This change in the law is not there. Check the link.',
  },
  NOTE_NOT_TOUCHED: {
    nl: 'Deze notitie wacht niet op een oordeel over deze wijziging. Laad de pagina opnieuw.',
    en: 'This note does not wait for a verdict on this change. Load the page again.',
  },
  LEGAL_EVENT_SETTLED: {
    nl: 'Over een notitie is al geoordeeld; de wijziging kan niet meer worden ingetrokken.',
    en: 'A note was judged already; the change can no longer be withdrawn.',
  },
  NOTHING_ADAPTED: {
    nl: 'Er is niets aan de tekst veranderd. Pas de tekst aan, of bevestig de notitie zoals zij is.',
    en: 'Nothing in the text changed. Adapt the text, or confirm the note as it is.',
  },
} as const satisfies Messages;
