import { type CellObject, read, SSF, type WorkBook } from '@e965/xlsx';
import { rowOf, type Sheet, type SheetCell, type SheetLimits, type SheetRow, UnreadableSheets } from './sheet.ts';
import { unpackedWorkbook } from './unpack-workbook.ts';

/** The sheets of an `.xlsx` that people can see, in their order. @throws UnreadableSheets. */
export function readWorkbook(bytes: Uint8Array, limits: SheetLimits): Sheet[] {
  const book = parsed(unpackedWorkbook(bytes), limits);
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const visible = book.SheetNames.filter((_, index) => !book.Workbook?.Sheets?.[index]?.Hidden);
  return visible.slice(0, limits.sheetsMax).map((name) => ({ name, rows: rowsOf(book, name, date1904, limits) }));
}

function parsed(bytes: Uint8Array, limits: SheetLimits): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellDates: false,
      cellFormula: true,
      cellHTML: false,
      cellNF: true,
      cellText: true,
      // A formula without a result is a cell too.
      sheetStubs: true,
      // One more than may be there, so that too many are noticed.
      sheetRows: limits.rowsMax + 51,
    });
  } catch (error) {
    throw new UnreadableSheets('UNREADABLE', { cause: error });
  }
}

function rowsOf(book: WorkBook, name: string, date1904: boolean, limits: SheetLimits): SheetRow[] {
  const data = (book.Sheets[name]?.['!data'] ?? []) as (CellObject | undefined)[][];
  const rows: SheetRow[] = [];
  for (const [index, cells] of data.entries()) {
    if (!cells) continue;
    const found = Array.from(cells.slice(0, limits.columnsMax), (cell) => cell && cellOf(cell, date1904, limits)).map(
      (cell) => cell ?? null,
    );
    const row = rowOf(index + 1, found);
    if (row) rows.push(row);
  }
  if (rows.length > limits.rowsMax) throw new UnreadableSheets('TOO_MANY_ROWS');
  return rows;
}

function cellOf(cell: CellObject, date1904: boolean, { cellMax }: SheetLimits): SheetCell | null {
  const formula = cell.f !== undefined;
  if (cell.t === 'z') return formula ? { kind: 'TEXT', text: '', formula } : null;
  if (cell.t === 'e') return { kind: 'ERROR', text: cell.w ?? '#N/A', formula };
  if (cell.t === 'n' && typeof cell.v === 'number') {
    const format = typeof cell.z === 'string' ? cell.z : '';
    const date = format !== '' && SSF.is_date(format) ? dateOf(cell.v, date1904) : null;
    return date === null
      ? { kind: 'NUMBER', text: plainNumber(cell.v), formula }
      : { kind: 'DATE', text: date, formula };
  }
  const text = String(cell.v ?? '').slice(0, cellMax + 1);
  if (text.trim() === '' && !formula) return null;
  return { kind: 'TEXT', text: cell.t === 'b' ? (cell.v ? 'ja' : 'nee') : text, formula };
}

/** The calendar date of a serial number, without any time zone; null when there is none. */
function dateOf(serial: number, date1904: boolean): string | null {
  const parts = serial < 1 ? null : SSF.parse_date_code(serial, { date1904 });
  if (!parts) return null;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(parts.y).padStart(4, '0')}-${two(parts.m)}-${two(parts.d)}`;
}

/** A number as it reads, without the dust of binary fractions. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}
