import { actionMessages } from './action-messages.ts';
import { escalationMessages } from './escalation-messages.ts';
import { fieldNames } from './field-names.ts';
import { fileMessages } from './file-messages.ts';
import { importMessages } from './import-messages.ts';
import { intakeMessages } from './intake-messages.ts';
import { legalEventMessages } from './legal-event-messages.ts';
import { listMessages } from './list-messages.ts';
import { meetingMessages } from './meeting-messages.ts';
import type { MessageLocale, Messages } from './message.ts';
import { minutesMessages } from './minutes-messages.ts';
import { noteMessages } from './note-messages.ts';
import { patternMessages } from './pattern-messages.ts';
import { rhythmMessages } from './rhythm-messages.ts';
import { tendMessages } from './tend-messages.ts';

export type { MessageLocale } from './message.ts';
type Values = Readonly<Record<string, string | number>>;

/**
 * Every code a program may meet, with a sentence for people that says what to do next.
 * `{name}` is filled in. A code never changes its meaning.
 */
export const messages = {
  UNAUTHENTICATED: {
    nl: 'Je bent niet aangemeld. Meld je aan en probeer het opnieuw.',
    en: 'You are not signed in. Sign in and try again.',
  },
  FORBIDDEN: { nl: 'Dit mag je hier niet doen.', en: 'You may not do this here.' },
  NOT_FOUND: {
    nl: 'Dit is er niet, of het is niet voor jou zichtbaar. Controleer de link of het nummer.',
    en: 'This is not there, or not visible to you. Check the link or the number.',
  },
  BAD_CURSOR: {
    nl: 'Deze plek in de lijst is niet meer geldig. Begin bovenaan.',
    en: 'This place in the list is no longer valid. Start from the top.',
  },
  BAD_ID: {
    nl: 'Dit kenmerk heeft niet de goede vorm. Neem het over uit een eerder antwoord.',
    en: 'This id has the wrong form. Take it from an earlier answer.',
  },
  CONFLICT: {
    nl: 'Iemand anders heeft dit intussen gewijzigd. Vergelijk de verschillen en bewaar opnieuw.',
    en: 'Somebody else changed this meanwhile. Compare the differences and save again.',
  },
  INVALID_TRANSITION: {
    nl: 'Dit kan niet vanuit de staat waarin het knelpunt nu is. Kies een van de stappen die wel kunnen.',
    en: 'This is not possible from the state the bottleneck is in. Choose one of the steps that are.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    nl: 'Deze sleutel is al gebruikt voor een ander verzoek. Gebruik een nieuwe sleutel.',
    en: 'This key was used for another request. Use a new key.',
  },
  RATE_LIMITED: {
    nl: 'Te veel pogingen. Wacht een minuut en probeer het opnieuw.',
    en: 'Too many attempts. Wait a minute and try again.',
  },
  DATABASE_UNAVAILABLE: {
    nl: 'De gegevens zijn even niet bereikbaar. Je tekst is niet bewaard; probeer het zo opnieuw.',
    en: 'The data cannot be reached for a moment. Your text was not saved; try again shortly.',
  },
  INTERNAL: {
    nl: 'Er ging iets mis bij ons. Probeer het opnieuw; blijft het, noem dan deze code.',
    en: 'Something went wrong on our side. Try again; if it stays, mention this code.',
  },
  DEMO_ONLY: {
    nl: 'Aanmelden als demopersoon kan alleen in de demo.',
    en: 'Signing in as a demo person is possible in the demo only.',
  },
  UNKNOWN_PERSONA: {
    nl: 'Deze demopersoon bestaat niet. Kies iemand uit de lijst.',
    en: 'This demo person does not exist. Choose somebody from the list.',
  },
  REQUIRED: { nl: '{field} ontbreekt. Vul het in.', en: '{field} is missing. Fill it in.' },
  TOO_SHORT: {
    nl: '{field} is te kort: schrijf minstens {min} tekens.',
    en: '{field} is too short: write at least {min} characters.',
  },
  TOO_LONG: {
    nl: '{field} is te lang: {length} tekens, hoogstens {max}. Kort het in.',
    en: '{field} is too long: {length} characters, at most {max}. Shorten it.',
  },
  TOO_MANY: { nl: '{field}: hoogstens {max}. Haal er een paar weg.', en: '{field}: at most {max}. Remove some.' },
  OUT_OF_RANGE: { nl: '{field} moet tussen {min} en {max} liggen.', en: '{field} must be between {min} and {max}.' },
  BAD_DATE: {
    nl: '{field} is geen bestaande datum. Schrijf bijvoorbeeld 2026-12-10.',
    en: '{field} is not an existing date. Write for example 2026-12-10.',
  },
  DATE_IN_PAST: {
    nl: '{field} ligt in het verleden. Kies vandaag of later.',
    en: '{field} lies in the past. Choose today or later.',
  },
  DATE_TOO_FAR: {
    nl: '{field} ligt te ver vooruit: hoogstens {years} jaar. Kies een eerdere datum.',
    en: '{field} lies too far ahead: at most {years} years. Choose an earlier date.',
  },
  DATE_IN_FUTURE: {
    nl: '{field} ligt in de toekomst. Kies vandaag of eerder.',
    en: '{field} lies in the future. Choose today or earlier.',
  },
  BROKEN_ECLI: {
    nl: '“{ecli}” is geen geldige ECLI. Schrijf hem zonder spaties als ECLI:NL:RVS:2024:4923, of neem hem over van uitspraken.rechtspraak.nl.',
    en: '“{ecli}” is not a valid ECLI. Write it without spaces like ECLI:NL:RVS:2024:4923, or copy it from uitspraken.rechtspraak.nl.',
  },
  DATE_ORDER: { nl: '{field} moet na {other} liggen.', en: '{field} must be after {other}.' },
  CONTROL_CHARACTERS: {
    nl: '{field} bevat tekens die niet te bewaren zijn. Typ de tekst opnieuw of plak zonder opmaak.',
    en: '{field} contains characters that cannot be stored. Retype the text or paste it plain.',
  },
  BAD_FORM: {
    nl: '{field} heeft niet de goede vorm. Vul het opnieuw in.',
    en: '{field} has the wrong form. Fill it in again.',
  },
  BAD_MOMENT: {
    nl: '{field} is geen bestaand moment. Schrijf bijvoorbeeld 2026-12-10T12:30:00Z.',
    en: '{field} is not an existing moment. Write for example 2026-12-10T12:30:00Z.',
  },
  NOT_WHOLE: {
    nl: '{field} is geen heel getal, of te groot. Schrijf een geheel getal.',
    en: '{field} is not a whole number, or too large. Write a whole number.',
  },
  UNKNOWN_CHOICE: {
    nl: '{field} kent deze keuze niet. Kies er een uit de lijst.',
    en: '{field} has no such choice. Choose one from the list.',
  },
  UNKNOWN_FIELD: {
    nl: 'Hier hoort een veld niet dat wel is gestuurd. Haal het weg.',
    en: 'A field was sent that does not belong here. Remove it.',
  },
  TOO_DEEP: {
    nl: 'Dit verzoek is te groot of te diep genest. Stuur minder tegelijk.',
    en: 'This request is too large or nested too deeply. Send less at once.',
  },
  BAD_PAGE_SIZE: { nl: 'Vraag 1 tot {max} rijen tegelijk.', en: 'Ask for 1 to {max} rows at once.' },
  BAD_KEY: {
    nl: 'Een sleutel voor herhaling heeft 1 tot 200 gewone tekens. Maak een nieuwe.',
    en: 'An idempotency key has 1 to 200 printable characters. Make a new one.',
  },
  TOO_MANY_VALUES: {
    nl: 'Hoogstens {max} waarden in één filter. Haal er een paar weg.',
    en: 'At most {max} values in one filter. Remove some.',
  },
  UNKNOWN_PROJECT: {
    nl: 'Dit project bestaat niet, of het is niet voor jou zichtbaar. Kies een project uit de lijst.',
    en: 'This project does not exist, or is not visible to you. Choose one from the list.',
  },
  DUPLICATE_PROJECT: {
    nl: 'Dit project staat er twee keer. Haal er één weg.',
    en: 'This project is listed twice. Remove one.',
  },
  REAL_PROJECT_IN_DEMO: {
    nl: 'In de demo hangen we geen knelpunt aan een echt project. Kies een verzonnen project.',
    en: 'In the demo no bottleneck is hung on a real project. Choose a fictional one.',
  },
  UNKNOWN_THEME: {
    nl: 'Dit thema bestaat niet of geldt niet meer. Kies een thema uit de lijst.',
    en: 'This theme does not exist or no longer holds. Choose one from the list.',
  },
  UNKNOWN_PERSON: {
    nl: 'Deze persoon is niet bekend. Kies iemand uit de lijst.',
    en: 'This person is not known. Choose somebody from the list.',
  },
  UNKNOWN_TABLE: {
    nl: 'Deze tafel bestaat niet, of je zit er niet aan. Kies een tafel uit de lijst.',
    en: 'This table does not exist, or you are not at it. Choose one from the list.',
  },
  UNKNOWN_NOTE_VERSION: {
    nl: 'Deze versie is er niet, of is niet voor jou te lezen. Kies een andere uit de lijst.',
    en: 'This version is not there, or is not yours to read. Choose another from the list.',
  },
  UNKNOWN_NOTE: {
    nl: 'Deze notitie bestaat niet, of is niet voor jou zichtbaar. Zoek haar opnieuw op.',
    en: 'This note does not exist, or is not visible to you. Look it up again.',
  },
  ONE_NOTE_ONLY: {
    nl: 'Kies een bestaande notitie of schrijf een nieuwe, niet allebei.',
    en: 'Choose an existing note or write a new one, not both.',
  },
  PERSON_EXCLUDED: {
    nl: 'Deze persoon is van dit knelpunt uitgesloten. Kies iemand anders, of haal eerst de uitsluiting weg.',
    en: 'This person is excluded from this bottleneck. Choose somebody else, or lift the exclusion first.',
  },
  OWNER_EXCLUDED: {
    nl: 'De eigenaar kan niet uitgesloten zijn. Wijs eerst een andere eigenaar aan, of haal de uitsluiting weg.',
    en: 'The owner cannot be excluded. Name another owner first, or lift the exclusion.',
  },
  SHARED_AND_EXCLUDED: {
    nl: 'Deze persoon staat bij delen en bij uitsluiten. Kies één van beide.',
    en: 'This person is listed under sharing and under exclusion. Choose one.',
  },
  UNKNOWN_BOTTLENECK: {
    nl: 'Dit knelpunt bestaat niet, of is niet voor jou zichtbaar. Controleer het nummer.',
    en: 'This bottleneck does not exist, or is not visible to you. Check the number.',
  },
  NO_REGION: {
    nl: 'Je hoort niet bij één regio. Kies openbaar of vertrouwelijk.',
    en: 'You do not belong to one region. Choose public or confidential.',
  },
  NO_MEETING_PLANNED: {
    nl: 'Deze tafel heeft nog geen volgende vergadering. Plan er eerst een.',
    en: 'This table has no next meeting yet. Plan one first.',
  },
  ALREADY_ON_AGENDA: { nl: 'Dit knelpunt staat al op deze agenda.', en: 'This bottleneck is already on this agenda.' },
  MEETING_OVERLAPS: {
    nl: 'Deze tafel vergadert dan al. Kies een andere tijd.',
    en: 'This table already meets then. Choose another time.',
  },
  MEETING_TOO_LONG: {
    nl: 'Een vergadering duurt hoogstens {hours} uur. Kies een eerder einde.',
    en: 'A meeting lasts at most {hours} hours. Choose an earlier end.',
  },
  AGENDA_EMPTY: {
    nl: 'De agenda is nog leeg. Zet er eerst een punt op.',
    en: 'The agenda is still empty. Add an item first.',
  },
  OTHER_TABLE_MEETING: {
    nl: 'Deze vergadering is niet van de tafel die het knelpunt heeft. Kies een vergadering van die tafel.',
    en: 'This meeting is not of the table that holds the bottleneck. Choose a meeting of that table.',
  },
  ALREADY_MEMBER: { nl: 'Deze persoon zit al aan deze tafel.', en: 'This person is already at this table.' },
  NOTHING_TO_UNDO: {
    nl: 'Er valt niets terug te draaien: iemand heeft er al op voortgebouwd, of het was niet jouw stap.',
    en: 'Nothing to undo: somebody built on it already, or it was not your step.',
  },
  WRONG_STATE: {
    nl: 'Dat past niet bij de staat waarin het knelpunt nu is.',
    en: 'That does not fit the state the bottleneck is in.',
  },
  OWNER_ONLY: { nl: 'Dat kan de eigenaar van het knelpunt.', en: 'The owner of the bottleneck can do that.' },
  SECRETARY_ONLY: { nl: 'Dat kan de secretaris van de tafel.', en: 'The secretary of the table can do that.' },
  CHAIR_OR_SECRETARY_ONLY: {
    nl: 'Dat kan de voorzitter of de secretaris van de tafel.',
    en: 'The chair or the secretary of the table can do that.',
  },
  OWNER_OR_TABLE_ONLY: {
    nl: 'Dat kan de eigenaar, of de voorzitter of secretaris van de tafel.',
    en: 'The owner can do that, or the chair or secretary of the table.',
  },
  CASE_OR_TABLE_ONLY: {
    nl: 'Dat kunnen de mensen van dit knelpunt en de deelnemers van de tafel. Vraag de eigenaar om het voor je te doen.',
    en: 'The people of this bottleneck and the members of the table can do that. Ask the owner to do it for you.',
  },
  AUTHOR_ONLY: { nl: 'Dat kan alleen wie het schreef.', en: 'Only who wrote it can do that.' },
  AUTHOR_OR_SECRETARY_ONLY: {
    nl: 'Dat kan wie het plaatste, of de secretaris van de tafel.',
    en: 'Who placed it can do that, or the secretary of the table.',
  },
  REMOVED: { nl: 'Dit is weggehaald. Zet het eerst terug.', en: 'This was taken away. Put it back first.' },
  NOT_REMOVED: {
    nl: 'Dit staat er nog: er is niets terug te zetten.',
    en: 'This still stands there: nothing to put back.',
  },
  FILE_GONE: {
    nl: 'Dit bestand is langer dan een dag weg en dus opgeruimd. Voeg het opnieuw toe.',
    en: 'This file has been away for over a day and was cleared. Add it again.',
  },
  UNKNOWN_COMMENT: {
    nl: 'Deze reactie bestaat niet, of is niet voor jou zichtbaar. Vernieuw de pagina.',
    en: 'This comment does not exist, or is not visible to you. Refresh the page.',
  },
  UNKNOWN_ATTACHMENT: {
    nl: 'Deze bijlage bestaat niet, of is niet voor jou zichtbaar. Vernieuw de pagina.',
    en: 'This attachment does not exist, or is not visible to you. Refresh the page.',
  },
  PERSON_SEES_NOT: {
    nl: '{name} kan dit knelpunt niet zien. Deel het eerst, of noem iemand anders.',
    en: '{name} cannot see this bottleneck. Share it first, or name somebody else.',
  },
  OWNER_LEAD_OR_TABLE_ONLY: {
    nl: 'Dat kan de eigenaar, de trekker, of de voorzitter of secretaris van de tafel.',
    en: 'The owner or lead can do that, or the chair or secretary of the table.',
  },
  NO_PARENT_TABLE: { nl: 'Boven deze tafel staat geen andere tafel.', en: 'There is no table above this one.' },
  AUTHOR_OR_EDITOR_ONLY: {
    nl: 'Dat kan de auteur of een kennisredacteur.',
    en: 'The author or a knowledge editor can do that.',
  },
  VALIDATOR_ONLY: {
    nl: 'Valideren kan iemand anders dan de auteur, met de rol validator.',
    en: 'A validator other than the author can do that.',
  },
  NOTE_ARCHIVED: { nl: 'Deze notitie is gearchiveerd.', en: 'This note is archived.' },
  NO_ROLE: {
    nl: 'Daarvoor heb je een rol bij een organisatie of een plaats aan een tafel nodig.',
    en: 'That needs a role in an organisation or a place at a table.',
  },
  ...escalationMessages,
  ...noteMessages,
  ...importMessages,
  ...intakeMessages,
  ...legalEventMessages,
  ...tendMessages,
  ...listMessages,
  ...actionMessages,
  ...fileMessages,
  ...meetingMessages,
  ...minutesMessages,
  ...patternMessages,
  ...rhythmMessages,
} as const satisfies Messages;

export type MessageCode = keyof typeof messages;

/** The sentence for a code in a language; `values.field` may be a schema name and is put into words. */
export function messageFor(code: MessageCode, locale: MessageLocale, values: Values = {}): string {
  const inWords: Record<string, string | number> = { ...values };
  for (const key of ['field', 'other']) {
    const name = values[key];
    if (typeof name === 'string') inWords[key] = fieldNames[name]?.[locale] ?? name;
  }
  return messages[code][locale].replace(/\{(\w+)\}/g, (whole, key: string) => String(inWords[key] ?? whole));
}
