import { describe, expect, test } from 'vitest';
import { meetingStates } from './agenda.ts';
import { type MeetingVerb, mayWithMeeting, meetingVerbs } from './permissions.ts';

const statesFor = (verb: MeetingVerb) =>
  meetingStates.filter((state) => mayWithMeeting(verb, { role: 'CHAIR', state }).allowed);
const forLeaders = meetingVerbs.filter(
  (verb) => !(['PROPOSE_ITEM', 'ANSWER_INVITATION', 'JOIN', 'WRITE_MINUTES'] as MeetingVerb[]).includes(verb),
);

describe('mayWithMeeting', () => {
  test.each([
    ['EDIT_AGENDA', ['DRAFT', 'PUBLISHED', 'IN_SESSION']],
    ['PUBLISH', ['DRAFT', 'PUBLISHED', 'IN_SESSION']],
    ['RESCHEDULE', ['DRAFT', 'PUBLISHED']],
    ['CANCEL', ['DRAFT', 'PUBLISHED']],
    ['RESTORE', ['CANCELLED']],
    ['PROPOSE_ITEM', ['DRAFT', 'PUBLISHED']],
    ['ANSWER_INVITATION', ['PUBLISHED', 'IN_SESSION']],
    ['START', ['PUBLISHED']],
    ['STEER', ['IN_SESSION']],
    ['TAKE_LEAD', ['IN_SESSION']],
    ['TAKE_ATTENDANCE', ['IN_SESSION', 'CLOSED']],
    ['JOIN', ['IN_SESSION']],
    ['RECORD_OUTCOME', ['DRAFT', 'PUBLISHED', 'IN_SESSION']],
    ['WRITE_MINUTES', ['IN_SESSION', 'CLOSED']],
    ['DRAFT_NOTE', ['IN_SESSION', 'CLOSED']],
    ['CLOSE', ['IN_SESSION']],
    ['REOPEN', ['CLOSED']],
  ] as const)('%s in the states where it makes sense', (verb, states) => {
    expect(statesFor(verb)).toEqual(states);
  });
  test('what cannot be says why', () => {
    const reasons = meetingVerbs.flatMap((verb) =>
      meetingStates.flatMap((state) => {
        const decision = mayWithMeeting(verb, { role: 'SECRETARY', state });
        return decision.allowed ? [] : [decision.reason];
      }),
    );
    expect(reasons.filter((reason) => !/^(MEETING|MINUTES)_/.test(reason))).toEqual([]);
    expect(reasons.length).toBeGreaterThan(0);
  });
  test.each(['PARTICIPANT', 'OBSERVER', null] as const)('%s prepares, steers and records nothing', (role) => {
    for (const verb of forLeaders)
      for (const state of meetingStates)
        expect(mayWithMeeting(verb, { role, state })).toEqual({ allowed: false, reason: 'CHAIR_OR_SECRETARY_ONLY' });
  });
  test('participants propose, answer, join and write along; observers answer and join; who has no seat does neither', () => {
    const allowed = (role: 'PARTICIPANT' | 'OBSERVER' | null, isGuest = false) =>
      meetingVerbs.filter((verb) =>
        meetingStates.some((state) => mayWithMeeting(verb, { role, state, isGuest }).allowed),
      );
    expect(allowed('PARTICIPANT')).toEqual(['PROPOSE_ITEM', 'ANSWER_INVITATION', 'JOIN', 'WRITE_MINUTES']);
    expect(allowed('OBSERVER')).toEqual(['ANSWER_INVITATION', 'JOIN']);
    expect(allowed(null)).toEqual([]);
    expect(allowed(null, true)).toEqual(['ANSWER_INVITATION', 'JOIN']);
  });
  test('only who holds the controls steers, and only who does not takes them', () => {
    const facts = { role: 'SECRETARY', state: 'IN_SESSION' } as const;
    expect(mayWithMeeting('STEER', { ...facts, isLead: false })).toEqual({ allowed: false, reason: 'NOT_THE_LEAD' });
    expect(mayWithMeeting('STEER', { ...facts, isLead: true })).toEqual({ allowed: true });
    expect(mayWithMeeting('TAKE_LEAD', { ...facts, isLead: true })).toEqual({ allowed: false, reason: 'ALREADY_LEAD' });
    expect(mayWithMeeting('TAKE_LEAD', { ...facts, isLead: false })).toEqual({ allowed: true });
  });
});
