import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messages } from '../errors/messages.ts';
import { tableRoles } from '../tables/roles.ts';
import {
  bottleneckActions,
  type BottleneckFacts,
  mayAct,
  mayEscalate,
  mayLogBottleneck,
  mayTransition,
} from './permissions.ts';
import { bottleneckStates } from './states.ts';
import { bottleneckVerbs, canTransition } from './transitions.ts';

const stranger: BottleneckFacts = {
  state: 'IN_PROGRESS',
  isFiler: false,
  isOwner: false,
  isLead: false,
  isCivilOwner: false,
  isPoliticalOwner: false,
  roleAtHolder: null,
  roleAtSender: null,
};

const role = fc.constantFrom(null, ...tableRoles);
const facts: fc.Arbitrary<BottleneckFacts> = fc.record({
  state: fc.constantFrom(...bottleneckStates),
  isFiler: fc.boolean(),
  isOwner: fc.boolean(),
  isLead: fc.boolean(),
  isCivilOwner: fc.boolean(),
  isPoliticalOwner: fc.boolean(),
  roleAtHolder: role,
  roleAtSender: role,
});

const verbsOf = (who: Partial<BottleneckFacts>) =>
  bottleneckVerbs.filter((verb) =>
    bottleneckStates.some((state) => mayTransition(verb, { ...stranger, ...who, state }).allowed),
  );
const actionsOf = (who: Partial<BottleneckFacts>) =>
  bottleneckActions.filter((action) => mayAct(action, { ...stranger, ...who }).allowed);

describe('mayTransition', () => {
  test('nothing is allowed that the table of transitions does not know', () => {
    fc.assert(
      fc.property(fc.constantFrom(...bottleneckVerbs), facts, (verb, of) => {
        const decision = mayTransition(verb, of);
        if (!canTransition(verb, of.state)) expect(decision).toEqual({ allowed: false, reason: 'WRONG_STATE' });
        else if (!decision.allowed) expect(decision.reason).not.toBe('WRONG_STATE');
      }),
    );
  });
  test('who is nobody to the case moves nothing', () => {
    expect(verbsOf({})).toEqual([]);
    expect(verbsOf({ roleAtHolder: 'PARTICIPANT' })).toEqual([]);
    expect(verbsOf({ roleAtHolder: 'OBSERVER', roleAtSender: 'OBSERVER' })).toEqual([]);
  });
  test('the owner submits, withdraws and reopens', () => {
    expect(verbsOf({ isOwner: true })).toEqual(['SUBMIT', 'WITHDRAW', 'REOPEN']);
  });
  test('the filer submits and withdraws only what is still a draft', () => {
    expect(verbsOf({ isFiler: true })).toEqual(['SUBMIT', 'WITHDRAW']);
    expect(mayTransition('WITHDRAW', { ...stranger, isFiler: true, state: 'SUBMITTED' })).toEqual({
      allowed: false,
      reason: 'OWNER_ONLY',
    });
  });
  test('the secretary does the work of the table', () => {
    expect(verbsOf({ roleAtHolder: 'SECRETARY' })).toEqual([
      'TRIAGE',
      'SCHEDULE',
      'START',
      'HOLD',
      'RESUME',
      'ESCALATE',
      'RETURN_ESCALATION',
      'RESOLVE',
      'REFER',
      'REOPEN',
    ]);
  });
  test('the chair starts, escalates, returns, resolves and reopens', () => {
    expect(verbsOf({ roleAtHolder: 'CHAIR' })).toEqual(['START', 'ESCALATE', 'RETURN_ESCALATION', 'RESOLVE', 'REOPEN']);
  });
  test('the table that sent an escalation cannot return or resolve it', () => {
    const sender: BottleneckFacts = { ...stranger, state: 'ESCALATED', roleAtSender: 'SECRETARY' };
    expect(mayTransition('RETURN_ESCALATION', sender)).toEqual({ allowed: false, reason: 'ESCALATION_MANDATE_ONLY' });
    expect(mayTransition('RESOLVE', sender)).toEqual({ allowed: false, reason: 'CHAIR_OR_SECRETARY_ONLY' });
  });
  test('lead, civil owner and political owner move nothing by themselves', () => {
    expect(verbsOf({ isLead: true })).toEqual([]);
    expect(verbsOf({ isCivilOwner: true, isPoliticalOwner: true })).toEqual([]);
  });
  test('a further fact never takes a right away', () => {
    fc.assert(
      fc.property(fc.constantFrom(...bottleneckVerbs), facts, (verb, of) => {
        const more = { ...of, isOwner: true, isFiler: true, roleAtHolder: 'SECRETARY' as const };
        if (mayTransition(verb, of).allowed) expect(mayTransition(verb, more).allowed).toBe(true);
      }),
    );
  });
});

describe('mayEscalate', () => {
  const chair: BottleneckFacts = { ...stranger, roleAtHolder: 'CHAIR' };
  test('needs a table above the one that holds the case', () => {
    expect(mayEscalate(chair, true)).toEqual({ allowed: true });
    expect(mayEscalate(chair, false)).toEqual({ allowed: false, reason: 'NO_PARENT_TABLE' });
  });
  test('tells the missing right before the missing table', () => {
    expect(mayEscalate(stranger, false)).toEqual({ allowed: false, reason: 'CHAIR_OR_SECRETARY_ONLY' });
  });
});

describe('mayAct', () => {
  // What came back of a referral is told of a case that is referred, and a note is drafted from one that is resolved.
  const inWork = bottleneckActions.filter((action) => action !== 'RECORD_FEEDBACK' && action !== 'DRAFT_NOTE');
  test('who is nobody to the case changes nothing', () => {
    expect(actionsOf({})).toEqual([]);
    expect(actionsOf({ roleAtHolder: 'OBSERVER' })).toEqual([]);
    expect(actionsOf({ roleAtSender: 'OBSERVER' })).toEqual([]);
  });
  test('who has a part in it talks about it and puts papers with it; in a draft nothing is said', () => {
    const talks = ['COMMENT', 'ATTACH'];
    expect(actionsOf({ roleAtHolder: 'PARTICIPANT' })).toEqual(talks);
    expect(actionsOf({ roleAtSender: 'PARTICIPANT' })).toEqual(talks);
    expect(actionsOf({ isPoliticalOwner: true })).toEqual(talks);
    expect(actionsOf({ isFiler: true })).toEqual(['LINK_NOTE', 'ASK_CO_SIGNER', ...talks]);
    expect(mayAct('COMMENT', { ...stranger, isOwner: true, state: 'DRAFT' })).toEqual({
      allowed: false,
      reason: 'WRONG_STATE',
    });
    expect(mayAct('ATTACH', { ...stranger, isFiler: true, state: 'DRAFT' })).toEqual({ allowed: true });
  });
  test('the owner and the secretary change everything', () => {
    expect(actionsOf({ isOwner: true })).toEqual(inWork);
    expect(actionsOf({ roleAtHolder: 'SECRETARY' })).toEqual(inWork);
  });
  test('the chair leaves the text to the owner and the secretary', () => {
    expect(actionsOf({ roleAtHolder: 'CHAIR' })).toEqual(inWork.filter((action) => action !== 'EDIT'));
  });
  test('the lead writes the next step and links notes', () => {
    expect(actionsOf({ isLead: true })).toEqual(['SET_NEXT_STEP', 'LINK_NOTE', 'COMMENT', 'ATTACH']);
  });
  test('who links notes drafts one, from a case that is resolved', () => {
    const resolved = { ...stranger, state: 'RESOLVED' as const };
    for (const who of [{ isOwner: true }, { isLead: true }, { isFiler: true }, { roleAtHolder: 'CHAIR' as const }])
      expect(mayAct('DRAFT_NOTE', { ...resolved, ...who })).toEqual({ allowed: true });
    expect(mayAct('DRAFT_NOTE', { ...resolved, roleAtHolder: 'PARTICIPANT' })).toEqual({
      allowed: false,
      reason: 'OWNER_LEAD_OR_TABLE_ONLY',
    });
    expect(mayAct('DRAFT_NOTE', { ...stranger, isOwner: true })).toEqual({ allowed: false, reason: 'WRONG_STATE' });
  });
  test('the civil owner changes nothing but the owner', () => {
    expect(actionsOf({ isCivilOwner: true })).toEqual(['CHANGE_OWNER', 'COMMENT', 'ATTACH']);
  });
  test('the table that sent an escalation still looks after its case', () => {
    expect(actionsOf({ roleAtSender: 'SECRETARY', state: 'ESCALATED' })).toEqual(inWork);
    expect(actionsOf({ roleAtHolder: 'SECRETARY', state: 'ESCALATED' })).toEqual(
      inWork.filter((action) => action !== 'EDIT'),
    );
  });
  test('each reason has a sentence in both languages', () => {
    fc.assert(
      fc.property(fc.constantFrom(...bottleneckActions), facts, (action, of) => {
        const decision = mayAct(action, of);
        if (!decision.allowed) expect(messages[decision.reason].nl).not.toBe('');
      }),
    );
  });
});

describe('mayLogBottleneck', () => {
  test('a role in an organisation is enough, and so is a place at a table', () => {
    expect(mayLogBottleneck({ organisationRoles: ['PROJECT_LEADER'], tableRoles: [] })).toBe(true);
    expect(mayLogBottleneck({ organisationRoles: [], tableRoles: ['PARTICIPANT'] })).toBe(true);
    expect(mayLogBottleneck({ organisationRoles: [], tableRoles: ['OBSERVER', 'CHAIR'] })).toBe(true);
  });
  test('observers and readers without a table read', () => {
    expect(mayLogBottleneck({ organisationRoles: [], tableRoles: ['OBSERVER'] })).toBe(false);
    expect(mayLogBottleneck({ organisationRoles: [], tableRoles: [] })).toBe(false);
  });
});
