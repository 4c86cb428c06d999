import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import * as dates from './dates.ts';
import { toLocaleCode } from './i18n.ts';
import { formatNumber, formatPercent } from './numbers.ts';

/** Everything that turns a value into words, in the active language. */
export interface Format {
  /** “do 10 dec” */
  day: (iso: string) => string;
  /** “donderdag 10 december” */
  longDay: (iso: string) => string;
  /** “10 december 2026” */
  date: (iso: string) => string;
  /** “14:32” */
  time: (iso: string) => string;
  /** “vandaag 14:32” */
  moment: (iso: string) => string;
  /** “over 17 dagen”, “vandaag”, “4 dagen geleden” */
  distance: (iso: string) => string;
  /** “over 17 dagen”, “vandaag”, “4 dagen te laat” */
  deadline: (iso: string) => string;
  /** “2.289” */
  number: (value: number) => string;
  /** “43%” */
  percent: (share: number) => string;
  /** “240 kB”, “1,4 MB” */
  fileSize: (bytes: number) => string;
  /** “85 woningen” */
  homes: (count: number) => string;
}

/** Months say more than days once half a year lies between. */
const daysInWords = 183;

/** Formatters bound to the active language. @param today the day that counts as today (ISO), for tests and fixed screens */
export function useFormat(today: string = dates.today()): Format {
  const { t, i18n } = useLingui();
  const locale = toLocaleCode(i18n.locale);

  function ahead(days: number): string {
    if (days === 0) return t`vandaag`;
    if (days === 1) return t`morgen`;
    if (days <= daysInWords) return t`over ${plural(days, { one: '# dag', other: '# dagen' })}`;
    const months = Math.round(days / 30.44);
    return t`over ${plural(months, { one: '# maand', other: '# maanden' })}`;
  }

  function distance(iso: string): string {
    const days = dates.distanceInDays(iso, today);
    if (days >= 0) return ahead(days);
    if (days === -1) return t`gisteren`;
    return t`${plural(-days, { one: '# dag', other: '# dagen' })} geleden`;
  }

  function deadline(iso: string): string {
    const days = dates.distanceInDays(iso, today);
    return days >= 0 ? ahead(days) : t`${plural(-days, { one: '# dag', other: '# dagen' })} te laat`;
  }

  function fileSize(bytes: number): string {
    const kilobytes = Math.max(1, Math.round(bytes / 1000));
    if (kilobytes < 1000) return t`${formatNumber(kilobytes, locale)} kB`;
    return t`${formatNumber(Math.round(kilobytes / 100) / 10, locale)} MB`;
  }

  return {
    fileSize,
    day: (iso) => dates.formatDay(iso, locale, today),
    longDay: (iso) => dates.formatLongDay(iso, locale, today),
    date: (iso) => dates.formatDate(iso, locale),
    time: (iso) => dates.formatTime(iso, locale),
    moment: (iso) => dates.formatMoment(iso, locale, today),
    distance,
    deadline,
    number: (value) => formatNumber(value, locale),
    percent: (share) => formatPercent(share, locale),
    homes: (count) => t`${formatNumber(count, locale)} ${plural(count, { one: 'woning', other: 'woningen' })}`,
  };
}
