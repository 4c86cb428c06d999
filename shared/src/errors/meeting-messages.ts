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
  CHAIR_ONLY: {
    nl: 'Een aantekening bij een punt is van de voorzitter. Zet wat iedereen mag lezen in het punt zelf.',
    en: 'A note on an item belongs to the chair. Put what everybody may read in the item itself.',
  },
  NO_SUGGESTION_CHOSEN: { nl: 'Kies eerst een voorstel uit de lijst.', en: 'Choose a suggestion from the list first.' },
  SUGGESTION_GONE: {
    nl: 'Dit voorstel is er niet meer: het staat al op een agenda, of de reden is weg. Bekijk de lijst opnieuw.',
    en: 'This suggestion is gone: it is on an agenda already, or its reason is gone. Look at the list again.',
  },
  PROPOSER_ONLY: {
    nl: 'Alleen wie het voorstelde kan het intrekken.',
    en: 'Only who proposed it can withdraw it.',
  },
  PROPOSAL_DECIDED: {
    nl: 'Over dit voorstel is al besloten. Stel het zo nodig opnieuw voor.',
    en: 'This proposal is decided on already. Propose it again if needed.',
  },
  UNKNOWN_PROPOSAL: {
    nl: 'Dit voorstel bestaat niet, of is niet voor jou zichtbaar.',
    en: 'This proposal does not exist, or is not visible to you.',
  },
  UNKNOWN_MEETING: {
    nl: 'Deze vergadering bestaat niet, of is niet voor jou zichtbaar. Kies een vergadering uit de lijst.',
    en: 'This meeting does not exist, or is not visible to you. Choose a meeting from the list.',
  },
  UNKNOWN_SUBJECT: {
    nl: 'Dit onderwerp bestaat niet, of is niet voor jou zichtbaar. Kies een knelpunt, notitie, project of vergadering.',
    en: 'This subject does not exist, or is not visible to you. Choose a case, note, project or meeting.',
  },
  PRESENTER_NOT_AT_TABLE: {
    nl: '{name} zit niet aan deze tafel. Nodig {name} eerst uit als gast bij dit punt, of typ de naam als tekst.',
    en: '{name} does not sit at this table. Invite {name} as a guest of this item first, or type the name as text.',
  },
  ITEM_GOES_ON: {
    nl: 'Dit punt gaat verder op een latere agenda. Haal het daar eerst van af.',
    en: 'This item goes on on a later agenda. Take it off there first.',
  },
  ALREADY_CARRIED_OVER: {
    nl: 'Dit punt staat al op een latere agenda.',
    en: 'This item is on a later agenda already.',
  },
  NOT_A_LATER_AGENDA: {
    nl: 'Kies een latere vergadering van dezelfde tafel die nog niet is begonnen.',
    en: 'Choose a later meeting of the same table that has not started yet.',
  },
  ALREADY_AT_TABLE: {
    nl: '{name} zit al aan deze tafel en hoeft geen uitnodiging als gast.',
    en: '{name} sits at this table already and needs no invitation as a guest.',
  },
  ALREADY_GUEST: { nl: 'Deze gast is al uitgenodigd bij dit punt.', en: 'This guest is invited to this item already.' },
  UNKNOWN_GUEST: {
    nl: 'Deze gast is bij dit punt niet uitgenodigd.',
    en: 'This guest is not invited to this item.',
  },
  GUEST_WHO: {
    nl: 'Kies iemand uit de lijst, of vul een naam in.',
    en: 'Choose somebody from the list, or fill in a name.',
  },
  BAD_MAIL_ADDRESS: {
    nl: 'Dit is geen e-mailadres. Schrijf het als naam@voorbeeld.nl.',
    en: 'This is no e-mail address. Write it like name@example.org.',
  },
  SUBSTITUTE_WHEN_ABSENT: {
    nl: 'Een vervanger komt in de plaats van wie afwezig is. Meld eerst de afwezigheid.',
    en: 'A substitute comes instead of who is absent. Report the absence first.',
  },
  SUBSTITUTE_OF_MEMBER: {
    nl: 'Alleen een lid van de tafel kan zich laten vervangen.',
    en: 'Only a member of the table can be replaced.',
  },
  SUBSTITUTE_ONESELF: { nl: 'Kies iemand anders als vervanger.', en: 'Choose somebody else as substitute.' },
  SUBSTITUTE_TAKEN: {
    nl: '{name} vervangt al iemand anders. Kies een andere vervanger.',
    en: '{name} replaces somebody else already. Choose another substitute.',
  },
  SUBSTITUTE_ABSENT: {
    nl: '{name} is zelf afwezig gemeld. Kies een andere vervanger.',
    en: '{name} is reported absent too. Choose another substitute.',
  },
  SUBSTITUTE_NOT_PUBLIC: {
    nl: 'Een vervanger ziet ook het besloten deel. Kies daarom iemand van een overheid.',
    en: 'A substitute sees the closed part too. Therefore choose somebody from a public body.',
  },
  TEMPLATE_NAME_TAKEN: {
    nl: 'Er is al een sjabloon met deze naam. Kies een andere naam, of haal het oude eerst weg.',
    en: 'There is a template with this name already. Choose another name, or remove the old one first.',
  },
  TEMPLATE_EMPTY: {
    nl: 'Een sjabloon bewaart vaste punten, en die staan hier niet op. Zet eerst een punt zonder knelpunt, notitie of ander onderwerp op de agenda.',
    en: 'A template keeps the items of every meeting, and there are none here. First put an item without a case, note or other subject on the agenda.',
  },
  UNKNOWN_TEMPLATE: {
    nl: 'Dit sjabloon bestaat niet meer, of is niet van jouw tafel.',
    en: 'This template is no longer there, or not of your table.',
  },
} as const satisfies Messages;
