import { describe, expect, test } from 'vitest';
import { meetingStates } from './agenda.ts';
import { agendaProposalStates, mayWithProposal, proposalVerbs } from './proposals.ts';

const facts = { leads: true, isProposer: true, state: 'OPEN', meetingState: 'PUBLISHED' } as const;

describe('a proposal', () => {
  test('is accepted and returned by who prepares the meeting, and withdrawn by who made it', () => {
    const allowed = (who: Partial<typeof facts> | { leads: boolean; isProposer: boolean }) =>
      proposalVerbs.filter((verb) => mayWithProposal(verb, { ...facts, ...who }).allowed);
    expect(allowed({ leads: true, isProposer: false })).toEqual(['ACCEPT', 'RETURN']);
    expect(allowed({ leads: false, isProposer: true })).toEqual(['WITHDRAW']);
    expect(allowed({ leads: false, isProposer: false })).toEqual([]);
  });
  test('is decided on once', () => {
    for (const verb of proposalVerbs)
      for (const state of agendaProposalStates.filter((one) => one !== 'OPEN'))
        expect(mayWithProposal(verb, { ...facts, state })).toEqual({ allowed: false, reason: 'PROPOSAL_DECIDED' });
  });
  test('becomes an item until the meeting starts; it can be given back and taken back after that', () => {
    const states = (verb: (typeof proposalVerbs)[number]) =>
      meetingStates.filter((meetingState) => mayWithProposal(verb, { ...facts, meetingState }).allowed);
    expect(states('ACCEPT')).toEqual(['DRAFT', 'PUBLISHED']);
    expect(states('RETURN')).toEqual([...meetingStates]);
    expect(mayWithProposal('ACCEPT', { ...facts, meetingState: 'IN_SESSION' })).toMatchObject({
      reason: 'MEETING_STARTED',
    });
    expect(mayWithProposal('ACCEPT', { ...facts, meetingState: 'CLOSED' })).toMatchObject({ reason: 'MEETING_OVER' });
  });
});
