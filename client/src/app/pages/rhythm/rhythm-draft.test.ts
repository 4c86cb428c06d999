import { expect, test } from 'vitest';
import { clashing, differing, inputOf, merged, type RhythmDraft } from './rhythm-draft.ts';

const base: RhythmDraft = {
  week: 2,
  weekday: 4,
  starts: '13:30',
  ends: '16:00',
  location: 'Zwolle',
  submitDaysBefore: 14,
  papersDaysBefore: 7,
  minutesDaysAfter: 7,
  feedbackWorkingDays: 5,
  monthsWithout: [8],
  monthsAhead: 6,
  keepFilled: true,
};

test('only what differs is sent, times as the server writes them', () => {
  const mine = { ...base, starts: '9.30', location: ' Raalte ', monthsWithout: [7, 8] };
  expect(differing(mine, base)).toEqual(['starts', 'location', 'monthsWithout']);
  expect(inputOf(mine, differing(mine, base))).toEqual({ starts: '09:30', location: 'Raalte', monthsWithout: [7, 8] });
});

test('a day is sent with both its parts, and goes with both', () => {
  expect(inputOf({ ...base, week: 3 }, ['week'])).toEqual({ week: 3, weekday: 4 });
  expect(inputOf({ ...base, week: null }, ['week'])).toEqual({ week: null, weekday: null });
});

test('what is no time is sent as it is typed, for the server to say so', () => {
  expect(inputOf({ ...base, ends: 'vier uur' }, ['ends'])).toEqual({ ends: 'vier uur' });
});

test('two people who change other parts both get theirs; the same part is a clash', () => {
  const mine = { ...base, starts: '14:00', location: 'Raalte' };
  const theirs = { ...base, monthsAhead: 9, location: 'Kampen' };
  expect(clashing(mine, base, theirs)).toEqual(['location']);
  expect(clashing(mine, base, { ...theirs, location: 'Raalte' })).toEqual([]);
  expect(merged(mine, base, theirs, {})).toEqual({ ...base, starts: '14:00', monthsAhead: 9, location: 'Raalte' });
  expect(merged(mine, base, theirs, { location: 'theirs' })).toMatchObject({ starts: '14:00', location: 'Kampen' });
});
