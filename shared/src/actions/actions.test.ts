import { describe, expect, test } from 'vitest';
import { mayWithAction } from './permissions.ts';
import { actionNumber, daysLate, isActionNumber, urgencyOf } from './states.ts';

const open = (dueOn: string) => ({ state: 'OPEN' as const, dueOn });
const today = '2026-11-25';

describe('the ladder', () => {
  test.each([
    ['2026-12-10', 'LATER'],
    ['2026-11-29', 'LATER'],
    ['2026-11-28', 'SOON'],
    ['2026-11-25', 'SOON'],
    ['2026-11-24', 'LATE'],
    ['2026-11-19', 'LATE'],
    ['2026-11-18', 'CIVIL_OWNER'],
  ] as const)('due on %s it is %s', (dueOn, urgency) => {
    expect(urgencyOf(open(dueOn), today)).toBe(urgency);
  });
  test('what is done or withdrawn climbs no ladder', () => {
    for (const state of ['DONE', 'WITHDRAWN'] as const) {
      expect(urgencyOf({ state, dueOn: '2026-01-01' }, today)).toBe('LATER');
      expect(daysLate({ state, dueOn: '2026-01-01' }, today)).toBe(0);
    }
  });
  test('days late begin on the day after', () => {
    expect(daysLate(open('2026-11-25'), today)).toBe(0);
    expect(daysLate(open('2026-11-24'), today)).toBe(1);
  });
});

describe('numbers', () => {
  test('are written and known again', () => {
    expect(actionNumber(2026, 7)).toBe('A-2026-007');
    expect(isActionNumber('A-2026-007')).toBe(true);
    for (const wrong of ['A-26-7', 'KP-2026-007', 'A-2026-07', ' A-2026-007'])
      expect(isActionNumber(wrong)).toBe(false);
  });
});

describe('mayWithAction', () => {
  const nobody = { state: 'OPEN', isOwner: false, isCivilOwner: false, leadsTable: false } as const;
  test('owner, civil owner and the table report it done', () => {
    for (const who of ['isOwner', 'isCivilOwner', 'leadsTable'] as const)
      expect(mayWithAction('COMPLETE', { ...nobody, [who]: true })).toEqual({ allowed: true });
    expect(mayWithAction('COMPLETE', nobody)).toEqual({ allowed: false, reason: 'ACTION_PEOPLE_ONLY' });
  });
  test('only the table withdraws', () => {
    expect(mayWithAction('WITHDRAW', { ...nobody, leadsTable: true })).toEqual({ allowed: true });
    expect(mayWithAction('WITHDRAW', { ...nobody, isOwner: true })).toEqual({
      allowed: false,
      reason: 'CHAIR_OR_SECRETARY_ONLY',
    });
  });
  test('what is closed is reopened first, and what is open is not', () => {
    const owner = { ...nobody, isOwner: true };
    for (const verb of ['EDIT', 'COMPLETE'] as const)
      expect(mayWithAction(verb, { ...owner, state: 'DONE' })).toEqual({ allowed: false, reason: 'ACTION_CLOSED' });
    expect(mayWithAction('REOPEN', { ...owner, state: 'DONE' })).toEqual({ allowed: true });
    expect(mayWithAction('REOPEN', owner)).toEqual({ allowed: false, reason: 'ACTION_OPEN' });
  });
});
