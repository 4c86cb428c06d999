import { leadsTable, type TableRole } from '../tables/roles.ts';

/** How far a pattern has come. */
export const patternStates = ['OPEN', 'RESOLVED', 'DISSOLVED'] as const;
export type PatternState = (typeof patternStates)[number];

/** What can be done with a pattern. */
export const patternVerbs = ['EDIT', 'ADD', 'REMOVE', 'RESOLVE', 'DISSOLVE', 'UNDO_RESOLVE'] as const;
export type PatternVerb = (typeof patternVerbs)[number];

/** Sizes that both sides obey. */
export const patternLimits = { titleMin: 5, titleMax: 160, problemMax: 4_000, membersMin: 2, membersMax: 200 } as const;

/** What the server knows of a viewer and a pattern they can see. */
export interface PatternFacts {
  readonly state: PatternState;
  readonly roleAtTable: TableRole | null;
  /** Did this viewer take the last step? */
  readonly changedLast: boolean;
}

export type PatternDecision =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly reason: 'CHAIR_OR_SECRETARY_ONLY' | 'PATTERN_CLOSED' | 'PATTERN_NOT_RESOLVED' | 'NOTHING_TO_UNDO';
    };

/** Chair and secretary of a table see that several of its cases are one problem. */
export function mayMakePattern(roleAtTable: TableRole | null): PatternDecision {
  return leadsTable(roleAtTable) ? { allowed: true } : { allowed: false, reason: 'CHAIR_OR_SECRETARY_ONLY' };
}

/** May this viewer take this step with the pattern now? Its own right comes first. */
export function mayOnPattern(verb: PatternVerb, facts: PatternFacts): PatternDecision {
  const right = mayMakePattern(facts.roleAtTable);
  if (!right.allowed) return right;
  if (verb === 'UNDO_RESOLVE') {
    if (facts.state !== 'RESOLVED') return { allowed: false, reason: 'PATTERN_NOT_RESOLVED' };
    return facts.changedLast ? right : { allowed: false, reason: 'NOTHING_TO_UNDO' };
  }
  return facts.state === 'OPEN' ? right : { allowed: false, reason: 'PATTERN_CLOSED' };
}

const form = /^PT-(\d{4})-(\d{3,6})$/;

/** Writes the number of a pattern: `PT-2026-003`. */
export function patternNumber(year: number, sequence: number): string {
  return `PT-${year}-${String(sequence).padStart(3, '0')}`;
}

/** Is this the number of a pattern? */
export function isPatternNumber(text: string): boolean {
  return form.test(text);
}
