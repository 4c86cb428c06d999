import { describe, expect, it } from 'vitest';
import { tableRoles, type TableRole } from '../tables/roles.ts';
import { isUnfinished, mayAdopt, mayWithMinutes, minutesStates, minutesVerbs, type MinutesState } from './minutes.ts';

const facts = (role: TableRole | null, state: MinutesState, mandate = false) => ({ role, state, mandate });

describe('Rights on minutes', () => {
  it('of chair and secretary follow the state', () => {
    const allowed = (state: MinutesState) =>
      minutesVerbs.filter((verb) => mayWithMinutes(verb, facts('SECRETARY', state)).allowed);
    expect(allowed('DRAFT')).toEqual(['SEND_FOR_REVIEW']);
    expect(allowed('REVIEW')).toEqual(['REMARK', 'SETTLE', 'ADOPT']);
    expect(allowed('ADOPTED')).toEqual(['SETTLE', 'PUBLISH', 'ADD_ADDENDUM', 'PROPOSE_ADDENDUM']);
    expect(allowed('PUBLISHED')).toEqual(['SETTLE', 'ADD_ADDENDUM', 'PROPOSE_ADDENDUM']);
    for (const state of minutesStates)
      for (const verb of minutesVerbs)
        expect(mayWithMinutes(verb, facts('CHAIR', state))).toEqual(mayWithMinutes(verb, facts('SECRETARY', state)));
  });

  it('of participants are to remark and to propose, of observers and others none', () => {
    const allowed = (role: TableRole | null) =>
      minutesStates.flatMap((state) => minutesVerbs.filter((verb) => mayWithMinutes(verb, facts(role, state)).allowed));
    expect(allowed('PARTICIPANT')).toEqual(['REMARK', 'PROPOSE_ADDENDUM', 'PROPOSE_ADDENDUM']);
    expect(allowed('OBSERVER')).toEqual([]);
    expect(allowed(null)).toEqual([]);
  });

  it('say why not', () => {
    const why = (decision: ReturnType<typeof mayWithMinutes>) => (decision.allowed ? null : decision.reason);
    expect(why(mayWithMinutes('REMARK', facts('PARTICIPANT', 'DRAFT')))).toBe('MINUTES_NOT_IN_REVIEW');
    expect(why(mayWithMinutes('REMARK', facts('OBSERVER', 'REVIEW')))).toBe('PARTICIPANTS_ONLY');
    expect(why(mayWithMinutes('SEND_FOR_REVIEW', facts('CHAIR', 'REVIEW')))).toBe('MINUTES_IN_REVIEW');
    expect(why(mayWithMinutes('ADOPT', facts('CHAIR', 'PUBLISHED')))).toBe('MINUTES_ADOPTED');
    expect(why(mayWithMinutes('PUBLISH', facts('CHAIR', 'PUBLISHED')))).toBe('MINUTES_PUBLISHED');
    expect(why(mayWithMinutes('PUBLISH', facts('PARTICIPANT', 'ADOPTED')))).toBe('CHAIR_OR_SECRETARY_ONLY');
    expect(why(mayWithMinutes('ADD_ADDENDUM', facts('CHAIR', 'REVIEW')))).toBe('MINUTES_NOT_ADOPTED');
  });

  it('to adopt outside a meeting come with the mandate, in a meeting with the lead', () => {
    expect(mayAdopt('IN_WRITING', facts('PARTICIPANT', 'REVIEW', true))).toEqual({ allowed: true });
    expect(mayAdopt('IN_WRITING', facts('SECRETARY', 'REVIEW'))).toEqual({ allowed: false, reason: 'MANDATE_ONLY' });
    expect(mayAdopt('IN_MEETING', facts('SECRETARY', 'REVIEW'))).toEqual({ allowed: true });
    expect(mayAdopt('IN_MEETING', facts('PARTICIPANT', 'REVIEW', true))).toEqual({
      allowed: false,
      reason: 'CHAIR_OR_SECRETARY_ONLY',
    });
    expect(mayAdopt('IN_WRITING', facts('PARTICIPANT', 'ADOPTED', true))).toEqual({
      allowed: false,
      reason: 'MINUTES_ADOPTED',
    });
    for (const role of tableRoles.filter((each) => each === 'PARTICIPANT' || each === 'OBSERVER'))
      expect(mayAdopt('IN_WRITING', facts(role, 'REVIEW')).allowed).toBe(false);
  });
});

describe('An item is unfinished', () => {
  const item = { started: false, finished: false, current: false, recurring: false, continued: false };
  it('when the table did not come to it or left it', () => {
    expect(isUnfinished(item)).toBe(true);
    expect(isUnfinished({ ...item, started: true })).toBe(true);
  });
  it('not when the meeting ended with it, it comes back by itself or goes on already', () => {
    expect(isUnfinished({ ...item, started: true, current: true })).toBe(false);
    expect(isUnfinished({ ...item, started: true, finished: true })).toBe(false);
    expect(isUnfinished({ ...item, recurring: true })).toBe(false);
    expect(isUnfinished({ ...item, continued: true })).toBe(false);
  });
});
