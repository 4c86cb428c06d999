import type { SqlEntityManager } from '@mikro-orm/sql';
import type { MessageLocale } from '@versnellingstafel/shared/errors/messages';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { SearchKind } from '@versnellingstafel/shared/search/limits';
import type { SqlPart } from '../../../platform/graphql/keyset-page.ts';
import type { Viewer } from '../../people/people.module.ts';

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

/** What can be known of a thing besides its words, as it is now: filters and facets ask for it. */
export const factNames = [
  'municipality',
  'region',
  'table',
  'state',
  'validity',
  'year',
  'national',
  'overdue',
  'mine',
  'retired',
  'reuse',
] as const;
export type FactName = (typeof factNames)[number];

/** For whom and when facts are asked. */
export interface Asked {
  readonly viewer: Viewer;
  /** Today in Amsterdam. */
  readonly today: LocalDate;
}

/** A fact as SQL over `row`, the alias of the live row. */
export type Fact = (row: string, asked: Asked) => SqlPart;

/** A fact that is a column, or an expression of columns, without parameters. */
export const fact =
  (sql: (row: string) => string): Fact =>
  (row) => ({ sql: sql(row), params: [] });

/** One kind of thing that can be found. */
export interface DocumentKind {
  readonly kind: SearchKind;
  readonly label: Readonly<Record<MessageLocale, string>>;
  /** Type of its node. */
  readonly node: string;
  /** Name of the kind in the subjects of events; null when nothing tells of its changes. */
  readonly subject: string | null;
  /** The table of its live rows, by `id`. */
  readonly table: string;
  /** A condition on a live row: may this viewer find it, by every word of it? */
  visible(viewer: Viewer, row: string): SqlPart;
  /** The facts that things of this kind have: a filter on another one does not judge them. */
  readonly facts: Partial<Readonly<Record<FactName, Fact>>>;
  /** Facts that say which come first, and leave none of this kind out unless it is typed as a filter. */
  readonly lenient?: readonly FactName[];
  /** The states it can be in, as filters name them. */
  readonly states: readonly string[];
  /** What is found of these subjects, where that is not the subjects themselves. */
  targetsOf?(em: SqlEntityManager, subjectIds: readonly string[]): Promise<readonly string[]>;
  /** The texts of those that still exist, in a constant number of statements. */
  searchText(em: SqlEntityManager, ids: readonly string[]): Promise<readonly SearchText[]>;
  /** Which live rows are documents, as a condition on `r` without parameters; all when left out. */
  readonly those?: string;
}
