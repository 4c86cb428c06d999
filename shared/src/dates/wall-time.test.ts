import { describe, expect, test } from 'vitest';
import { isWallTime, minutesBetween, momentsOn, wallTimeFrom } from './wall-time.ts';

const on = (date: string, starts: string, ends: string) => {
  const { startsAt, endsAt } = momentsOn(date, starts, ends);
  return [startsAt.toISOString(), endsAt.toISOString()];
};

describe('a time on the clock', () => {
  test.each(['00:00', '09:30', '23:59'])('%s is one', (time) => expect(isWallTime(time)).toBe(true));
  test.each(['24:00', '9:30', '12:60', '12.30', ' 12:30', '12:30\n', ''])('%j is none', (time) =>
    expect(isWallTime(time)).toBe(false),
  );
  test.each([
    ['9', '09:00'],
    ['9:30', '09:30'],
    [' 09.30 ', '09:30'],
    ['930', '09:30'],
    ['1330', '13:30'],
    ['13u30', '13:30'],
    ['13 u', '13:00'],
  ])('%j is meant as %s', (typed, time) => expect(wallTimeFrom(typed)).toBe(time));
  test.each(['', 'half twee', '25:00', '12:75', '12345', '1:3', '-1'])('%j is meant as none', (typed) =>
    expect(wallTimeFrom(typed)).toBeNull(),
  );
  test('minutes from one to another', () => {
    expect(minutesBetween('13:30', '16:00')).toBe(150);
    expect(minutesBetween('16:00', '13:30')).toBe(-150);
  });
});

describe('the right hour, in winter and in summer', () => {
  test('the same clock, another moment', () => {
    expect(on('2026-12-10', '13:30', '16:00')).toEqual(['2026-12-10T12:30:00.000Z', '2026-12-10T15:00:00.000Z']);
    expect(on('2027-06-10', '13:30', '16:00')).toEqual(['2027-06-10T11:30:00.000Z', '2027-06-10T14:00:00.000Z']);
  });
  test('on the day that the clock is put forward, and the one before', () => {
    expect(on('2027-03-27', '13:30', '16:00')).toEqual(['2027-03-27T12:30:00.000Z', '2027-03-27T15:00:00.000Z']);
    expect(on('2027-03-28', '13:30', '16:00')).toEqual(['2027-03-28T11:30:00.000Z', '2027-03-28T14:00:00.000Z']);
  });
  test('on the day that the clock is put back, and the one before', () => {
    expect(on('2027-10-30', '13:30', '16:00')).toEqual(['2027-10-30T11:30:00.000Z', '2027-10-30T14:00:00.000Z']);
    expect(on('2027-10-31', '13:30', '16:00')).toEqual(['2027-10-31T12:30:00.000Z', '2027-10-31T15:00:00.000Z']);
  });
  test('an hour that is not there begins an hour later and never ends before it began', () => {
    expect(on('2027-03-28', '02:30', '03:00')).toEqual(['2027-03-28T01:30:00.000Z', '2027-03-28T02:00:00.000Z']);
    expect(on('2027-03-28', '01:30', '03:30')).toEqual(['2027-03-28T00:30:00.000Z', '2027-03-28T01:30:00.000Z']);
  });
  test('an hour that comes twice is the second one', () => {
    expect(on('2027-10-31', '02:30', '04:00')).toEqual(['2027-10-31T01:30:00.000Z', '2027-10-31T03:00:00.000Z']);
  });
  test('a leap day', () => {
    expect(on('2028-02-29', '13:30', '16:00')).toEqual(['2028-02-29T12:30:00.000Z', '2028-02-29T15:00:00.000Z']);
  });
});
