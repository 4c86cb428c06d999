import { expect, test } from 'vitest';
import { rungOf } from './ladder.ts';

test.each([
  ['2026-11-29', null],
  ['2026-11-28', 'SOON'],
  ['2026-11-25', 'SOON'],
  ['2026-11-24', 'LATE'],
  ['2026-11-19', 'LATE'],
  ['2026-11-18', 'CIVIL_OWNER'],
])('what is due on %s stands on the rung %s on the 25th', (dueOn, rung) => {
  expect(rungOf(dueOn, '2026-11-25')).toBe(rung);
});
