import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bottleneckStates, closedStates, defaultTermDays, isOpen } from './states.ts';
import { allowedVerbs, bottleneckVerbs, canTransition, transitions } from './transitions.ts';

const state = fc.constantFrom(...bottleneckStates);
const verb = fc.constantFrom(...bottleneckVerbs);

describe('the table of transitions', () => {
  test('names declared states only, and lists none twice', () => {
    for (const { from, to } of Object.values(transitions)) {
      expect(bottleneckStates).toContain(to);
      expect(from.length).toBeGreaterThan(0);
      expect(new Set(from).size).toBe(from.length);
      for (const each of from) expect(bottleneckStates).toContain(each);
    }
  });
  test('no verb leaves a case where it is, but for escalating it further', () => {
    const { ESCALATE: _further, ...others } = transitions;
    for (const { from, to } of Object.values(others)) expect(from).not.toContain(to);
  });
  test('random verbs never reach an undeclared state', () => {
    fc.assert(
      fc.property(fc.array(verb, { maxLength: 60 }), (verbs) => {
        let at = bottleneckStates[0] as (typeof bottleneckStates)[number];
        for (const each of verbs) {
          if (canTransition(each, at)) at = transitions[each].to;
          expect(bottleneckStates).toContain(at);
        }
      }),
    );
  });
  test('every state can be reached from a draft', () => {
    const reached = new Set<string>(['DRAFT']);
    for (let round = 0; round < bottleneckStates.length; round += 1) {
      for (const { from, to } of Object.values(transitions))
        if (from.some((each) => reached.has(each))) reached.add(to);
    }
    expect([...reached].toSorted()).toEqual([...bottleneckStates].toSorted());
  });
  test('no state is a dead end: from each one a case can still be resolved', () => {
    for (const start of bottleneckStates) {
      const reached = new Set<string>([start]);
      for (let round = 0; round < bottleneckStates.length; round += 1) {
        for (const { from, to } of Object.values(transitions))
          if (from.some((each) => reached.has(each))) reached.add(to);
      }
      expect(reached, start).toContain('RESOLVED');
    }
  });
});

describe('allowedVerbs', () => {
  test('agrees with canTransition, for each state and verb', () => {
    fc.assert(
      fc.property(state, verb, (from, each) => {
        expect(allowedVerbs(from).includes(each)).toBe(canTransition(each, from));
      }),
    );
  });
  test('a closed case is reopened and nothing else, but for what a referral solved', () => {
    for (const closed of closedStates)
      expect(allowedVerbs(closed)).toEqual(closed === 'REFERRED' ? ['RESOLVE', 'REOPEN'] : ['REOPEN']);
  });
  test('an open case is never reopened', () => {
    for (const open of bottleneckStates.filter(isOpen)) expect(allowedVerbs(open)).not.toContain('REOPEN');
  });
  test('a draft is submitted or withdrawn', () => {
    expect(allowedVerbs('DRAFT')).toEqual(['SUBMIT', 'WITHDRAW']);
  });
  test('an escalated case is returned or resolved by who received it', () => {
    expect(allowedVerbs('ESCALATED')).toEqual(['ESCALATE', 'RETURN_ESCALATION', 'RESOLVE']);
  });
  test('reopening, resuming and returning all lead back to work', () => {
    for (const each of ['REOPEN', 'RESUME', 'RETURN_ESCALATION'] as const)
      expect(transitions[each].to).toBe('IN_PROGRESS');
  });
});

describe('terms', () => {
  test('each open state gives a date in the future', () => {
    for (const open of bottleneckStates.filter(isOpen)) expect(defaultTermDays[open], open).toBeGreaterThan(0);
  });
  test('a referred case keeps a term for its feedback', () => {
    expect(defaultTermDays.REFERRED).toBeGreaterThan(0);
  });
});
