import { describe, expect, test } from 'vitest';
import { meetingStates } from './agenda.ts';
import { mayAddPaper, mayRemovePaper } from './paper-permissions.ts';

const states = (role: 'SECRETARY' | 'PARTICIPANT' | null, isPresenter: boolean) =>
  meetingStates.filter((state) => mayAddPaper({ role, state, isPresenter }).allowed);

describe('papers', () => {
  test('are added by who prepares the meeting and by who presents the item, until it is over', () => {
    expect(states('SECRETARY', false)).toEqual(['DRAFT', 'PUBLISHED', 'IN_SESSION']);
    expect(states('PARTICIPANT', true)).toEqual(['DRAFT', 'PUBLISHED', 'IN_SESSION']);
    expect(states(null, true)).toEqual(['DRAFT', 'PUBLISHED', 'IN_SESSION']);
    expect(mayAddPaper({ role: 'SECRETARY', state: 'CLOSED', isPresenter: false })).toEqual({
      allowed: false,
      reason: 'MEETING_OVER',
    });
  });
  test('are not added by others', () => {
    for (const role of ['PARTICIPANT', 'OBSERVER', null] as const)
      expect(mayAddPaper({ role, state: 'PUBLISHED', isPresenter: false })).toEqual({
        allowed: false,
        reason: 'LEADERS_OR_PRESENTER_ONLY',
      });
  });
  test('that came along from an earlier meeting stay', () => {
    const facts = { role: 'CHAIR', state: 'PUBLISHED', isPresenter: false } as const;
    expect(mayRemovePaper({ ...facts, inherited: false })).toEqual({ allowed: true });
    expect(mayRemovePaper({ ...facts, inherited: true })).toEqual({ allowed: false, reason: 'PAPER_OF_EARLIER_ITEM' });
    expect(mayRemovePaper({ ...facts, role: null, inherited: true })).toMatchObject({
      reason: 'LEADERS_OR_PRESENTER_ONLY',
    });
  });
});
