import type { Messages } from './message.ts';

/** What can stand in the way of actions. */
export const actionMessages = {
  UNKNOWN_ACTION: {
    nl: 'Deze actie bestaat niet, of is niet voor jou zichtbaar. Controleer het nummer.',
    en: 'This action does not exist, or is not visible to you. Check the number.',
  },
  ACTION_PEOPLE_ONLY: {
    nl: 'Dat kan wie de actie heeft, diens ambtelijk opdrachtgever, of de voorzitter of secretaris van de tafel.',
    en: 'Who has the action can do that, their civil owner, or the chair or secretary of the table.',
  },
  ACTION_CLOSED: {
    nl: 'Deze actie is af of ingetrokken. Zet haar eerst weer open.',
    en: 'This action is done or withdrawn. Reopen it first.',
  },
  ACTION_OPEN: { nl: 'Deze actie staat al open.', en: 'This action is open already.' },
  ACTION_OUTCOME_ONLY: {
    nl: 'Alleen een actie heeft een eigenaar en een datum. Kies «actie», of laat die weg.',
    en: 'Only an action has an owner and a date. Choose “action”, or leave them out.',
  },
} as const satisfies Messages;
