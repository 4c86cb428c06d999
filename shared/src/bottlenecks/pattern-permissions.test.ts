import { describe, expect, it } from 'vitest';
import { tableRoles } from '../tables/roles.ts';
import {
  isPatternNumber,
  mayMakePattern,
  mayOnPattern,
  patternNumber,
  patternStates,
  patternVerbs,
} from './pattern-permissions.ts';

describe('who may do what with a pattern', () => {
  it('chair and secretary, and nobody else', () => {
    const may = [...tableRoles, null].filter((role) => mayMakePattern(role).allowed);
    expect(may.toSorted()).toEqual(['CHAIR', 'SECRETARY']);
    for (const verb of patternVerbs) {
      const decision = mayOnPattern(verb, { state: 'OPEN', roleAtTable: 'PARTICIPANT', changedLast: true });
      expect(decision).toEqual({ allowed: false, reason: 'CHAIR_OR_SECRETARY_ONLY' });
    }
  });

  it('changes while it is open, undoing once it is resolved and by who resolved it', () => {
    for (const verb of patternVerbs) {
      for (const state of patternStates) {
        const decision = mayOnPattern(verb, { state, roleAtTable: 'CHAIR', changedLast: true });
        expect(decision.allowed, `${verb} ${state}`).toBe(
          verb === 'UNDO_RESOLVE' ? state === 'RESOLVED' : state === 'OPEN',
        );
      }
    }
    expect(mayOnPattern('UNDO_RESOLVE', { state: 'RESOLVED', roleAtTable: 'CHAIR', changedLast: false })).toEqual({
      allowed: false,
      reason: 'NOTHING_TO_UNDO',
    });
  });

  it('has numbers of its own', () => {
    expect(patternNumber(2026, 3)).toBe('PT-2026-003');
    expect(isPatternNumber('PT-2026-003')).toBe(true);
    expect(isPatternNumber('KP-2026-003')).toBe(false);
  });
});
