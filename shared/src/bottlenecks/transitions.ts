import type { BottleneckState } from './states.ts';

/** What people can do that moves a case from one state to another. */
export const bottleneckVerbs = [
  'SUBMIT',
  'TRIAGE',
  'SCHEDULE',
  'START',
  'HOLD',
  'RESUME',
  'ESCALATE',
  'RETURN_ESCALATION',
  'RESOLVE',
  'REFER',
  'WITHDRAW',
  'REOPEN',
] as const;
export type BottleneckVerb = (typeof bottleneckVerbs)[number];

interface Transition {
  readonly from: readonly BottleneckState[];
  readonly to: BottleneckState;
}

/**
 * The one table of transitions. The server refuses and the client disables from these same rows,
 * so that a refusal and a greyed button cannot disagree.
 */
export const transitions: Readonly<Record<BottleneckVerb, Transition>> = {
  SUBMIT: { from: ['DRAFT'], to: 'SUBMITTED' },
  TRIAGE: { from: ['SUBMITTED'], to: 'TRIAGE' },
  SCHEDULE: { from: ['SUBMITTED', 'TRIAGE', 'IN_PROGRESS', 'ON_HOLD'], to: 'SCHEDULED' },
  START: { from: ['TRIAGE', 'SCHEDULED'], to: 'IN_PROGRESS' },
  HOLD: { from: ['SUBMITTED', 'TRIAGE', 'SCHEDULED', 'IN_PROGRESS'], to: 'ON_HOLD' },
  RESUME: { from: ['ON_HOLD'], to: 'IN_PROGRESS' },
  // From ESCALATED: the table that received it asks the one above it.
  ESCALATE: { from: ['SCHEDULED', 'IN_PROGRESS', 'ESCALATED', 'ON_HOLD'], to: 'ESCALATED' },
  RETURN_ESCALATION: { from: ['ESCALATED'], to: 'IN_PROGRESS' },
  RESOLVE: { from: ['TRIAGE', 'SCHEDULED', 'IN_PROGRESS', 'ESCALATED', 'ON_HOLD', 'REFERRED'], to: 'RESOLVED' },
  REFER: { from: ['SUBMITTED', 'TRIAGE', 'SCHEDULED', 'IN_PROGRESS', 'ON_HOLD'], to: 'REFERRED' },
  WITHDRAW: { from: ['DRAFT', 'SUBMITTED', 'TRIAGE', 'SCHEDULED', 'IN_PROGRESS', 'ON_HOLD'], to: 'WITHDRAWN' },
  REOPEN: { from: ['RESOLVED', 'REFERRED', 'WITHDRAWN'], to: 'IN_PROGRESS' },
};

/** Does this verb apply to a case in this state? Rights are a question of its own. */
export function canTransition(verb: BottleneckVerb, from: BottleneckState): boolean {
  return transitions[verb].from.includes(from);
}

/** All verbs that apply in a state, in the order of `bottleneckVerbs`. */
export function allowedVerbs(from: BottleneckState): BottleneckVerb[] {
  return bottleneckVerbs.filter((verb) => canTransition(verb, from));
}
