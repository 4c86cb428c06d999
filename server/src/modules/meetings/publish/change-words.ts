import { localTimeOf } from '@versnellingstafel/shared/dates/local-date';
import type { MessageLocale } from '@versnellingstafel/shared/errors/messages';
import type { AgendaChange, AgendaChangeKind } from '@versnellingstafel/shared/meetings/agenda-changes';

interface Said {
  readonly title: string;
  readonly before: string;
  readonly after: string;
}
type Sentence = (said: Said) => string;

const dutch: Readonly<Record<AgendaChangeKind, Sentence>> = {
  ADDED: ({ title }) => `Nieuw: ${title}`,
  REMOVED: ({ title }) => `Vervalt: ${title}`,
  MOVED: ({ title, before, after }) =>
    before ? `${title}: van plaats ${before} naar ${after}` : `${title}: andere plaats`,
  EDITED: ({ title, before, after }) => edited(title, before, after, { from: 'was', to: 'nu', plain: 'gewijzigd' }),
  RESCHEDULED: ({ before, after }) => `Verzet van ${before} naar ${after}`,
  PLACE: ({ before, after }) => `Andere plek: ${after}; was ${before}`,
  CANCELLED: () => 'De vergadering gaat niet door',
  RESTORED: () => 'De vergadering gaat toch door',
  PAPER_ADDED: ({ title, after }) => `${title}: nieuw stuk, ${after}`,
  PAPER_REMOVED: ({ title, before }) => `${title}: stuk weggehaald, ${before}`,
};

const english: Readonly<Record<AgendaChangeKind, Sentence>> = {
  ADDED: ({ title }) => `New: ${title}`,
  REMOVED: ({ title }) => `Dropped: ${title}`,
  MOVED: ({ title, before, after }) =>
    before ? `${title}: from place ${before} to ${after}` : `${title}: another place`,
  EDITED: ({ title, before, after }) => edited(title, before, after, { from: 'was', to: 'now', plain: 'changed' }),
  RESCHEDULED: ({ before, after }) => `Moved from ${before} to ${after}`,
  PLACE: ({ before, after }) => `Another place: ${after}; was ${before}`,
  CANCELLED: () => 'The meeting does not take place',
  RESTORED: () => 'The meeting takes place after all',
  PAPER_ADDED: ({ title, after }) => `${title}: new paper, ${after}`,
  PAPER_REMOVED: ({ title, before }) => `${title}: paper removed, ${before}`,
};

const longest = 160;
const short = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${[...line].slice(0, longest).join('')}…` : line;
};

function edited(title: string, before: string, after: string, words: { from: string; to: string; plain: string }) {
  if (before && after) return `${title}: ${words.from} ${before}, ${words.to} ${after}`;
  return after ? `${title}: ${words.to} ${after}` : `${title}: ${words.plain}`;
}

/** A day with its time, as people say it in Amsterdam. */
export function dayAndTime(moment: Date, locale: MessageLocale): string {
  const day = new Intl.DateTimeFormat(locale === 'nl' ? 'nl-NL' : 'en-GB', {
    timeZone: 'Europe/Amsterdam',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
    .format(moment)
    .replace(',', '');
  return `${day} ${localTimeOf(moment)}`;
}

/** One change as a sentence. */
export function changeInWords(change: AgendaChange, locale: MessageLocale): string {
  const value = (text: string | null) => {
    if (text === null) return '';
    return change.kind === 'RESCHEDULED' ? dayAndTime(new Date(text), locale) : short(text);
  };
  const sentences = locale === 'nl' ? dutch : english;
  return sentences[change.kind]({
    title: change.title,
    before: value(change.before),
    after: value(change.after),
  });
}
