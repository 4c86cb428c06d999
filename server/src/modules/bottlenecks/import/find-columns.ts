import {
  type ImportField,
  foldedHeader,
  importLimits,
  suggestFields,
} from '@versnellingstafel/shared/bottlenecks/import-fields';
import type { Sheet, SheetRow } from '../../../platform/sheets/sheet.ts';
import type { ColumnFact } from './import.entity.ts';

const lookedAt = 25;
const sampleMax = 120;

/** The headings of a list as one key, under which its mapping is remembered. */
export function headersKey(headers: readonly string[]): string {
  return headers.map(foldedHeader).join('|').slice(0, 2_000);
}

/**
 * The row of headings: the one among the first that names most fields, under whatever title stands above it. Without a single
 * heading that is known, the first row with several words over rows with more; 0 when there is none.
 */
export function findHeaderRow(sheet: Sheet): number {
  const first = sheet.rows.slice(0, lookedAt);
  const scored = first.map((row) => ({ row, known: suggestFields(headersOf(row)).filter(Boolean).length }));
  const most = Math.max(0, ...scored.map((each) => each.known));
  if (most >= 2) return scored.find((each) => each.known === most)?.row.number ?? 0;
  const single = scored.find(({ row, known }) => known === 1 && wordsIn(row) >= 2);
  return single?.row.number ?? 0;
}

const wordsIn = (row: SheetRow) => row.cells.filter((cell) => cell?.kind === 'TEXT').length;

function headersOf(row: SheetRow | undefined): string[] {
  return (row?.cells ?? []).map((cell) => (cell?.text ?? '').replaceAll(/\s+/g, ' ').trim());
}

/** The rows below the headings. */
export function rowsBelow(sheet: Sheet, headerRow: number): readonly SheetRow[] {
  return sheet.rows.filter((row) => row.number > headerRow);
}

/** The columns of a sheet below its headings. @param remembered what was chosen last for lists with these headings. */
export function columnsOf(
  sheet: Sheet,
  headerRow: number,
  remembered: (headers: string) => readonly (ImportField | null)[] | null,
): ColumnFact[] {
  const rows = rowsBelow(sheet, headerRow);
  const width = Math.min(
    importLimits.columnsMax,
    Math.max(0, ...sheet.rows.map((row) => (row.number >= headerRow ? row.cells.length : 0))),
  );
  const written = headersOf(sheet.rows.find((row) => row.number === headerRow));
  const headers = Array.from(
    { length: width },
    (_, index) => written[index]?.slice(0, 200) || `Kolom ${letterOf(index)}`,
  );
  const suggested = suggestFields(Array.from({ length: width }, (_, index) => written[index] ?? ''));
  const known = remembered(headersKey(headers));
  return headers.map((header, index) => ({
    index,
    header,
    samples: samplesOf(rows, index),
    field: null,
    suggested: known ? (known[index] ?? null) : (suggested[index] ?? null),
    remembered: known?.[index] != null,
  }));
}

function samplesOf(rows: readonly SheetRow[], index: number): string[] {
  const samples = new Set<string>();
  for (const row of rows) {
    const text = row.cells[index]?.text.replaceAll(/\s+/g, ' ').trim();
    if (text) samples.add(text.slice(0, sampleMax));
    if (samples.size === importLimits.samples) break;
  }
  return [...samples];
}

/** What a program calls a column: A … Z, AA … */
function letterOf(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
