import type { Messages } from './message.ts';

/** What can stand in the way of files, papers, mail and calendars. */
export const fileMessages = {
  UNKNOWN_PAPER: {
    nl: 'Dit stuk is er niet, of is niet voor jou zichtbaar.',
    en: 'This paper is not there, or not visible to you.',
  },
  UNKNOWN_FILE: {
    nl: 'Dit bestand is er niet meer. Voeg het opnieuw toe.',
    en: 'This file is no longer there. Add it again.',
  },
  FILE_TOO_LARGE: {
    nl: '«{name}» is te groot: een bestand is hoogstens {max} MB. Maak het kleiner, of voeg een link toe.',
    en: '“{name}” is too large: a file is {max} MB at most. Make it smaller, or add a link.',
  },
  FILE_EMPTY: {
    nl: '«{name}» is leeg. Kies een bestand waar iets in staat.',
    en: '“{name}” is empty. Choose a file with something in it.',
  },
  FILE_TYPE_REFUSED: {
    nl: '«{name}» kan er niet bij. Kies een van deze soorten: {endings}.',
    en: '“{name}” cannot be added. Choose one of these kinds: {endings}.',
  },
  FILE_NOT_AS_NAMED: {
    nl: '«{name}» is iets anders dan de naam zegt. Bewaar het opnieuw als {endings}, en voeg dat toe.',
    en: '“{name}” is something else than its name says. Save it again as {endings}, and add that.',
  },
  FILE_WITH_MACROS: {
    nl: '«{name}» bevat macro’s. Bewaar het zonder macro’s, of als pdf, en voeg dat toe.',
    en: '“{name}” contains macros. Save it without macros, or as a PDF, and add that.',
  },
  TOO_MANY_UPLOADS: {
    nl: 'Er staan al {count} bestanden van je klaar die nergens bij horen. Gebruik ze, of wacht een dag.',
    en: 'There are {count} files of yours waiting that belong nowhere. Use them, or wait a day.',
  },
  FILE_OR_LINK: {
    nl: 'Kies een bestand of een link, en niet allebei.',
    en: 'Choose a file or a link, and not both.',
  },
  HTTPS_LINK_ONLY: {
    nl: 'Dit is geen goede link. Neem het hele adres over; het begint met https://.',
    en: 'This is not a proper link. Copy the whole address; it begins with https://.',
  },
  LEADERS_OR_PRESENTER_ONLY: {
    nl: 'Dat kan de voorzitter, de secretaris, of wie het punt inbrengt.',
    en: 'The chair, the secretary or who presents the item can do that.',
  },
  PAPER_OF_EARLIER_ITEM: {
    nl: 'Dit stuk kwam mee van een eerdere vergadering en blijft daar staan.',
    en: 'This paper came along from an earlier meeting, and stays there.',
  },
  MAIL_HAS_LEFT: {
    nl: 'De mail is al onderweg. Pas de agenda aan en publiceer opnieuw: dan horen de deelnemers wat er veranderde.',
    en: 'The mail has left already. Change the agenda and publish again: then participants hear what changed.',
  },
  OUTBOX_NOT_YOURS: {
    nl: 'Het postvak uit is er in de demo, voor voorzitters, secretarissen en functioneel beheerders.',
    en: 'The outbox is there in the demo, for chairs, secretaries and functional administrators.',
  },
} as const satisfies Messages;
