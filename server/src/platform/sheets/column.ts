/** A column of a list that is written. */
export interface SheetColumn {
  readonly header: string;
  readonly kind: 'TEXT' | 'NUMBER' | 'DATE';
  /** Characters that are wide enough to read it. */
  readonly width: number;
}

/** A row that is written: for each column its text, a number with a point, or a date as `YYYY-MM-DD`; empty when there is nothing. */
export type WrittenRow = readonly string[];
