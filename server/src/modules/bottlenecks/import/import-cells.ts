import type { ImportField } from '@versnellingstafel/shared/bottlenecks/import-fields';
import type { BottleneckState, Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import type { LocalDate } from '@versnellingstafel/shared/dates/local-date';
import type { MessageCode } from '@versnellingstafel/shared/errors/messages';
import type { TableLevel } from '@versnellingstafel/shared/tables/roles';
import type { CellKind } from '../../../platform/sheets/sheet.ts';

export type ImportRowKind = 'NEW' | 'CHANGED' | 'UNCHANGED' | 'REFUSED' | 'SKIPPED';
export type ImportCellState = 'TAKEN' | 'GUESSED' | 'BLANK' | 'REFUSED' | 'IGNORED';

/** A sentence of `import-messages.ts`, put into the language of whoever reads it. */
export type Said = { readonly code: MessageCode; readonly values: { readonly [name: string]: string | number } };

/** A cell of a mapped column as the file has it, or as somebody put it right. */
export type RawCell = {
  readonly column: number | null;
  readonly header: string | null;
  readonly field: ImportField;
  readonly text: string;
  readonly kind: CellKind;
  readonly formula: boolean;
};

/** What became of a cell. `value` and `before` are codes or dates where the field has those, and words otherwise. */
export type CheckedCell = {
  readonly column: number | null;
  readonly header: string | null;
  readonly field: ImportField;
  readonly raw: string;
  readonly value: string | null;
  readonly before: string | null;
  readonly state: ImportCellState;
  readonly said: Said | null;
};

/** What a cell gave, before anybody knows what it does to a case. */
export type Reading<T> =
  | { readonly state: 'TAKEN' | 'GUESSED'; readonly value: T; readonly said?: Said | undefined }
  | { readonly state: 'BLANK' | 'REFUSED' | 'IGNORED'; readonly said?: Said | undefined };

/** A project of a case, with how many homes wait there. */
export type LinkedProject = { readonly projectId: string; readonly homesBlocked: number | null };

/** What a list says that has no place on a case, by field; `ownerAs` is who became the owner instead. */
export type KeptTexts = { [field in 'OWNER' | 'LEAD' | 'ACTION_HOLDER' | 'REMARK' | 'ownerAs']?: string };

/** What applying a row does: everything for a case that is new, just what differs for one that is there. */
export type RowChange = {
  title?: string;
  description?: string;
  ask?: string;
  triedSoFar?: string;
  decisionBy?: LocalDate;
  constructionStart?: LocalDate;
  state?: BottleneckState;
  solvableAt?: TableLevel;
  confidentiality?: Confidentiality;
  dueOn?: LocalDate;
  nextStep?: string;
  filedOn?: LocalDate;
  ownerId?: string;
  leadId?: string;
  projects?: LinkedProject[];
  municipalityId?: string;
  regionId?: string;
  homesBlocked?: number;
  themeIds?: string[];
  kept?: KeptTexts;
};

/** A row as the trial run left it. */
export interface CheckedRow {
  readonly kind: ImportRowKind;
  readonly title: string;
  readonly bottleneckId: string | null;
  readonly baseVersion: number | null;
  readonly cells: readonly CheckedCell[];
  readonly messages: readonly Said[];
  readonly change: RowChange;
  /** The same for two rows about one case. */
  readonly matchKey: string | null;
  readonly guessed: boolean;
}

export const said = (code: MessageCode, values: Said['values'] = {}): Said => ({ code, values });
export const refused = (code: MessageCode, values: Said['values'] = {}): { state: 'REFUSED'; said: Said } => ({
  state: 'REFUSED',
  said: said(code, values),
});
export const guessed = <T>(value: T, code: MessageCode, values: Said['values']) => ({
  state: 'GUESSED' as const,
  value,
  said: said(code, values),
});

const nothing = new Set([
  '-',
  '--',
  '–',
  '?',
  '??',
  'nvt',
  'n.v.t.',
  'n.v.t',
  'ntb',
  'n.t.b.',
  'n.t.b',
  'onbekend',
  'nog niet bekend',
  'nog onbekend',
  'tbd',
  'geen',
  'leeg',
  'x',
]);

/** Does somebody say with this that there is nothing to say? */
export function meansNothing(text: string): boolean {
  return nothing.has(text.trim().toLowerCase());
}

/** The text of a cell on one line, as names are compared. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** The parts of a cell that may hold several, each once. */
export function partsOf(text: string): string[] {
  return [...new Set(text.split(/[;\n]/).map(oneLine).filter(Boolean))];
}
