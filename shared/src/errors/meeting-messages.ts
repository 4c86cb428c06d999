import type { Messages } from './message.ts';

/** What can stand in the way of preparing and running a meeting. */
export const meetingMessages = {
  MEETING_OVER: { nl: 'Deze vergadering is voorbij.', en: 'This meeting is over.' },
  PARTICIPANTS_ONLY: {
    nl: 'Dat kunnen de deelnemers van de tafel. Vraag de secretaris om een plaats.',
    en: 'The participants of the table can do that. Ask its secretary for a seat.',
  },
  NOT_THE_LEAD: {
    nl: 'Iemand anders leidt nu de vergadering. Neem eerst de leiding over.',
    en: 'Somebody else leads the meeting now. Take over the lead first.',
  },
  ALREADY_LEAD: { nl: 'Je leidt de vergadering al.', en: 'You lead the meeting already.' },
  MEETING_NOT_PUBLISHED: {
    nl: 'De agenda is nog niet gepubliceerd. Publiceer hem eerst.',
    en: 'The agenda is not published yet. Publish it first.',
  },
  MEETING_NOT_STARTED: {
    nl: 'De vergadering is nog niet begonnen.',
    en: 'The meeting has not started yet.',
  },
  MEETING_STARTED: { nl: 'De vergadering is al begonnen.', en: 'The meeting has started already.' },
  MEETING_NOT_CANCELLED: { nl: 'Deze vergadering is niet afgezegd.', en: 'This meeting is not cancelled.' },
  MEETING_NOT_CLOSED: { nl: 'Deze vergadering is niet gesloten.', en: 'This meeting is not closed.' },
} as const satisfies Messages;
