import type { BottleneckState } from './states.ts';

/** The names of the states as people say them. */
export const stateLabels: Readonly<Record<BottleneckState, { readonly nl: string; readonly en: string }>> = {
  DRAFT: { nl: 'Concept', en: 'Draft' },
  SUBMITTED: { nl: 'Ingediend', en: 'Submitted' },
  TRIAGE: { nl: 'In voorportaal', en: 'In triage' },
  SCHEDULED: { nl: 'Geagendeerd', en: 'Scheduled' },
  IN_PROGRESS: { nl: 'In behandeling', en: 'In progress' },
  ESCALATED: { nl: 'Geëscaleerd', en: 'Escalated' },
  ON_HOLD: { nl: 'Aangehouden', en: 'On hold' },
  RESOLVED: { nl: 'Opgelost', en: 'Resolved' },
  REFERRED: { nl: 'Doorverwezen', en: 'Referred' },
  WITHDRAWN: { nl: 'Ingetrokken', en: 'Withdrawn' },
};
