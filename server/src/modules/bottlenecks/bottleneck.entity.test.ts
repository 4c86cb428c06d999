import fc from 'fast-check';
import { bottleneckStates, isOpen } from '@versnellingstafel/shared/bottlenecks/states';
import {
  bottleneckVerbs,
  type BottleneckVerb,
  canTransition,
  transitions,
} from '@versnellingstafel/shared/bottlenecks/transitions';
import { addDays, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { describe, expect, test } from 'vitest';
import { Bottleneck, type Change, WrongState } from './bottleneck.entity.ts';

const home = 'home';
const above = 'above';
const start = new Date('2026-11-25T09:00:00Z');

function draft(): Bottleneck {
  const row = Object.create(Bottleneck.prototype) as Bottleneck;
  return Object.assign(row, {
    version: 1,
    ownerId: 'owner',
    state: 'DRAFT',
    stateSince: start,
    heldById: home,
    dueOn: '2026-12-09',
    confidentiality: 'REGIONAL',
    ask: '',
    constructionStart: null,
    solvableAt: 'REGIONAL',
    resolution: '',
    resolvedOn: null,
    holdReason: '',
    returnOn: null,
    referredTo: '',
    homesBlocked: 10,
    municipalityId: 'm',
    regionId: 'r',
    withdrawnAsDraft: false,
  });
}

/** Uses a verb as its use case does. */
function use(verb: BottleneckVerb, row: Bottleneck, change: Change): void {
  const later = addDays(localDateOf(change.at), 10);
  const steps: Readonly<Record<BottleneckVerb, () => void>> = {
    SUBMIT: () => row.submit(change),
    TRIAGE: () => row.triage(change),
    SCHEDULE: () => row.schedule(change),
    START: () => row.start(change),
    HOLD: () => row.hold('wacht op het waterschap', later, change),
    RESUME: () => row.resume(change),
    ESCALATE: () => row.escalateTo(above, change),
    RETURN_ESCALATION: () => row.returnTo(home, change),
    RESOLVE: () => row.resolve('gedaan', home, change),
    REFER: () => row.refer('het Rijk', later, change),
    WITHDRAW: () => row.withdraw(change),
    REOPEN: () => row.reopen(change),
  };
  steps[verb]();
}

const journey = fc.array(fc.record({ verb: fc.constantFrom(...bottleneckVerbs), days: fc.nat(60) }), { maxLength: 40 });

describe('a bottleneck guards its state', () => {
  test('along any journey: declared states, an owner, a date, a table, and a version for each step', () => {
    fc.assert(
      fc.property(journey, (steps) => {
        const row = draft();
        let at = start;
        for (const { verb, days } of steps) {
          at = new Date(at.getTime() + days * 86_400_000);
          const { state, version } = row;
          const step = () => use(verb, row, { by: 'somebody', at });
          if (!canTransition(verb, state)) {
            expect(step).toThrow(WrongState);
            expect([row.state, row.version]).toEqual([state, version]);
            continue;
          }
          step();
          expect(bottleneckStates).toContain(row.state);
          expect(row.state).toBe(transitions[verb].to);
          expect([row.version, row.updatedById, row.stateSince]).toEqual([version + 1, 'somebody', at]);
          expect(row.ownerId).toBe('owner');
          expect(row.heldById).toBe(row.state === 'ESCALATED' ? above : home);
          if (isOpen(row.state) || row.state === 'REFERRED') expect(row.dueOn).not.toBeNull();
          expect(row.returnOn === null).toBe(row.state !== 'ON_HOLD');
          expect(row.resolvedOn === null).toBe(row.state !== 'RESOLVED');
        }
      }),
    );
  });
  test('any step can be put back, and putting back is a change of its own', () => {
    fc.assert(
      fc.property(journey, (steps) => {
        const row = draft();
        for (const { verb } of steps) {
          if (!canTransition(verb, row.state)) continue;
          const before = row.snapshot();
          use(verb, row, { by: 'somebody', at: start });
          const { version } = row;
          row.restore(JSON.parse(JSON.stringify(before)), { by: 'somebody', at: start });
          expect(row.snapshot()).toEqual(before);
          expect(row.version).toBe(version + 1);
          use(verb, row, { by: 'somebody', at: start });
        }
      }),
    );
  });
});
