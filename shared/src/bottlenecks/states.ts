/** The states of a bottleneck, in the order in which a case usually travels. */
export const bottleneckStates = [
  'DRAFT',
  'SUBMITTED',
  'TRIAGE',
  'SCHEDULED',
  'IN_PROGRESS',
  'ESCALATED',
  'ON_HOLD',
  'RESOLVED',
  'REFERRED',
  'WITHDRAWN',
] as const;
export type BottleneckState = (typeof bottleneckStates)[number];

/** States in which homes no longer wait for the table. */
export const closedStates = ['RESOLVED', 'REFERRED', 'WITHDRAWN'] as const satisfies readonly BottleneckState[];

export function isOpen(state: BottleneckState): boolean {
  return !(closedStates as readonly BottleneckState[]).includes(state);
}

export const confidentialities = ['PUBLIC', 'REGIONAL', 'CONFIDENTIAL'] as const;
export type Confidentiality = (typeof confidentialities)[number];

/**
 * Days from entering a state to the due date that a case gets by itself when nobody names one.
 * No open state is without a date.
 */
export const defaultTermDays: Readonly<Record<BottleneckState, number>> = {
  DRAFT: 14,
  SUBMITTED: 14,
  TRIAGE: 28,
  SCHEDULED: 42,
  IN_PROGRESS: 56,
  ESCALATED: 56,
  ON_HOLD: 56,
  RESOLVED: 0,
  REFERRED: 56,
  WITHDRAWN: 0,
};
