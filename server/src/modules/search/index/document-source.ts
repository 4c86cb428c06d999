import type { SqlEntityManager } from '@mikro-orm/sql';
import type { SearchKind } from '@versnellingstafel/shared/search/limits';

/** What a room hands in for one thing that can be found. */
export interface SearchText {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Further texts, each a paragraph. */
  readonly body: readonly string[];
  /** Words that find it without standing in its text: a number, a theme, a project. Not shown in snippets. */
  readonly keywords: readonly string[];
  readonly themeCodes: readonly string[];
  readonly changedAt: Date;
}

/** One kind of thing that can be found. */
export interface DocumentSource {
  readonly kind: SearchKind;
  /** Name of the kind in the subjects of events. */
  readonly subject: string;
  /** What is found of these subjects, where that is not the subjects themselves. */
  targetsOf?(em: SqlEntityManager, subjectIds: readonly string[]): Promise<readonly string[]>;
  /** The texts of those that still exist, in a constant number of statements. */
  searchText(em: SqlEntityManager, ids: readonly string[]): Promise<readonly SearchText[]>;
  /** Ids in order, for a rebuild; after `after`. */
  idsAfter(em: SqlEntityManager, after: string | null, count: number): Promise<readonly string[]>;
}
