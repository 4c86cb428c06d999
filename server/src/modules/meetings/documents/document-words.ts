import type { MessageLocale } from '@versnellingstafel/shared/errors/message';
import { type LocalDate, localDateOf, localTimeOf } from '@versnellingstafel/shared/dates/local-date';

const dutch = {
  AGENDA: 'Agenda',
  MINUTES: 'Verslag',
  DECISIONS: 'Besluitenlijst',
  ACTIONS: 'Actielijst',
  concept: 'Concept',
  conceptUnpublished: 'Concept, met wijzigingen die nog niet gepubliceerd zijn',
  conceptRunning: 'Concept, de vergadering is nog niet gesloten',
  withClosedPart: 'Met besloten deel, niet verspreiden',
  cancelled: 'Afgezegd',
  table: 'Tafel',
  date: 'Datum',
  time: 'Tijd',
  place: 'Plaats',
  purpose: 'Doel',
  presenter: 'Inbreng',
  about: 'Over',
  papers: 'Stukken',
  closedPart: 'Besloten deel',
  proposedDecision: 'Voorgesteld besluit',
  overview: 'Overzicht',
  number: 'Nummer',
  item: 'Agendapunt',
  minutesShort: 'Minuten',
  attendance: 'Aanwezigheid',
  name: 'Naam',
  organisation: 'Organisatie',
  role: 'Rol',
  presence: 'Aanwezig',
  outcome: 'Uitkomst',
  decision: 'Besluit',
  amendedDecision: 'Gewijzigd besluit',
  informed: 'Ter kennisname',
  action: 'Actie',
  bottleneck: 'Knelpunt',
  note: 'Notitie',
  proposedWas: 'Voorgesteld was',
  what: 'Wat',
  who: 'Wie',
  by: 'Uiterlijk',
  carriedOver: 'Gaat verder in de vergadering van',
  decisions: 'Besluiten',
  actions: 'Acties',
  noDecisions: 'Er is niets besloten.',
  noActions: 'Er zijn geen acties afgesproken.',
  addenda: 'Aanvullingen',
  addendum: 'Aanvulling',
  adopted: 'Vastgesteld',
  adoptedIn: 'in de vergadering van',
  adoptedInWriting: 'buiten een vergadering',
  hash: 'Kenmerk (SHA-256)',
  guest: 'Gast',
  insteadOf: 'namens',
  until: 'tot',
  from: 'van',
  INFORM: 'Informeren',
  DISCUSS: 'Bespreken',
  DECIDE: 'Besluiten',
  CHAIR: 'Voorzitter',
  SECRETARY: 'Secretaris',
  PARTICIPANT: 'Deelnemer',
  OBSERVER: 'Toehoorder',
  IN_ROOM: 'In de zaal',
  ONLINE: 'Online',
  ABSENT_WITH_NOTICE: 'Afwezig met bericht',
  ABSENT: 'Afwezig',
} as const;

/** Words that documents are made of. */
export type Words = Readonly<Record<keyof typeof dutch, string>>;

const english: Words = {
  AGENDA: 'Agenda',
  MINUTES: 'Minutes',
  DECISIONS: 'Decisions',
  ACTIONS: 'Actions',
  concept: 'Draft',
  conceptUnpublished: 'Draft, with changes that are not published yet',
  conceptRunning: 'Draft, the meeting is not closed yet',
  withClosedPart: 'With the closed part, not to be passed on',
  cancelled: 'Cancelled',
  table: 'Table',
  date: 'Date',
  time: 'Time',
  place: 'Place',
  purpose: 'Purpose',
  presenter: 'Presented by',
  about: 'About',
  papers: 'Papers',
  closedPart: 'Closed part',
  proposedDecision: 'Proposed decision',
  overview: 'Overview',
  number: 'Number',
  item: 'Item',
  minutesShort: 'Minutes',
  attendance: 'Attendance',
  name: 'Name',
  organisation: 'Organisation',
  role: 'Role',
  presence: 'Present',
  outcome: 'Outcome',
  decision: 'Decision',
  amendedDecision: 'Amended decision',
  informed: 'For information',
  action: 'Action',
  bottleneck: 'Bottleneck',
  note: 'Note',
  proposedWas: 'Proposed was',
  what: 'What',
  who: 'Who',
  by: 'Due',
  carriedOver: 'Goes on at the meeting of',
  decisions: 'Decisions',
  actions: 'Actions',
  noDecisions: 'Nothing was decided.',
  noActions: 'No actions were agreed.',
  addenda: 'Addenda',
  addendum: 'Addendum',
  adopted: 'Adopted',
  adoptedIn: 'at the meeting of',
  adoptedInWriting: 'outside a meeting',
  hash: 'Fingerprint (SHA-256)',
  guest: 'Guest',
  insteadOf: 'for',
  until: 'until',
  from: 'from',
  INFORM: 'Inform',
  DISCUSS: 'Discuss',
  DECIDE: 'Decide',
  CHAIR: 'Chair',
  SECRETARY: 'Secretary',
  PARTICIPANT: 'Participant',
  OBSERVER: 'Observer',
  IN_ROOM: 'In the room',
  ONLINE: 'Online',
  ABSENT_WITH_NOTICE: 'Absent with notice',
  ABSENT: 'Absent',
};

/** The words of documents in a language. */
export function wordsIn(locale: MessageLocale): Words {
  return locale === 'nl' ? dutch : english;
}

const languages = { nl: 'nl-NL', en: 'en-GB' } as const;

/** A day as it is written in full: "donderdag 10 december 2026". */
function longDay(locale: MessageLocale, date: LocalDate): string {
  return new Intl.DateTimeFormat(languages[locale], { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${date}T12:00:00Z`),
  );
}

/** A day in a table: "10 december 2026". */
export function day(locale: MessageLocale, date: LocalDate): string {
  return new Intl.DateTimeFormat(languages[locale], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T12:00:00Z`),
  );
}

/** The day of a moment in Amsterdam, in full. */
export function longDayOf(locale: MessageLocale, moment: Date): string {
  return longDay(locale, localDateOf(moment));
}

/** From when to when, on the clock of Amsterdam. */
export function times(words: Words, from: Date, until: Date): string {
  return `${localTimeOf(from)} ${words.until} ${localTimeOf(until)}`;
}
