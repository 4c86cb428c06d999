import type { Messages } from './message.ts';

/** What can stand in the way of the rhythm of a table and its series of meetings. */
export const rhythmMessages = {
  MEETING_CANCELLED: {
    nl: 'Deze vergadering is afgezegd. Zet haar eerst terug.',
    en: 'This meeting is cancelled. Restore it first.',
  },
  BAD_TIME: {
    nl: '{field} is geen tijd. Schrijf bijvoorbeeld 13:30.',
    en: '{field} is not a time. Write for example 13:30.',
  },
  NO_MONTH_LEFT: {
    nl: 'Zo vergadert deze tafel in geen enkele maand. Haal er minstens één weg.',
    en: 'This way the table meets in no month at all. Remove at least one.',
  },
  NO_RHYTHM: {
    nl: 'Deze tafel heeft nog geen vaste dag. Leg eerst het ritme vast.',
    en: 'This table has no fixed day yet. Set its rhythm first.',
  },
  NOT_IN_SERIES: {
    nl: 'Deze vergadering hoort niet bij de reeks. Kies alleen deze vergadering.',
    en: 'This meeting is not part of the series. Choose this meeting only.',
  },
  LATER_MEETING_OVERLAPS: {
    nl: 'Zo valt de vergadering van {date} samen met een andere van deze tafel. Kies een andere tijd of verplaats er één.',
    en: 'This way the meeting of {date} coincides with another one of this table. Choose another time or move one.',
  },
  NOTHING_MOVED: {
    nl: 'Zo verandert er niets. Kies een andere dag, tijd of plaats.',
    en: 'This changes nothing. Choose another day, time or place.',
  },
  MEETING_PASSED: {
    nl: 'Deze vergadering zou al geweest zijn. Plan een nieuwe.',
    en: 'This meeting would have been held already. Plan a new one.',
  },
  NO_MOVE_TO_UNDO: {
    nl: 'Er valt niets terug te zetten: de vergadering is daarna opnieuw verplaatst, of je hebt haar niet zelf verplaatst.',
    en: 'Nothing to put back: the meeting was moved again since, or it was not you who moved it.',
  },
  NO_NEXT_MEETING: {
    nl: 'Er is geen volgende vergadering om de punten naar door te schuiven. Plan er eerst een, of laat de punten staan.',
    en: 'There is no next meeting to move the items to. Plan one first, or leave the items.',
  },
} as const satisfies Messages;
