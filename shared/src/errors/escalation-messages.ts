import type { Messages } from './message.ts';

/** What can stand in the way of an escalation. */
export const escalationMessages = {
  UNKNOWN_ESCALATION: {
    nl: 'Deze escalatie is er niet, of is niet voor jou zichtbaar. Laad het knelpunt opnieuw.',
    en: 'This escalation is not there, or not visible to you. Load the bottleneck again.',
  },
  ESCALATION_WRONG_STATE: {
    nl: 'Dat kan niet in de stand waarin de escalatie nu is. Laad het knelpunt opnieuw en kies een stap die wel kan.',
    en: 'This is not possible as the escalation stands now. Load the bottleneck again and choose a step that is.',
  },
  ESCALATION_SENDER_ONLY: {
    nl: 'Dit doen de voorzitter en de secretaris van de tafel die escaleert. Vraag het een van hen.',
    en: 'The chair and the secretary of the table that escalates do this. Ask one of them.',
  },
  ESCALATION_MANDATE_ONLY: {
    nl: 'Dit doet wie het mandaat van de ontvangende tafel heeft. Vraag de secretaris van die tafel.',
    en: 'Who holds the mandate of the receiving table does this. Ask the secretary of that table.',
  },
  POLITICAL_OWNER_ONLY: {
    nl: 'Akkoord geven kan alleen de bestuurlijk verantwoordelijke. Vraag die persoon, of laat de secretaris een ander aanwijzen.',
    en: 'Only the political owner can agree. Ask that person, or let the secretary name another one.',
  },
  AGREEMENT_NEEDED: {
    nl: 'De bestuurlijk verantwoordelijke heeft nog geen akkoord gegeven. Wacht op het akkoord, of trek de escalatie in.',
    en: 'The political owner has not agreed yet. Wait for the agreement, or withdraw the escalation.',
  },
  NO_AGREEMENT_NEEDED: {
    nl: 'Voor deze escalatie is geen bestuurlijk akkoord nodig. De secretaris kan haar zo versturen.',
    en: 'This escalation needs no political agreement. The secretary can send it as it is.',
  },
  NO_POLITICAL_OWNER: {
    nl: 'Niemand kan akkoord geven: het knelpunt heeft geen bestuurlijk verantwoordelijke. Wijs er eerst een aan.',
    en: 'Nobody can agree: the bottleneck has no political owner. Name one first.',
  },
  ESCALATION_CASE_MOVED: {
    nl: 'Het knelpunt is intussen gesloten of bij een andere tafel. Heropen het eerst, of trek de escalatie in.',
    en: 'The bottleneck has been closed meanwhile, or is at another table. Reopen it first, or withdraw the escalation.',
  },
  ESCALATION_GOES_ON: {
    nl: 'Je hebt dit zelf verder geëscaleerd. Wacht op dat antwoord, of trek die escalatie eerst in.',
    en: 'You escalated this further yourselves. Wait for that answer, or withdraw that escalation first.',
  },
  ESCALATION_OPEN: {
    nl: 'Er staat al een escalatie klaar. Werk die bij en verstuur haar, of trek haar in.',
    en: 'An escalation is being prepared already. Edit and send that one, or withdraw it.',
  },
  ESCALATION_NOT_ACCEPTED: {
    nl: 'Verder escaleren kan pas als de escalatie is aangenomen. Neem haar eerst aan, of stuur haar terug.',
    en: 'It can go further only once it is accepted. Accept it first, or return it.',
  },
  ESCALATION_ACCEPTED: {
    nl: 'De escalatie is al aangenomen en kan niet meer terug zonder antwoord. Geef antwoord.',
    en: 'The escalation was accepted and cannot go back without an answer. Answer it.',
  },
  ANSWER_GOES_BACK: {
    nl: 'Meer tafels wachten op antwoord; dat gaat tafel voor tafel terug. Beantwoord de escalatie en zeg daarbij dat het opgelost is.',
    en: 'Several tables wait for an answer, which goes back table by table. Answer the escalation and say that it is resolved.',
  },
  TABLE_CLOSED: {
    nl: 'De tafel hierboven is opgeheven en kan niets ontvangen. Laat de beheerder een andere tafel boven deze zetten.',
    en: 'The table above is closed and cannot receive anything. Let the administrator put another table above this one.',
  },
  ANSWER_TOO_LATE: {
    nl: '{field} ligt te ver vooruit: hoogstens {max} dagen. Kies een eerdere datum.',
    en: '{field} is too far ahead: {max} days at most. Choose an earlier date.',
  },
  NOT_YOURS_TO_SHARE: {
    nl: 'Je kunt niet meer delen dan met jouw tafel is gedeeld. Zet dit uit.',
    en: 'You cannot share more than was shared with your table. Turn this off.',
  },
} as const satisfies Messages;
