import { type TableRole, leadsTable } from '../tables/roles.ts';
import type { MeetingState } from './agenda.ts';

/** What a person may do with a meeting. */
export const meetingVerbs = [
  'EDIT_AGENDA',
  'PUBLISH',
  'RESCHEDULE',
  'CANCEL',
  'RESTORE',
  'PROPOSE_ITEM',
  'ANSWER_INVITATION',
  'START',
  'STEER',
  'TAKE_LEAD',
  'TAKE_ATTENDANCE',
  'JOIN',
  'RECORD_OUTCOME',
  'DRAFT_NOTE',
  'WRITE_MINUTES',
  'CLOSE',
  'REOPEN',
] as const;
export type MeetingVerb = (typeof meetingVerbs)[number];

export type MeetingDenial =
  | 'CHAIR_OR_SECRETARY_ONLY'
  | 'PARTICIPANTS_ONLY'
  | 'NOT_THE_LEAD'
  | 'ALREADY_LEAD'
  | 'MEETING_OVER'
  | 'MEETING_NOT_PUBLISHED'
  | 'MEETING_NOT_STARTED'
  | 'MEETING_STARTED'
  | 'MEETING_NOT_CANCELLED'
  | 'MEETING_NOT_CLOSED'
  | 'MINUTES_ADOPTED';
export type MeetingDecision = { readonly allowed: true } | { readonly allowed: false; readonly reason: MeetingDenial };

/** What is known of the person and of the meeting when a right is judged. A substitute counts with the role of the member they replace. */
export interface MeetingFacts {
  readonly role: TableRole | null;
  readonly state: MeetingState;
  /** Was it ever published? Until then it is there for chair and secretary alone. */
  readonly published?: boolean;
  /** Does this person hold the controls of the running meeting? */
  readonly isLead?: boolean;
  /** Invited to one or more items without a seat at the table. */
  readonly isGuest?: boolean;
}

interface Rule {
  readonly who: 'LEADERS' | 'PARTICIPANTS' | 'ATTENDING';
  readonly states: readonly MeetingState[];
  /** Why not, in any other state. */
  readonly otherwise: Partial<Record<MeetingState, MeetingDenial>>;
}

const over = { CLOSED: 'MEETING_OVER', MINUTES_ADOPTED: 'MEETING_OVER', CANCELLED: 'MEETING_OVER' } as const;
const notBegun = { DRAFT: 'MEETING_NOT_STARTED', PUBLISHED: 'MEETING_NOT_STARTED' } as const;
const ahead = { IN_SESSION: 'MEETING_STARTED', ...over } as const;

const open: readonly MeetingState[] = ['DRAFT', 'PUBLISHED', 'IN_SESSION'];
const rules: Readonly<Record<MeetingVerb, Rule>> = {
  EDIT_AGENDA: { who: 'LEADERS', states: open, otherwise: over },
  PUBLISH: { who: 'LEADERS', states: open, otherwise: over },
  RESCHEDULE: { who: 'LEADERS', states: ['DRAFT', 'PUBLISHED'], otherwise: ahead },
  CANCEL: { who: 'LEADERS', states: ['DRAFT', 'PUBLISHED'], otherwise: ahead },
  RESTORE: {
    who: 'LEADERS',
    states: ['CANCELLED'],
    otherwise: {
      DRAFT: 'MEETING_NOT_CANCELLED',
      PUBLISHED: 'MEETING_NOT_CANCELLED',
      IN_SESSION: 'MEETING_NOT_CANCELLED',
      CLOSED: 'MEETING_NOT_CANCELLED',
      MINUTES_ADOPTED: 'MEETING_NOT_CANCELLED',
    },
  },
  PROPOSE_ITEM: { who: 'PARTICIPANTS', states: ['DRAFT', 'PUBLISHED'], otherwise: ahead },
  ANSWER_INVITATION: {
    who: 'ATTENDING',
    states: ['PUBLISHED', 'IN_SESSION'],
    otherwise: { DRAFT: 'MEETING_NOT_PUBLISHED', ...over },
  },
  START: {
    who: 'LEADERS',
    states: ['PUBLISHED'],
    otherwise: { DRAFT: 'MEETING_NOT_PUBLISHED', ...ahead },
  },
  STEER: { who: 'LEADERS', states: ['IN_SESSION'], otherwise: { ...notBegun, ...over } },
  TAKE_LEAD: { who: 'LEADERS', states: ['IN_SESSION'], otherwise: { ...notBegun, ...over } },
  TAKE_ATTENDANCE: {
    who: 'LEADERS',
    states: ['IN_SESSION', 'CLOSED'],
    otherwise: { ...notBegun, MINUTES_ADOPTED: 'MINUTES_ADOPTED', CANCELLED: 'MEETING_OVER' },
  },
  JOIN: { who: 'ATTENDING', states: ['IN_SESSION'], otherwise: { ...notBegun, ...over } },
  RECORD_OUTCOME: { who: 'LEADERS', states: open, otherwise: over },
  // A note is drafted from what was decided until the words of the meeting are fixed.
  DRAFT_NOTE: {
    who: 'LEADERS',
    states: ['IN_SESSION', 'CLOSED'],
    otherwise: { ...notBegun, MINUTES_ADOPTED: 'MINUTES_ADOPTED', CANCELLED: 'MEETING_OVER' },
  },
  WRITE_MINUTES: {
    who: 'PARTICIPANTS',
    states: ['IN_SESSION', 'CLOSED'],
    otherwise: { ...notBegun, MINUTES_ADOPTED: 'MINUTES_ADOPTED', CANCELLED: 'MEETING_OVER' },
  },
  CLOSE: { who: 'LEADERS', states: ['IN_SESSION'], otherwise: { ...notBegun, ...over } },
  REOPEN: {
    who: 'LEADERS',
    states: ['CLOSED'],
    otherwise: {
      DRAFT: 'MEETING_NOT_CLOSED',
      PUBLISHED: 'MEETING_NOT_CLOSED',
      IN_SESSION: 'MEETING_NOT_CLOSED',
      MINUTES_ADOPTED: 'MINUTES_ADOPTED',
      CANCELLED: 'MEETING_OVER',
    },
  },
};

/**
 * Who may do what with a meeting, in which state. Chair and secretary prepare, steer, record and close; participants propose, answer,
 * join and write along; observers only look; guests answer and join.
 */
export function mayWithMeeting(verb: MeetingVerb, facts: MeetingFacts): MeetingDecision {
  const rule = rules[verb];
  const denied = whyNot(verb, rule, facts);
  return denied === null ? { allowed: true } : { allowed: false, reason: denied };
}

function whyNot(verb: MeetingVerb, rule: Rule, facts: MeetingFacts): MeetingDenial | null {
  const participates = facts.role !== null && facts.role !== 'OBSERVER';
  if (rule.who === 'LEADERS' && !leadsTable(facts.role)) return 'CHAIR_OR_SECRETARY_ONLY';
  if (rule.who === 'PARTICIPANTS' && !participates) return 'PARTICIPANTS_ONLY';
  if (rule.who === 'ATTENDING' && facts.role === null && facts.isGuest !== true) return 'PARTICIPANTS_ONLY';
  if (!rule.states.includes(facts.state)) return rule.otherwise[facts.state] ?? 'MEETING_OVER';
  if (verb === 'STEER' && facts.isLead === false) return 'NOT_THE_LEAD';
  if (verb === 'TAKE_LEAD' && facts.isLead === true) return 'ALREADY_LEAD';
  return null;
}
