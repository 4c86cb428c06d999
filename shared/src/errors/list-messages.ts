import type { Messages } from './message.ts';

/** What can stand in the way of working with many cases at once. */
export const listMessages = {
  OFFSET_WITH_AFTER: {
    nl: 'Kies een plek in de lijst óf een vervolg, niet allebei. Laat offset of after weg.',
    en: 'Choose a place in the list or a continuation, not both. Leave out offset or after.',
  },
  UNKNOWN_VIEW: {
    nl: 'Deze weergave is er niet, of is niet van jou. Laad de lijst opnieuw.',
    en: 'This view is not there, or not yours. Load the list again.',
  },
  VIEW_NAME_TAKEN: {
    nl: 'Er is al een weergave die zo heet. Kies een andere naam, of werk die weergave bij.',
    en: 'There is a view of this name already. Choose another name, or update that view.',
  },
  TOO_MANY_VIEWS: {
    nl: 'Hoogstens {max} weergaven. Haal er eerst een weg.',
    en: 'At most {max} views. Remove one first.',
  },
  TABLE_VIEW_LEADERS_ONLY: {
    nl: 'Een weergave van de tafel delen of wijzigen kan de voorzitter of de secretaris.',
    en: 'The chair or the secretary can share or change a view of the table.',
  },
  VIEW_OWNER_ONLY: { nl: 'Dit is de weergave van iemand anders.', en: 'This view is somebody else’s.' },
  NOTHING_TO_CHANGE: {
    nl: 'Er is niets om te wijzigen. Kies een eigenaar, trekker, datum, volgende stap, thema of stap.',
    en: 'There is nothing to change. Choose an owner, a lead, a date, a next step, a theme or a step.',
  },
  STEP_NOT_FOR_MANY: {
    nl: 'Deze stap gaat per zaak: open het knelpunt en neem hem daar.',
    en: 'This step goes case by case: open the bottleneck and take it there.',
  },
  UNKNOWN_BULK_CHANGE: {
    nl: 'Deze wijziging kan niet meer worden teruggedraaid, of is niet van jou.',
    en: 'This change can no longer be undone, or is not yours.',
  },
  SAME_PERSON: { nl: 'Kies iemand anders om aan over te dragen.', en: 'Choose somebody else to hand over to.' },
  NOTHING_TO_HAND_OVER: {
    nl: 'Er is niets dat jij van deze persoon mag overdragen. Vraag de voorzitter, de secretaris of de ambtelijk opdrachtgever.',
    en: 'There is nothing of this person that you may hand over. Ask the chair, the secretary or the civil owner.',
  },
} as const satisfies Messages;
