import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaLimits, moveTo, startOffsets } from './agenda.ts';

const orders = fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: agendaLimits.itemsMax });

describe('moveTo', () => {
  test('puts one item in its place and keeps the order of the others', () => {
    fc.assert(
      fc.property(orders, fc.nat(100), fc.nat(100), (items, fromSeed, toSeed) => {
        const from = fromSeed % items.length;
        const to = toSeed % items.length;
        const moved = moveTo(items, from, to);
        expect(moved[to]).toBe(items[from]);
        expect(moved.filter((item) => item !== items[from])).toEqual(items.filter((item) => item !== items[from]));
      }),
    );
  });
  test('loses and doubles nothing, wherever it is asked to go', () => {
    fc.assert(
      fc.property(
        orders,
        fc.integer({ min: -200, max: 200 }),
        fc.integer({ min: -200, max: 200 }),
        (items, from, to) => {
          expect(moveTo(items, from, to).toSorted((a, b) => a - b)).toEqual(items.toSorted((a, b) => a - b));
        },
      ),
    );
  });
  test('moving there and back changes nothing', () => {
    fc.assert(
      fc.property(orders, fc.nat(100), fc.nat(100), (items, fromSeed, toSeed) => {
        const from = fromSeed % items.length;
        const to = toSeed % items.length;
        expect(moveTo(moveTo(items, from, to), to, from)).toEqual(items);
      }),
    );
  });
  test('leaves the list that it was given alone', () => {
    const items = Object.freeze([1, 2, 3]);
    expect(moveTo(items, 0, 2)).toEqual([2, 3, 1]);
    expect(items).toEqual([1, 2, 3]);
  });
  test('clamps a place beyond either end', () => {
    expect(moveTo(['a', 'b', 'c'], 1, 99)).toEqual(['a', 'c', 'b']);
    expect(moveTo(['a', 'b', 'c'], 1, -5)).toEqual(['b', 'a', 'c']);
  });
});

describe('startOffsets', () => {
  test('each item starts when the one before it ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: agendaLimits.minutesMin, max: agendaLimits.minutesMax }), { maxLength: 60 }),
        (minutes) => {
          const starts = startOffsets(minutes);
          expect(starts).toHaveLength(minutes.length);
          starts.forEach((start, index) => {
            expect(start).toBe(index === 0 ? 0 : (starts[index - 1] ?? 0) + (minutes[index - 1] ?? 0));
          });
        },
      ),
    );
  });
  test('the agenda of an afternoon', () => {
    expect(startOffsets([10, 15, 30, 30, 25, 25, 15])).toEqual([0, 10, 25, 55, 85, 110, 135]);
  });
});
