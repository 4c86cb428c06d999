import { intlLocale, type LocaleCode } from './i18n.ts';

/** All dates of the product are days and clock times in the Netherlands, wherever the reader's device thinks it is. */
const timeZone = 'Europe/Amsterdam';

const dayInMs = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: LocaleCode, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}${JSON.stringify(options)}`;
  let found = formatters.get(key);
  if (!found) formatters.set(key, (found = new Intl.DateTimeFormat(intlLocale[locale], options)));
  return found;
}

/** Dates never break over two lines, and English loses the comma after its weekday. */
const joined = (text: string): string => text.replace(',', '').replaceAll(/[ \u202f]/g, '\u00a0');

/** The day in Amsterdam (`2026-12-10`) of an ISO day or moment. */
export function dayOf(iso: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) return iso;
  const parts = formatter('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(
    new Date(iso),
  );
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Today in Amsterdam, as an ISO day. @param now the moment that counts as now */
export const today = (now: Date = new Date()): string => dayOf(now.toISOString());

const noon = (iso: string): Date => new Date(`${dayOf(iso)}T12:00:00Z`);

/** Whole days from `from` to `iso`: negative when it is past. */
export function distanceInDays(iso: string, from: string = today()): number {
  return Math.round((noon(iso).getTime() - noon(from).getTime()) / dayInMs);
}

/** How a deadline at this distance is judged: late after the day, soon in its last three days. */
export function dueTone(days: number): 'late' | 'soon' | 'later' {
  if (days < 0) return 'late';
  return days <= 3 ? 'soon' : 'later';
}

const otherYear = (iso: string, reference: string): boolean => dayOf(iso).slice(0, 4) !== dayOf(reference).slice(0, 4);

/** “do 10 dec”; “31 mrt 2027” when the year is not that of `from`. */
export function formatDay(iso: string, locale: LocaleCode = 'nl', from: string = today()): string {
  const year = otherYear(iso, from);
  const options: Intl.DateTimeFormatOptions = year ? { year: 'numeric' } : { weekday: 'short' };
  return joined(formatter(locale, { ...options, day: 'numeric', month: 'short', timeZone: 'UTC' }).format(noon(iso)));
}

/** “donderdag 10 december”, with the year when it is another. */
export function formatLongDay(iso: string, locale: LocaleCode = 'nl', from: string = today()): string {
  const year: Intl.DateTimeFormatOptions = otherYear(iso, from) ? { year: 'numeric' } : {};
  return joined(
    formatter(locale, { ...year, weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' }).format(noon(iso)),
  );
}

/** “10 december 2026”: for law and validity, where the year always counts. */
export function formatDate(iso: string, locale: LocaleCode = 'nl'): string {
  return joined(
    formatter(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon(iso)),
  );
}

/** “14:32” in Amsterdam, of an ISO moment. */
export function formatTime(iso: string, locale: LocaleCode = 'nl'): string {
  return formatter(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(new Date(iso));
}

const nearDay: Record<LocaleCode, Record<string, string>> = {
  nl: { '0': 'vandaag', '-1': 'gisteren', '1': 'morgen' },
  en: { '0': 'today', '-1': 'yesterday', '1': 'tomorrow' },
};

/** “vandaag 14:32”, “gisteren 09:10”, “do 19 nov 16:20”. */
export function formatMoment(iso: string, locale: LocaleCode = 'nl', from: string = today()): string {
  const near = nearDay[locale][String(distanceInDays(iso, from))];
  return `${near ?? formatDay(iso, locale, from)}\u00a0${formatTime(iso, locale)}`;
}
