import { intlLocale, type LocaleCode } from './i18n.ts';

/** “2.289” in Dutch, “2,289” in English. */
export function formatNumber(value: number, locale: LocaleCode = 'nl'): string {
  return new Intl.NumberFormat(intlLocale[locale]).format(value);
}

/** “43%” of a share between 0 and 1. */
export function formatPercent(share: number, locale: LocaleCode = 'nl'): string {
  return new Intl.NumberFormat(intlLocale[locale], { style: 'percent', maximumFractionDigits: 0 }).format(share);
}
