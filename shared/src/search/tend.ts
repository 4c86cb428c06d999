/** Why nobody found what they looked for: nothing was there, or nothing of it was worth opening. */
export const gapKinds = ['NO_HIT', 'NO_CLICK'] as const;
export type GapKind = (typeof gapKinds)[number];

/** What became of a question that led nowhere. */
export const gapStates = ['OPEN', 'SYNONYM', 'NOTE_ASKED', 'IGNORED'] as const;
export type GapState = (typeof gapStates)[number];

export const tendLimits = {
  /** Characters of a question that is kept; a longer one is a text, not a question. */
  questionMin: 3,
  questionMax: 80,
  /** Characters of what may be sent in. */
  queryMax: 2_000,
  termMin: 2,
  termMax: 120,
  termsMax: 20,
  groupsMax: 1_000,
  remarkMax: 500,
} as const;

export type TendDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: 'SEARCH_TENDERS_ONLY' };

/** Knowledge editors and functional administrators say which words mean the same, and see which questions led nowhere. */
export function mayTendSearch(facts: { readonly isEditor: boolean; readonly isAdministrator: boolean }): TendDecision {
  return facts.isEditor || facts.isAdministrator
    ? { allowed: true }
    : { allowed: false, reason: 'SEARCH_TENDERS_ONLY' };
}
