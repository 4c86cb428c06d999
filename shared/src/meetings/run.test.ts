import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  delayMinutes,
  expectedStarts,
  givenMinutes,
  type ItemCourse,
  overrunMinutes,
  predictedEnd,
  progressOf,
  remainingSeconds,
  type RunClock,
  spentMs,
} from './run.ts';

const now = new Date('2026-12-10T13:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);
const minute = 60_000;
const item = (id: string, wish: Partial<ItemCourse> = {}): ItemCourse => ({
  id,
  minutes: 10,
  extraMinutes: 0,
  spentMs: 0,
  startedAt: null,
  finished: false,
  carriedOver: false,
  ...wish,
});
const clock = (wish: Partial<RunClock> = {}): RunClock => ({
  currentItemId: null,
  runningSince: null,
  closedAt: null,
  ...wish,
});

const anyItem = fc.record({
  minutes: fc.integer({ min: 1, max: 480 }),
  extraMinutes: fc.integer({ min: -60, max: 240 }),
  spentMs: fc.integer({ min: 0, max: 8 * 60 * minute }),
  finished: fc.boolean(),
  carriedOver: fc.boolean(),
});
const anyRun = fc
  .tuple(fc.array(anyItem, { minLength: 1, maxLength: 20 }), fc.nat(), fc.boolean(), fc.nat({ max: 4 * 60 * minute }))
  .map(([wishes, at, runs, ago]) => {
    const items = wishes.map((wish, index) =>
      item(String(index), {
        ...wish,
        extraMinutes: Math.max(1 - wish.minutes, wish.extraMinutes),
        startedAt: wish.finished || wish.spentMs > 0 ? later(-ago - index) : null,
      }),
    );
    const current = items[at % (items.length + 1)];
    return { items, clock: clock({ currentItemId: current?.id ?? null, runningSince: runs ? later(-ago) : null }) };
  });

describe('the clock of a meeting', () => {
  test('an item that runs uses up its minutes, second by second, and runs over', () => {
    const running = clock({ currentItemId: 'a', runningSince: now });
    expect(remainingSeconds(item('a'), running, now)).toBe(600);
    expect(remainingSeconds(item('a'), running, later(1))).toBe(600);
    expect(remainingSeconds(item('a'), running, later(1_000))).toBe(599);
    expect(remainingSeconds(item('a', { extraMinutes: 5 }), running, later(minute))).toBe(14 * 60);
    expect(remainingSeconds(item('a'), running, later(11 * minute))).toBe(-60);
  });

  test('a pause takes no time, and neither does a clock that was put back', () => {
    expect(spentMs(item('a', { spentMs: 7 }), clock({ currentItemId: 'a' }), later(minute))).toBe(7);
    expect(spentMs(item('a', { spentMs: 7 }), clock({ currentItemId: 'a', runningSince: later(minute) }), now)).toBe(7);
  });

  test('what is over takes nothing more, what lies ahead its minutes', () => {
    const items = [
      item('a', { finished: true, startedAt: later(-20 * minute), spentMs: 15 * minute }),
      item('b', { startedAt: later(-5 * minute) }),
      item('c', { carriedOver: true }),
      item('d', { extraMinutes: 10 }),
    ];
    const running = clock({ currentItemId: 'b', runningSince: later(-5 * minute) });
    expect(items.map((one) => progressOf(one, running))).toEqual(['DONE', 'NOW', 'CARRIED_OVER', 'AHEAD']);
    expect(predictedEnd(items, running, now)).toEqual(later(25 * minute));
    expect(expectedStarts(items, running, now)).toEqual([
      later(-20 * minute),
      later(-5 * minute),
      later(5 * minute),
      later(5 * minute),
    ]);
    expect(overrunMinutes(later(25 * minute), later(24.5 * minute))).toBe(1);
    expect(overrunMinutes(later(25 * minute), later(25 * minute))).toBe(0);
    expect([delayMinutes(now, later(90_000)), delayMinutes(now, later(-3 * minute))]).toEqual([2, -3]);
  });

  test('a meeting that is closed ends when it was closed, and nothing is current', () => {
    const closed = clock({ currentItemId: 'a', closedAt: later(-minute) });
    expect(predictedEnd([item('a')], closed, now)).toEqual(later(-minute));
    expect(progressOf(item('a', { finished: true }), closed)).toBe('DONE');
  });
});

describe('whatever happened before', () => {
  test('the end is not before now, and never moves earlier than time passes', () => {
    fc.assert(
      fc.property(anyRun, fc.nat({ max: 60 * minute }), ({ items, clock: running }, wait) => {
        const end = predictedEnd(items, running, now).getTime();
        const then = predictedEnd(items, running, later(wait)).getTime();
        expect(end).toBeGreaterThanOrEqual(now.getTime());
        // Each minute is spent on an item or added to the end; none gets lost.
        expect(then).toBeGreaterThanOrEqual(end);
        expect(then).toBeLessThanOrEqual(Math.max(end + wait, later(wait).getTime()));
      }),
    );
  });

  test('spent and remaining are what was given', () => {
    fc.assert(
      fc.property(anyRun, ({ items, clock: running }) => {
        for (const one of items) {
          const left = remainingSeconds(one, running, now) * 1_000;
          const total = spentMs(one, running, now) + left - givenMinutes(one) * minute;
          expect(total).toBeGreaterThanOrEqual(0);
          expect(total).toBeLessThan(1_000);
        }
      }),
    );
  });

  test('what lies ahead starts in its order, after what is current and before the end', () => {
    fc.assert(
      fc.property(anyRun, ({ items, clock: running }) => {
        const starts = expectedStarts(items, running, now);
        const ahead = starts.filter((_, index) => progressOf(items[index]!, running) === 'AHEAD');
        expect(ahead).toEqual(ahead.toSorted((one, other) => one.getTime() - other.getTime()));
        const end = predictedEnd(items, running, now).getTime();
        for (const start of ahead) {
          expect(start.getTime()).toBeGreaterThanOrEqual(now.getTime());
          expect(start.getTime()).toBeLessThanOrEqual(end);
        }
      }),
    );
  });

  test('one item at most is the current one', () => {
    fc.assert(
      fc.property(anyRun, ({ items, clock: running }) => {
        expect(items.filter((one) => progressOf(one, running) === 'NOW').length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
