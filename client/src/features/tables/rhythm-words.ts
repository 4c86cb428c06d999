import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { PublicHoliday } from '../../generated/graphql.ts';
import { toLocaleCode } from '../../lib/i18n.ts';
import { weekdayName } from './calendar-names.ts';

/** The weeks of a month that a table can meet in; 5 is the last. */
export const weekLabels: Readonly<Record<number, MessageDescriptor>> = {
  1: msg`Eerste`,
  2: msg`Tweede`,
  3: msg`Derde`,
  4: msg`Vierde`,
  5: msg`Laatste`,
};

/** Holidays as they stand in a sentence. */
export const holidayLabels: Readonly<Record<PublicHoliday, MessageDescriptor>> = {
  NEW_YEAR: msg`Nieuwjaarsdag`,
  GOOD_FRIDAY: msg`Goede Vrijdag`,
  EASTER_SUNDAY: msg`eerste paasdag`,
  EASTER_MONDAY: msg`tweede paasdag`,
  KINGS_DAY: msg`Koningsdag`,
  LIBERATION_DAY: msg`Bevrijdingsdag`,
  ASCENSION_DAY: msg`Hemelvaartsdag`,
  WHIT_SUNDAY: msg`eerste pinksterdag`,
  WHIT_MONDAY: msg`tweede pinksterdag`,
  CHRISTMAS_DAY: msg`eerste kerstdag`,
  BOXING_DAY: msg`tweede kerstdag`,
};

/** A rhythm as far as its day and time go. */
interface MeetingDay {
  week: number | null;
  weekday: number | null;
  starts: string;
  ends: string;
}

/** “elke tweede donderdag, 13:30–16:00”; null without a fixed day. */
export function useRhythmWords(): (rhythm: MeetingDay) => string | null {
  const { t, i18n } = useLingui();
  const locale = toLocaleCode(i18n.locale);
  return ({ week, weekday, starts, ends }) => {
    if (week === null || weekday === null) return null;
    const label = weekLabels[week];
    const which = label ? i18n._(label).toLowerCase() : '';
    return t`elke ${which} ${weekdayName(weekday, locale)} van de maand, ${starts}–${ends}`;
  };
}
