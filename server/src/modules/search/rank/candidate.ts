import type { Validity } from '@versnellingstafel/shared/knowledge/validity';
import type { SearchKind } from '@versnellingstafel/shared/search/limits';

/** A document that this viewer may see and that holds something of the question, with the live facts that facets ask for. */
export interface Candidate {
  readonly kind: SearchKind;
  readonly id: string;
  /** Which arms found it, by their place in the list. */
  readonly arms: readonly number[];
  readonly municipalityId: string | null;
  readonly regionId: string | null;
  readonly tableId: string | null;
  /** As filters name it: of a case `RESOLVED`, of an action `ACTION_DONE`. */
  readonly state: string | null;
  /** Of a note: is it safe to use today? */
  readonly validity: Validity | null;
  readonly year: number | null;
  readonly national: boolean;
  readonly overdue: boolean;
  readonly mine: boolean;
  /** Archived or withdrawn: still found, but behind the rest. */
  readonly retired: boolean;
  /** How often a note worked. */
  readonly reuse: number;
  readonly themeCodes: readonly string[];
  readonly changedAt: number;
}
