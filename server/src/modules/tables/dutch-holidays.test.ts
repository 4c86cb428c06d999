import { expect, test } from 'vitest';
import { dutchHolidays } from './dutch-holidays.ts';

test.each([
  ['2027-01-01', 'NEW_YEAR', true],
  ['2027-03-26', 'GOOD_FRIDAY', false],
  ['2027-03-28', 'EASTER_SUNDAY', true],
  ['2027-03-29', 'EASTER_MONDAY', true],
  ['2027-04-27', 'KINGS_DAY', true],
  ['2027-05-05', 'LIBERATION_DAY', false],
  ['2030-05-05', 'LIBERATION_DAY', true],
  ['2027-05-06', 'ASCENSION_DAY', true],
  ['2027-05-16', 'WHIT_SUNDAY', true],
  ['2027-05-17', 'WHIT_MONDAY', true],
  ['2026-12-25', 'CHRISTMAS_DAY', true],
  ['2026-12-26', 'BOXING_DAY', true],
])('%s is %s (off: %s)', (date, holiday, dayOff) => {
  expect(dutchHolidays.on(date)).toEqual({ holiday, dayOff });
});

test('the birthday of the King is on Saturday when it would be a Sunday', () => {
  expect(dutchHolidays.on('2031-04-26')).toEqual({ holiday: 'KINGS_DAY', dayOff: true });
  expect(dutchHolidays.on('2031-04-27')).toBeNull();
});

test.each(['2026-12-05', '2026-05-04', '2026-12-31', '2026-05-10', '2026-12-10'])('%s is an ordinary day', (date) => {
  expect(dutchHolidays.on(date)).toBeNull();
});

test('when Ascension Day and a day to know of fall together, the day off is told', () => {
  // Liberation Day is no day off in 2016; Ascension Day is always.
  expect(dutchHolidays.on('2016-05-05')).toEqual({ holiday: 'ASCENSION_DAY', dayOff: true });
});
