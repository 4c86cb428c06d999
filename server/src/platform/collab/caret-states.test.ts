import { describe, expect, test } from 'vitest';
import { settleCarets } from './caret-states.ts';

const owner = { personId: 'p1', shownAs: 'Sien', mayWrite: true };
const settled = (given: [number, Record<string, unknown>][], who = owner, taken = (_id: number) => false) => {
  const states = new Map(given);
  settleCarets(states, who, taken);
  return Object.fromEntries(states);
};

describe('carets', () => {
  test('bear the name of the session, whatever the client says', () => {
    expect(settled([[7, { cursor: { anchor: 1 }, user: { name: 'Cor', color: 'red' }, more: 'x' }]])).toEqual({
      7: { cursor: { anchor: 1 }, user: { name: 'Sien', tone: expect.any(Number) } },
    });
  });

  test('are not there for who only reads', () => {
    expect(settled([[7, { cursor: { anchor: 1 }, user: { name: 'Otto' } }]], { ...owner, mayWrite: false })).toEqual({
      7: {},
    });
  });

  test('that say nothing are left out', () => {
    expect(
      settled([
        [6, {}],
        [7, { cursor: 1 }],
      ]),
    ).toEqual({ 7: expect.anything() });
  });

  test('of others are not moved, and nobody has two', () => {
    expect(
      settled([
        [7, { cursor: 1 }],
        [8, { cursor: 2 }],
      ]),
    ).toEqual({ 7: expect.anything() });
    expect(settled([[8, { cursor: 2 }]], owner, (id) => id === 8)).toEqual({});
  });

  test('are small', () => {
    expect(settled([[7, { cursor: 'x'.repeat(5_000) }]])).toEqual({});
  });
});
