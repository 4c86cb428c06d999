import type { HolidayCalendar, HolidayFacts, PublicHoliday } from '@versnellingstafel/shared/dates/working-days';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import Holidays from 'date-holidays';

/** The rules of the calendar, by the holiday they stand for. */
const holidayOfRule: Readonly<Record<string, PublicHoliday>> = {
  '01-01': 'NEW_YEAR',
  'easter -2': 'GOOD_FRIDAY',
  easter: 'EASTER_SUNDAY',
  'easter 1': 'EASTER_MONDAY',
  'easter 39': 'ASCENSION_DAY',
  'easter 49': 'WHIT_SUNDAY',
  'easter 50': 'WHIT_MONDAY',
  '05-05': 'LIBERATION_DAY',
  '12-25': 'CHRISTMAS_DAY',
  '12-26': 'BOXING_DAY',
};

const netherlands = new Holidays('NL');
const years = new Map<number, ReadonlyMap<LocalDate, HolidayFacts>>();

/** The holidays of the Netherlands. Liberation Day is a day off once in five years; Good Friday is never. */
export const dutchHolidays: HolidayCalendar = {
  on(date) {
    const year = Number(date.slice(0, 4));
    const known = years.get(year) ?? holidaysOf(year);
    years.set(year, known);
    return known.get(date) ?? null;
  },
};

function holidaysOf(year: number): Map<LocalDate, HolidayFacts> {
  const found = new Map<LocalDate, HolidayFacts>();
  for (const { date, rule } of netherlands.getHolidays(year)) {
    // The King's birthday moves to the Saturday when it is a Sunday, and its rule says so.
    const holiday = rule.startsWith('04-27') ? 'KINGS_DAY' : holidayOfRule[rule];
    if (!holiday) continue;
    const dayOff = holiday === 'LIBERATION_DAY' ? year % 5 === 0 : holiday !== 'GOOD_FRIDAY';
    // Some years two fall together; then the one on which people are off is told.
    const day = date.slice(0, 10);
    if (found.get(day)?.dayOff !== true) found.set(day, { holiday, dayOff });
  }
  return found;
}
