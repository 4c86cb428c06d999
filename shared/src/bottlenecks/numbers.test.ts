import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bottleneckNumber, numberStep, parseBottleneckNumber } from './numbers.ts';

describe('numbers', () => {
  test('are written with at least three figures', () => {
    expect(bottleneckNumber(2026, 13)).toBe('KP-2026-013');
    expect(bottleneckNumber(2026, 1204)).toBe('KP-2026-1204');
  });
  test('are read back as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2999 }), fc.integer({ min: 1, max: 999_999 }), (year, sequence) => {
        expect(parseBottleneckNumber(bottleneckNumber(year, sequence))).toEqual({ year, sequence });
      }),
    );
  });
  test.each(['KP-26-001', 'kp-2026-001', 'KP-2026-', 'KP-2026-1', ' KP-2026-001', 'KP-2026-001;', ''])(
    '%j is no number',
    (text) => {
      expect(parseBottleneckNumber(text)).toBeNull();
    },
  );
  test('leave gaps of one to three', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect([1, 2, 3]).toContain(numberStep(id));
      }),
    );
    expect(
      new Set(Array.from({ length: 64 }, (_, n) => numberStep(`0190-${n.toString(16).padStart(6, '0')}`))),
    ).toEqual(new Set([1, 2, 3]));
  });
});
