import { intlLocale, type LocaleCode } from '../../lib/i18n.ts';

/** “donderdag”; 1 is Monday. */
export function weekdayName(weekday: number, locale: LocaleCode): string {
  // The first of January 2024 is a Monday.
  const date = new Date(Date.UTC(2024, 0, weekday));
  return new Intl.DateTimeFormat(intlLocale[locale], { weekday: 'long', timeZone: 'UTC' }).format(date);
}

/** “augustus”; 1 is January. */
export function monthName(month: number, locale: LocaleCode): string {
  const date = new Date(Date.UTC(2024, month - 1, 1));
  return new Intl.DateTimeFormat(intlLocale[locale], { month: 'long', timeZone: 'UTC' }).format(date);
}
