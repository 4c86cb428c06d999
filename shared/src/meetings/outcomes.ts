/** What comes of an item. */
export const outcomeKinds = ['DECISION', 'AMENDED_DECISION', 'INFORMED', 'ACTION', 'BOTTLENECK', 'NOTE'] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** Characters that the text of an outcome may have. */
export const outcomeLimits = { textMax: 5_000 } as const;

/** Does this kind of outcome have a number and words of its own? */
export function isDecision(kind: OutcomeKind): boolean {
  return kind === 'DECISION' || kind === 'AMENDED_DECISION';
}

/** A decision in other words than were proposed is an amended one; without a proposal it is what it is. */
export function decisionKind(text: string, proposed: string): 'DECISION' | 'AMENDED_DECISION' {
  return proposed === '' || text === proposed ? 'DECISION' : 'AMENDED_DECISION';
}

/** Writes the number of a decision: `B-2026-014`. */
export function decisionNumber(year: number, sequence: number): string {
  return `B-${year}-${String(sequence).padStart(3, '0')}`;
}
