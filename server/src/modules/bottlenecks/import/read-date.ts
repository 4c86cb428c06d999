import { addDays, isLocalDate, type LocalDate } from '@versnellingstafel/shared/dates/local-date';
import { guessed, meansNothing, oneLine, type RawCell, type Reading, refused } from './import-cells.ts';

const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const monthWord = '(jan|feb|febr|mrt|maart|mar|apr|mei|may|jun|jul|aug|sep|sept|okt|oct|nov|dec)[a-z]*\\.?';
const weekday = /^(?:ma|di|wo|do|vr|za|zo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)\.?,?\s+/;
const aboutWords = /^(?:ca\.?|circa|rond|uiterlijk|voor|vóór|per|vanaf|±)\s+/;
/** What is not within these is no date of a case. */
const yearsFrom = 1990;
const yearsTo = 2100;
const dayZero = '1899-12-30';

type When = { readonly date: string; readonly sure: boolean };

/**
 * A date as people write it in a list. What can be read in one way is taken; a year of two figures, a slash, a quarter or a
 * serial number is a guess; a date that does not exist is refused.
 * @param starts of a period the first day counts, not the last.
 */
export function readDate(cell: RawCell, { today, starts }: { today: LocalDate; starts: boolean }): Reading<LocalDate> {
  const raw = oneLine(cell.text);
  if (raw === '') return { state: 'BLANK' };
  const when = cell.kind === 'DATE' ? { date: raw, sure: true } : whenOf(raw.toLowerCase(), today, starts);
  if (when === null) {
    if (meansNothing(raw)) return { state: 'BLANK', said: { code: 'CELL_NO_VALUE', values: { raw } } };
    return refused('CELL_DATE_UNREADABLE', { raw: raw.slice(0, 80) });
  }
  const year = Number(when.date.slice(0, 4));
  if (!isLocalDate(when.date)) return refused('CELL_DATE_IMPOSSIBLE', { raw });
  if (year < yearsFrom || year > yearsTo) return refused('CELL_DATE_UNREADABLE', { raw });
  return when.sure
    ? { state: 'TAKEN', value: when.date }
    : guessed(when.date, 'CELL_DATE_READ_AS', { raw, value: inDutchOrder(when.date) });
}

function inDutchOrder(date: LocalDate): string {
  return date.split('-').toReversed().join('-');
}

function whenOf(text: string, today: LocalDate, starts: boolean): When | null {
  const about = aboutWords.test(text);
  const bare = text
    .replace(aboutWords, '')
    .replace(weekday, '')
    .replace(/[ t]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?z?$/, '');
  const found = wholeDate(bare) ?? dateInWords(bare, today) ?? period(bare, starts) ?? serial(bare);
  return found && { ...found, sure: found.sure && !about };
}

function dated(year: string, month: number, day: string, sure: boolean): When {
  const full = year.length === 2 ? `20${year}` : year;
  const two = (part: string) => part.padStart(2, '0');
  return { date: `${full}-${two(String(month))}-${two(day)}`, sure: sure && year.length === 4 };
}

function wholeDate(text: string): When | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return dated(iso[1] ?? '', Number(iso[2]), iso[3] ?? '', true);
  const dutch = /^(\d{1,2})\s?([-/. ])\s?(\d{1,2})\s?[-/. ]\s?(\d{4}|'?\d{2})$/.exec(text);
  if (!dutch) return null;
  return dated((dutch[4] ?? '').replace("'", ''), Number(dutch[3]), dutch[1] ?? '', dutch[2] !== '/');
}

const monthOf = (word: string) =>
  months.indexOf(
    word.slice(0, 3).replace('maa', 'mrt').replace('mar', 'mrt').replace('may', 'mei').replace('oct', 'okt'),
  ) + 1;

function dateInWords(text: string, today: LocalDate): When | null {
  const full = new RegExp(`^(\\d{1,2})(?:e|ste)?[ -]*${monthWord}(?:[ -]*'?(\\d{4}|\\d{2}))?$`).exec(text);
  if (!full) return null;
  const [, day = '', month = '', year] = full;
  if (year !== undefined) return dated(year, monthOf(month), day, true);
  // Without a year it is the next one.
  const next = dated(today.slice(0, 4), monthOf(month), day, false);
  return next.date >= today ? next : dated(String(Number(today.slice(0, 4)) + 1), monthOf(month), day, false);
}

/** The first or the last day of a period. */
function period(text: string, starts: boolean): When | null {
  const between = (year: string, first: number, last: number): When => {
    const end = addDays(`${last === 12 ? Number(year) + 1 : year}-${String((last % 12) + 1).padStart(2, '0')}-01`, -1);
    return { date: starts ? `${year}-${String(first).padStart(2, '0')}-01` : end, sure: false };
  };
  const month = new RegExp(`^${monthWord}[ -]*(\\d{4})$`).exec(text);
  if (month) return between(month[2] ?? '', monthOf(month[1] ?? ''), monthOf(month[1] ?? ''));
  const quarter =
    /^(?:q|k|kwartaal )\s?([1-4])[ -/]*(\d{4})$/.exec(text) ??
    /^([1-4])e?\s?(?:kwartaal|kw\.?|q|k)[ -/]*(\d{4})$/.exec(text);
  if (quarter) return between(quarter[2] ?? '', Number(quarter[1]) * 3 - 2, Number(quarter[1]) * 3);
  const quarterLast = /^(\d{4})[ -/]*q([1-4])$/.exec(text);
  if (quarterLast) return between(quarterLast[1] ?? '', Number(quarterLast[2]) * 3 - 2, Number(quarterLast[2]) * 3);
  const part = /^(begin|voorjaar|medio|half|zomer|najaar|eind|einde|eerste helft|tweede helft)?\s?(\d{4})$/.exec(text);
  if (!part) return null;
  const [first, last] = partsOfYear[part[1] ?? ''] ?? [1, 12];
  return between(part[2] ?? '', first, last);
}

const partsOfYear: Readonly<Record<string, readonly [number, number]>> = {
  begin: [1, 3],
  voorjaar: [3, 5],
  medio: [6, 7],
  half: [6, 7],
  zomer: [6, 8],
  najaar: [9, 11],
  eind: [10, 12],
  einde: [10, 12],
  'eerste helft': [1, 6],
  'tweede helft': [7, 12],
};

/** The number of a day as a spreadsheet counts them, where the date was lost. */
function serial(text: string): When | null {
  const eight = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (eight) return dated(eight[1] ?? '', Number(eight[2]), eight[3] ?? '', false);
  const days = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  return days >= 32_000 && days <= 73_000 ? { date: addDays(dayZero, days), sure: false } : null;
}
