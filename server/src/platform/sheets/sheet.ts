/** What a cell holds: a date as `YYYY-MM-DD`, a number with a point, an error as the program shows it. */
export type CellKind = 'TEXT' | 'NUMBER' | 'DATE' | 'ERROR';

/** A cell with something in it, or a formula without a result. */
export interface SheetCell {
  readonly text: string;
  readonly kind: CellKind;
  /** The text is what the program that wrote it had calculated last. */
  readonly formula: boolean;
}

/** A row with at least one cell in it; what is empty is null, and what is empty at the end is left out. */
export interface SheetRow {
  /** As the program shows it, from 1. */
  readonly number: number;
  readonly cells: readonly (SheetCell | null)[];
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

/** Bounds of what is read. */
export interface SheetLimits {
  readonly rowsMax: number;
  readonly columnsMax: number;
  readonly sheetsMax: number;
  /** Characters of one cell; longer ones are cut one further, so that a check can tell. */
  readonly cellMax: number;
}

/** Why a file could not be read. */
export type SheetTrouble = 'UNREADABLE' | 'TOO_LARGE' | 'TOO_MANY_ROWS';

/** A file could not be read as sheets. */
export class UnreadableSheets extends Error {
  override readonly name = 'UnreadableSheets';
  readonly trouble: SheetTrouble;

  constructor(trouble: SheetTrouble, options?: ErrorOptions) {
    super(`The sheets cannot be read: ${trouble}.`, options);
    this.trouble = trouble;
  }
}

/** A row without what is empty at its end; null when nothing is left. */
export function rowOf(number: number, cells: readonly (SheetCell | null)[]): SheetRow | null {
  const last = cells.findLastIndex((cell) => cell !== null);
  return last < 0 ? null : { number, cells: cells.slice(0, last + 1) };
}
