import { expect, test } from 'vitest';
import { dueChoices } from './due-choices.ts';
import type { Run } from './run-documents.ts';
import { placeOf, startOf, stopNow, type SeenStop } from './run-facts.ts';
import { clockAfter, clockText } from './use-clock.ts';

const at = (minutes: number): string => new Date(Date.parse('2026-12-10T12:30:00Z') + minutes * 60_000).toISOString();

function stop(
  id: string,
  from: number,
  minutes: number,
  progress: SeenStop['time']['progress'],
  hidden = false,
): SeenStop {
  return {
    __typename: 'AgendaItem',
    id,
    position: 1,
    title: id,
    purpose: 'DISCUSS',
    minutes,
    startsAt: at(from),
    closedPart: hidden,
    hidden,
    time: {
      __typename: 'ItemTime',
      progress,
      startedAt: progress === 'AHEAD' || hidden ? null : at(from),
      spentSeconds: 0,
      extraMinutes: 0,
      expectedStartAt: at(from),
      delayMinutes: 0,
    },
  };
}

const run = (currentId: string | null, more: Partial<Run> = {}): Run => ({
  __typename: 'MeetingRun',
  startedAt: at(0),
  closedAt: null,
  lead: { __typename: 'Person', id: 'chair', name: 'Voorzitter' },
  currentItem: currentId === null ? null : { __typename: 'AgendaItem', id: currentId },
  closedPartNow: false,
  paused: false,
  remainingSeconds: 600,
  givenMinutes: 10,
  predictedEndAt: at(60),
  overrunMinutes: 0,
  ...more,
});

const opening = stop('opening', 0, 10, 'NOW');
const price = stop('price', 5, 15, 'AHEAD', true);
const owner = stop('owner', 5, 15, 'AHEAD', true);
const end = stop('end', 45, 15, 'AHEAD');
const programme = [opening, price, owner, end];

test('the hidden part begins where what comes after it says, and within it there are no times', () => {
  const starts = programme.map((_one, index) => startOf(programme, index, run('opening'), 0));
  expect(starts).toEqual([at(0), at(15), null, at(45)]);
});

test('what is ahead moves up while the table runs over, what has been does not', () => {
  expect([0, 1, 3].map((index) => startOf(programme, index, run('opening'), 120))).toEqual([at(0), at(17), at(47)]);
});

test('a hidden part at the end begins that much before the end', () => {
  const last = programme.slice(0, 3);
  expect(startOf(last, 1, run('opening'), 0)).toBe(at(30));
});

test('in the hidden part the table is at its first, without a time', () => {
  const hidden = run(null, { closedPartNow: true });
  expect(stopNow(programme, hidden)).toBe(price);
  expect(startOf(programme, 1, hidden, 0)).toBeNull();
  expect(stopNow(programme, run(null))).toBeUndefined();
});

test('the next item is the first ahead that nobody was at; between items it is too', () => {
  const been = { ...price, time: { ...price.time, progress: 'DONE' as const } };
  expect(placeOf([opening, been, owner, end], run('opening'))).toMatchObject({ current: opening, next: owner });
  expect(placeOf([been, owner, end], run(null))).toEqual({ current: undefined, next: owner, before: been });
  expect(placeOf([been], run(null))).toEqual({ current: undefined, next: undefined, before: been });
});

test('the clock goes below zero and takes the end along; in a pause it stands and the end moves', () => {
  expect(clockAfter(run('opening', { remainingSeconds: 10 }), 4)).toEqual({ remaining: 6, slipped: 0 });
  expect(clockAfter(run('opening', { remainingSeconds: 10 }), 70)).toEqual({ remaining: -60, slipped: 60 });
  expect(clockAfter(run('opening', { remainingSeconds: -30 }), 70)).toEqual({ remaining: -100, slipped: 70 });
  expect(clockAfter(run('opening', { remainingSeconds: 10, paused: true }), 70)).toEqual({
    remaining: 10,
    slipped: 70,
  });
});

test.each([
  [846, '14:06'],
  [0, '0:00'],
  [-80, '+1:20'],
])('%i seconds read %s', (seconds, text) => {
  expect(clockText(seconds)).toBe(text);
});

test('the days to choose are a week, two, and the next meeting when one is planned', () => {
  expect(dueChoices('2026-12-10', '2027-01-14').map(({ on }) => on)).toEqual([
    '2026-12-17',
    '2026-12-24',
    '2027-01-14',
  ]);
  expect(dueChoices('2026-12-10', null)).toHaveLength(2);
});
