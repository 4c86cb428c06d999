import type { Messages } from './message.ts';

/** What can stand in the way of grouping cases that are one problem. */
export const patternMessages = {
  UNKNOWN_PATTERN: {
    nl: 'Dit patroon is er niet, of is niet voor jou zichtbaar. Controleer de link of het nummer.',
    en: 'This pattern is not there, or not visible to you. Check the link or the number.',
  },
  PATTERN_CLOSED: {
    nl: 'Dit patroon is al opgelost of ontbonden. Vorm een nieuw patroon als het probleem terugkomt.',
    en: 'This pattern is resolved or dissolved already. Form a new one when the problem comes back.',
  },
  PATTERN_NOT_RESOLVED: {
    nl: 'Dit patroon is niet opgelost, er valt dus niets terug te draaien.',
    en: 'This pattern is not resolved, so there is nothing to undo.',
  },
  PATTERN_TOO_FEW: {
    nl: 'Een patroon heeft minstens {min} knelpunten. Kies er nog een bij.',
    en: 'A pattern has at least {min} bottlenecks. Choose another one.',
  },
  PATTERN_OTHER_TABLE: {
    nl: '{number} ligt aan een andere tafel. Kies knelpunten die deze tafel nu heeft.',
    en: '{number} lies at another table. Choose bottlenecks that this table holds now.',
  },
  PATTERN_CASE_NOT_OPEN: {
    nl: '{number} is een concept of al afgesloten. Kies knelpunten die openstaan.',
    en: '{number} is a draft or closed already. Choose bottlenecks that are open.',
  },
  IN_OTHER_PATTERN: {
    nl: '{number} hoort al bij patroon {pattern}. Haal het daar eerst weg.',
    en: '{number} belongs to pattern {pattern} already. Take it out there first.',
  },
  NOT_IN_PATTERN: {
    nl: 'Dit knelpunt hoort niet bij het patroon. Laad de pagina opnieuw.',
    en: 'This bottleneck is not part of the pattern. Load the page again.',
  },
  PATTERN_MEMBERS_REFUSED: {
    nl: '{count} knelpunten kunnen nu niet worden opgelost; er is nog niets gebeurd. Laat ze weg, of bevestig dat alleen de rest wordt opgelost.',
    en: '{count} bottlenecks cannot be resolved now; nothing has happened yet. Leave them out, or confirm that only the others are resolved.',
  },
  PATTERN_NOTHING_TO_RESOLVE: {
    nl: 'Er blijft geen knelpunt over om op te lossen. Laat er minstens een meedoen.',
    en: 'No bottleneck is left to resolve. Let at least one take part.',
  },
  PATTERN_LEFT_OUT: { nl: 'Weggelaten: dit knelpunt blijft open.', en: 'Left out: this bottleneck stays open.' },
  PATTERN_MEMBER_CHANGED: {
    nl: 'Sindsdien door iemand gewijzigd: dit knelpunt blijft zoals het is.',
    en: 'Changed by somebody since: this bottleneck stays as it is.',
  },
} as const satisfies Messages;
