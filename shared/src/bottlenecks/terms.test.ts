import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../dates/local-date.ts';
import { bottleneckStates, isOpen } from './states.ts';
import { defaultDueOn, dueOnEntering, isOverdue } from './terms.ts';
import { bottleneckVerbs, canTransition, transitions } from './transitions.ts';

const today = '2026-11-25';

describe('dueOnEntering', () => {
  test('a date that came by itself makes way for the term of the new state', () => {
    const dueOn = defaultDueOn('SUBMITTED', '2026-11-20');
    expect(dueOnEntering('TRIAGE', today, { from: 'SUBMITTED', since: '2026-11-20', dueOn })).toBe('2026-12-23');
  });
  test('a date that somebody chose stays, even when it has passed', () => {
    const chosen = { from: 'SUBMITTED', since: '2026-11-20', dueOn: '2026-11-24' } as const;
    expect(dueOnEntering('TRIAGE', today, chosen)).toBe('2026-11-24');
  });
  test('after a hold and after closing a new term starts', () => {
    expect(dueOnEntering('IN_PROGRESS', today, { from: 'ON_HOLD', since: '2026-10-01', dueOn: '2026-11-01' })).toBe(
      '2027-01-20',
    );
    expect(dueOnEntering('IN_PROGRESS', today, { from: 'RESOLVED', since: '2026-10-01', dueOn: '2026-09-01' })).toBe(
      '2027-01-20',
    );
  });
  test('no open state without a date, along any path of verbs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ verb: fc.constantFrom(...bottleneckVerbs), days: fc.nat(90) }), { maxLength: 40 }),
        fc.option(fc.nat(200)),
        (steps, chosen) => {
          let now = today;
          let at = {
            from: 'DRAFT' as (typeof bottleneckStates)[number],
            since: now,
            dueOn: chosen === null ? null : addDays(now, chosen),
          };
          for (const { verb, days } of steps) {
            if (!canTransition(verb, at.from)) continue;
            now = addDays(now, days);
            const to = transitions[verb].to;
            at = { from: to, since: now, dueOn: dueOnEntering(to, now, at) };
            if (isOpen(to) || to === 'REFERRED') expect(at.dueOn).not.toBeNull();
          }
        },
      ),
    );
  });
  test('a new term never starts in the past', () => {
    for (const state of bottleneckStates) expect(defaultDueOn(state, today) >= today).toBe(true);
  });
});

describe('isOverdue', () => {
  test('from the day after the due date, while it is open', () => {
    expect(isOverdue('IN_PROGRESS', '2026-11-24', today)).toBe(true);
    expect(isOverdue('IN_PROGRESS', today, today)).toBe(false);
    expect(isOverdue('IN_PROGRESS', null, today)).toBe(false);
  });
  test('never when it is closed', () => {
    for (const closed of bottleneckStates.filter((state) => !isOpen(state)))
      expect(isOverdue(closed, '2020-01-01', today)).toBe(false);
  });
});
