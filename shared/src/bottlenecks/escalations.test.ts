import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messages } from '../errors/messages.ts';
import {
  type EscalationFacts,
  escalationStates,
  escalationVerbs,
  holdsMandate,
  isUnderWay,
  isUnsent,
  mayEscalationStep,
} from './escalations.ts';

const everything: EscalationFacts = {
  state: 'DRAFT',
  needsAgreement: true,
  roleAtSender: 'SECRETARY',
  mandateAtReceiver: true,
  agrees: true,
  caseMayLeave: true,
  receiverClosed: false,
  goesOn: false,
};
const allowedIn = (facts: Partial<EscalationFacts>) =>
  escalationVerbs.filter((verb) => mayEscalationStep(verb, { ...everything, ...facts }).allowed);
const reason = (verb: (typeof escalationVerbs)[number], facts: Partial<EscalationFacts>) => {
  const decision = mayEscalationStep(verb, { ...everything, ...facts });
  return decision.allowed ? null : decision.reason;
};

describe('the way of an escalation', () => {
  test('what is possible in each state, by who may do everything', () => {
    expect(Object.fromEntries(escalationStates.map((state) => [state, allowedIn({ state })]))).toEqual({
      DRAFT: ['EDIT_MEMO', 'AGREE', 'DECLINE', 'WITHDRAW'],
      AGREED: ['EDIT_MEMO', 'SEND', 'WITHDRAW'],
      SENT: ['ACCEPT', 'RETURN', 'WITHDRAW'],
      ACCEPTED: ['ANSWER'],
      RETURNED: [],
      ANSWERED: [],
      WITHDRAWN: [],
    });
  });
  test('a table that asks no agreement sends its draft, and nobody agrees', () => {
    expect(allowedIn({ needsAgreement: false })).toEqual(['EDIT_MEMO', 'SEND', 'WITHDRAW']);
    expect(reason('AGREE', { needsAgreement: false })).toBe('NO_AGREEMENT_NEEDED');
  });
  test('what stands in the way is said', () => {
    expect(reason('SEND', {})).toBe('AGREEMENT_NEEDED');
    expect(reason('SEND', { state: 'AGREED', caseMayLeave: false })).toBe('ESCALATION_CASE_MOVED');
    expect(reason('SEND', { state: 'AGREED', receiverClosed: true })).toBe('TABLE_CLOSED');
    expect(reason('ANSWER', { state: 'ACCEPTED', goesOn: true })).toBe('ESCALATION_GOES_ON');
  });
  test('each part has its own people, and a missing right is told before a wrong state', () => {
    const nobody = { roleAtSender: null, mandateAtReceiver: false, agrees: false };
    for (const state of escalationStates) expect(allowedIn({ ...nobody, state })).toEqual([]);
    expect(reason('SEND', { ...nobody, state: 'ANSWERED' })).toBe('ESCALATION_SENDER_ONLY');
    expect(reason('AGREE', { ...nobody, state: 'ANSWERED' })).toBe('POLITICAL_OWNER_ONLY');
    expect(reason('ANSWER', { ...nobody, state: 'DRAFT' })).toBe('ESCALATION_MANDATE_ONLY');
    for (const role of ['PARTICIPANT', 'OBSERVER'] as const)
      expect(reason('WITHDRAW', { roleAtSender: role })).toBe('ESCALATION_SENDER_ONLY');
  });
  test('each reason has a sentence in both languages', () => {
    const facts = fc.record({
      state: fc.constantFrom(...escalationStates),
      needsAgreement: fc.boolean(),
      roleAtSender: fc.constantFrom(null, 'CHAIR' as const, 'PARTICIPANT' as const),
      mandateAtReceiver: fc.boolean(),
      agrees: fc.boolean(),
      caseMayLeave: fc.boolean(),
      receiverClosed: fc.boolean(),
      goesOn: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.constantFrom(...escalationVerbs), facts, (verb, of) => {
        const decision = mayEscalationStep(verb, of);
        if (!decision.allowed) expect([messages[decision.reason].nl, messages[decision.reason].en]).not.toContain('');
      }),
    );
  });
});

test('chair and secretary hold the mandate by themselves, others by their seat', () => {
  expect(holdsMandate({ role: 'CHAIR', mandate: false })).toBe(true);
  expect(holdsMandate({ role: 'PARTICIPANT', mandate: true })).toBe(true);
  expect(holdsMandate({ role: 'PARTICIPANT', mandate: false })).toBe(false);
  expect(holdsMandate(undefined)).toBe(false);
});

test('only what has not left is unsent, and nothing that ended is under way', () => {
  expect(escalationStates.filter(isUnsent)).toEqual(['DRAFT', 'AGREED']);
  expect(escalationStates.filter(isUnderWay)).toEqual(['DRAFT', 'AGREED', 'SENT', 'ACCEPTED']);
});
