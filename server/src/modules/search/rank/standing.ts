import type { SearchKind } from '@versnellingstafel/shared/search/limits';
import type { Validity } from '@versnellingstafel/shared/knowledge/validity';
import type { Candidate } from './candidate.ts';

/** What answers goes before what is only named: a register row, or the minutes around a decision. */
const ofKind: Readonly<Record<SearchKind, number>> = {
  BOTTLENECK: 1,
  NOTE: 1,
  DECISION: 0.97,
  ACTION: 0.95,
  MINUTES: 0.95,
  PROJECT: 0.92,
  ORGANISATION: 0.92,
};
/** A note that is safe to use goes before one that is not. */
const ofValidity: Readonly<Record<Validity, number>> = { USABLE: 1, CHECK_FIRST: 0.96, EXPIRED: 0.8 };
const retired = 0.6;
/** Each time that a note worked lifts it a little, up to so many. */
const perReuse = 0.01;
const mostReuse = 5;

/** What a thing is worth apart from its words: 1 for a case or a note that holds. */
export function standingOf({ kind, validity, retired: isRetired, reuse }: Candidate): number {
  if (isRetired) return retired;
  return ofKind[kind] * (validity === null ? 1 : ofValidity[validity]) * (1 + Math.min(reuse, mostReuse) * perReuse);
}
