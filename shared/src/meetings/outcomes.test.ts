import { expect, test } from 'vitest';
import { decisionKind, decisionNumber, isDecision, outcomeKinds } from './outcomes.ts';

test('decisions have numbers, the rest has not', () => {
  expect(outcomeKinds.filter(isDecision)).toEqual(['DECISION', 'AMENDED_DECISION']);
  expect([decisionNumber(2026, 7), decisionNumber(2027, 1234)]).toEqual(['B-2026-007', 'B-2027-1234']);
});

test('other words than were proposed are an amendment', () => {
  expect(decisionKind('Akkoord.', 'Akkoord.')).toBe('DECISION');
  expect(decisionKind('Akkoord, mits.', 'Akkoord.')).toBe('AMENDED_DECISION');
  expect(decisionKind('Zomaar besloten.', '')).toBe('DECISION');
});
