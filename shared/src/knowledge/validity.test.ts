import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../dates/local-date.ts';
import { checkFirstDays, noteStatuses, validities, validityOf } from './validity.ts';

const today = '2026-11-23';

describe('validityOf', () => {
  test.each([
    ['VALIDATED', 31, 'USABLE'],
    ['VALIDATED', 30, 'CHECK_FIRST'],
    ['VALIDATED', 0, 'CHECK_FIRST'],
    ['VALIDATED', -1, 'EXPIRED'],
    ['DRAFT', 365, 'CHECK_FIRST'],
    ['DRAFT', -1, 'EXPIRED'],
    ['REVIEW_DUE', 365, 'CHECK_FIRST'],
    ['REVIEW_DUE', -1, 'EXPIRED'],
    ['ARCHIVED', 365, 'EXPIRED'],
  ] as const)('%s with %i days left is %s', (status, left, expected) => {
    expect(validityOf({ status, reviewBy: addDays(today, left) }, today)).toBe(expected);
  });

  test('only gets worse as days go by', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...noteStatuses),
        fc.integer({ min: -500, max: 500 }),
        fc.nat(500),
        (status, left, passing) => {
          const note = { status, reviewBy: addDays(today, left) };
          const now = validities.indexOf(validityOf(note, today));
          const later = validities.indexOf(validityOf(note, addDays(today, passing)));
          expect(later).toBeGreaterThanOrEqual(now);
        },
      ),
    );
  });

  test('usable means validated and more than the warning days left', () => {
    fc.assert(
      fc.property(fc.constantFrom(...noteStatuses), fc.integer({ min: -500, max: 500 }), (status, left) => {
        const usable = validityOf({ status, reviewBy: addDays(today, left) }, today) === 'USABLE';
        expect(usable).toBe(status === 'VALIDATED' && left > checkFirstDays);
      }),
    );
  });
});
