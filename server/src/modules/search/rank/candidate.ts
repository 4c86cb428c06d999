import type { SearchKind } from '@versnellingstafel/shared/search/limits';

/** A document that this viewer may see and that holds something of the question, with the live facts that facets ask for. */
export interface Candidate {
  readonly kind: SearchKind;
  readonly id: string;
  /** Which arms found it, by their place in the list. */
  readonly arms: readonly number[];
  readonly municipalityId: string | null;
  readonly regionId: string | null;
  readonly state: string | null;
  readonly national: boolean;
  readonly overdue: boolean;
  readonly mine: boolean;
  /** Archived or withdrawn: still found, but behind the rest. */
  readonly retired: boolean;
  readonly themeCodes: readonly string[];
  readonly changedAt: number;
}
