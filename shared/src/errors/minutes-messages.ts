import type { Messages } from './message.ts';

/** What can stand in the way of minutes. */
export const minutesMessages = {
  MINUTES_ADOPTED: {
    nl: 'Het verslag is vastgesteld en verandert niet meer. Stel een aanvulling voor.',
    en: 'The minutes are adopted and no longer change. Propose an addendum.',
  },
  MINUTES_NOT_IN_REVIEW: {
    nl: 'Het verslag ligt nog niet voor aan de deelnemers. De secretaris legt het eerst voor.',
    en: 'The minutes do not lie with the participants yet. The secretary sends them round first.',
  },
  MINUTES_IN_REVIEW: {
    nl: 'Het verslag ligt al voor aan de deelnemers.',
    en: 'The minutes lie with the participants already.',
  },
  MINUTES_NOT_ADOPTED: {
    nl: 'Het verslag is nog niet vastgesteld. Geef tot dan een opmerking.',
    en: 'The minutes are not adopted yet. Make a remark until then.',
  },
  MINUTES_PUBLISHED: { nl: 'Het verslag is al gepubliceerd.', en: 'The minutes are published already.' },
  MANDATE_ONLY: {
    nl: 'Buiten een vergadering vaststellen kan wie het mandaat van de tafel heeft. Vraag de secretaris wie dat is.',
    en: 'Outside a meeting only who holds the mandate of the table adopts. Ask its secretary who does.',
  },
  NOT_A_LATER_MEETING: {
    nl: 'Vaststellen kan in een latere vergadering van dezelfde tafel. Kies zo een vergadering.',
    en: 'Adopting happens in a later meeting of the same table. Choose such a meeting.',
  },
  MINUTES_BUILT_ON: {
    nl: 'Iemand heeft al op het sluiten voortgebouwd. Verbeter het conceptverslag, of de volgende agenda.',
    en: 'Somebody built on the closing already. Correct the draft minutes, or the next agenda.',
  },
  ALREADY_SETTLED: {
    nl: 'Hierop is al geantwoord. Kijk wat het antwoord is.',
    en: 'This was answered already. See what the answer is.',
  },
  FEEDBACK_DONE: {
    nl: 'De terugkoppeling is al gedaan. Kijk door wie en wanneer.',
    en: 'The municipality was told already. See by whom and when.',
  },
  DOCUMENTS_BUSY: {
    nl: 'Er worden nu veel documenten gemaakt. Probeer het zo opnieuw.',
    en: 'Many documents are being made now. Try again shortly.',
  },
} as const satisfies Messages;
