import type { Outcome } from './outcome-documents.ts';

/** What an outcome is recorded of. */
export interface OutcomeItem {
  id: string;
  proposedDecision: string;
  outcomes: readonly Outcome[];
  cases: readonly { id: string; number: string; title: string }[];
}
