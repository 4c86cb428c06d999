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
  MEETING_STARTED_BY: {
    nl: '{name} is deze vergadering al begonnen, om {time} uur. Kijk mee, of neem de leiding over.',
    en: '{name} started this meeting already, at {time}. Follow it, or take over the lead.',
  },
  ITEM_RUNNING: {
    nl: 'Dit agendapunt wordt nu behandeld. Ga eerst naar een ander punt.',
    en: 'This item is being dealt with now. Go to another item first.',
  },
  ITEM_HAS_OUTCOMES: {
    nl: 'Bij dit agendapunt is al iets vastgelegd. Trek dat eerst in, of laat het punt staan.',
    en: 'Something was recorded on this item already. Withdraw that first, or leave the item.',
  },
  ITEM_FINISHED: {
    nl: 'Dit agendapunt is al behandeld. Ga er eerst naar terug.',
    en: 'This item was dealt with already. Go back to it first.',
  },
  ITEM_TOO_SHORT: {
    nl: 'Zo blijft er geen minuut over. Neem er hoogstens {max} af.',
    en: 'This leaves no minute at all. Take off {max} at most.',
  },
  ITEM_TOO_LONG: {
    nl: 'Zo duurt dit punt langer dan {max} minuten. Geef er minder bij.',
    en: 'This way the item takes more than {max} minutes. Add fewer.',
  },
  MINUTES_ADDED_RANGE: {
    nl: 'Geef er 1 tot {max} minuten bij, of neem er zoveel af.',
    en: 'Add 1 to {max} minutes, or take so many off.',
  },
  NOT_INVITED: {
    nl: 'Deze persoon zit niet aan deze tafel. Nodig hem of haar eerst uit als gast bij een agendapunt.',
    en: 'This person is not at this table. Invite them as a guest for an item first.',
  },
  NOT_PRESENT: {
    nl: 'Deze persoon is nog niet binnen. Zet eerst op aanwezig.',
    en: 'This person has not come in yet. Mark them as present first.',
  },
  NOTHING_GIVEN: {
    nl: 'Er is niets ingevuld. Geef aan wat er verandert.',
    en: 'Nothing was filled in. Say what changes.',
  },
  NOT_LOOKING: {
    nl: 'Je hebt de vergadering nergens open staan. Open haar eerst.',
    en: 'You have the meeting open nowhere. Open it first.',
  },
  MEETING_NOT_CANCELLED: { nl: 'Deze vergadering is niet afgezegd.', en: 'This meeting is not cancelled.' },
  MEETING_NOT_CLOSED: { nl: 'Deze vergadering is niet gesloten.', en: 'This meeting is not closed.' },
} as const satisfies Messages;
