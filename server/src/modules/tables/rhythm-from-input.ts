import { isWallTime, minutesBetween } from '@versnellingstafel/shared/dates/wall-time';
import { type Rhythm, rhythmLimits } from '@versnellingstafel/shared/tables/rhythm';
import type { InputCheck } from '../../platform/commands/input-check.ts';
import type { RhythmInput } from './rhythm.types.ts';

/** What was sent over what was there. `week` or `weekday` alone changes that part; null for both takes the day away. */
export function rhythmFrom(before: Rhythm, input: Partial<RhythmInput>, check: InputCheck): Rhythm {
  const { hoursMax, daysMin, daysMax, workingDaysMax, locationMax, monthsAheadMin, monthsAheadMax } = rhythmLimits;
  const days = (field: 'submitDaysBefore' | 'papersDaysBefore' | 'minutesDaysAfter') =>
    check.whole(field, input[field] ?? before[field], { min: daysMin, max: daysMax });
  const rhythm: Rhythm = {
    day: dayFrom(before, input, check),
    starts: timeFrom('starts', input.starts ?? before.starts, check),
    ends: timeFrom('ends', input.ends ?? before.ends, check),
    location: check.text('location', input.location ?? before.location, { max: locationMax, singleLine: true }),
    submitDaysBefore: days('submitDaysBefore'),
    papersDaysBefore: days('papersDaysBefore'),
    minutesDaysAfter: days('minutesDaysAfter'),
    feedbackWorkingDays: check.whole('feedbackWorkingDays', input.feedbackWorkingDays ?? before.feedbackWorkingDays, {
      min: daysMin,
      max: workingDaysMax,
    }),
    monthsWithout: monthsFrom(input.monthsWithout ?? before.monthsWithout, check),
    monthsAhead: check.whole('monthsAhead', input.monthsAhead ?? before.monthsAhead, {
      min: monthsAheadMin,
      max: monthsAheadMax,
    }),
    keepFilled: input.keepFilled ?? before.keepFilled,
  };
  if (rhythm.day !== null && rhythm.location === '') check.refuse('location', 'REQUIRED');
  if (!check.hasProblem('starts') && !check.hasProblem('ends')) {
    const minutes = minutesBetween(rhythm.starts, rhythm.ends);
    if (minutes <= 0) check.refuse('ends', 'DATE_ORDER', { other: 'starts' });
    else if (minutes > hoursMax * 60) check.refuse('ends', 'MEETING_TOO_LONG', { hours: hoursMax });
  }
  return rhythm;
}

function dayFrom(before: Rhythm, input: Partial<RhythmInput>, check: InputCheck): Rhythm['day'] {
  const week = input.week === undefined ? (before.day?.week ?? null) : input.week;
  const weekday = input.weekday === undefined ? (before.day?.weekday ?? null) : input.weekday;
  if (week === null && weekday === null) return null;
  if (week === null || weekday === null) {
    check.refuse(week === null ? 'week' : 'weekday', 'REQUIRED');
    return null;
  }
  return {
    week: check.whole('week', week, { min: 1, max: 5 }),
    weekday: check.whole('weekday', weekday, { min: 1, max: 7 }),
  };
}

function timeFrom(field: string, value: string, check: InputCheck): string {
  const time = value.trim();
  if (!isWallTime(time)) check.refuse(field, 'BAD_TIME');
  return time;
}

function monthsFrom(values: readonly number[], check: InputCheck): number[] {
  const months = [...new Set(check.atMost('monthsWithout', values, 12))].toSorted((one, other) => one - other);
  if (months.some((month) => !Number.isInteger(month) || month < 1 || month > 12))
    check.refuse('monthsWithout', 'OUT_OF_RANGE', { min: 1, max: 12 });
  else if (months.length === 12) check.refuse('monthsWithout', 'NO_MONTH_LEFT');
  return months;
}
