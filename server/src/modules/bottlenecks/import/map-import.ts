import {
  type ImportField,
  importFieldWords,
  importLimits,
  projectFields,
} from '@versnellingstafel/shared/bottlenecks/import-fields';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import type { ColumnFact, Import } from './import.entity.ts';
import { openImport, type ImportVersion } from './open-import.ts';
import { headersKey } from './find-columns.ts';
import type { ImportOutcome } from './start-import.ts';

export interface MapImport extends ImportVersion {
  readonly sheet?: string | null | undefined;
  readonly headerRow?: number | null | undefined;
  readonly mapping: readonly { readonly column: number; readonly field?: ImportField | null | undefined }[];
}

/**
 * Says which column is what, and begins the trial run; with another sheet or row of headings the columns are looked at anew first.
 * What was chosen is remembered for lists with the same headings.
 * @throws Refusal with every field problem.
 */
export async function mapImport(tx: Transaction, viewer: Viewer, input: MapImport): Promise<ImportOutcome> {
  const row = await openImport(tx, viewer, 'MAP', input);
  const check = new InputCheck();
  const { sheet, headerRow } = checkPlace(check, row, input);
  if (sheet !== row.sheet || headerRow !== row.headerRow) {
    check.done();
    // Headings are asked for anew on another sheet; a row of headings that was named stays.
    row.readAgain(sheet, input.headerRow ?? null);
    await clearRows(tx, row.id);
    return { importId: row.id };
  }
  const columns = checkMapping(check, row, input);
  check.done();
  row.check(columns);
  await clearRows(tx, row.id);
  await tx.em.execute(
    `insert into bottleneck_import_mapping (table_id, headers, mapping, updated_at) values (?, ?, ?::jsonb, ?)
     on conflict (table_id, headers) do update set mapping = excluded.mapping, updated_at = excluded.updated_at`,
    [
      row.tableId,
      headersKey(columns.map((column) => column.header)),
      JSON.stringify(columns.map((column) => column.field)),
      tx.now,
    ],
  );
  return { importId: row.id };
}

function checkPlace(
  check: InputCheck,
  row: Import,
  input: MapImport,
): { sheet: string | null; headerRow: number | null } {
  const sheet = input.sheet ?? row.sheet ?? null;
  const known = row.sheets.find((each) => each.name === sheet);
  if (input.sheet != null && !known) check.refuse('sheet', 'UNKNOWN_SHEET', { name: input.sheet.slice(0, 80) });
  const headerRow = input.headerRow ?? (sheet === row.sheet ? (row.headerRow ?? null) : null);
  const { rowsMax } = importLimits;
  if (input.headerRow != null && (!Number.isInteger(headerRow) || input.headerRow < 0 || input.headerRow > rowsMax))
    check.refuse('headerRow', 'UNKNOWN_HEADER_ROW', { row: input.headerRow });
  return { sheet, headerRow };
}

function checkMapping(check: InputCheck, row: Import, { mapping }: MapImport): ColumnFact[] {
  const chosen = new Map<number, ImportField | null>();
  const byField = new Map<ImportField, ColumnFact>();
  const wanted = check.atMost('mapping', mapping, importLimits.columnsMax);
  for (const [index, { column, field = null }] of wanted.entries()) {
    const fact = row.columns.find((each) => each.index === column);
    if (!fact) {
      check.refuse('mapping', 'UNKNOWN_COLUMN', { column }, String(index), 'column');
      continue;
    }
    chosen.set(column, field);
    if (field === null) continue;
    const other = byField.get(field);
    if (other && other.index !== column) {
      const values = { one: other.header, other: fact.header, what: importFieldWords[field].label.nl };
      check.refuse('mapping', 'COLUMN_MAPPED_TWICE', values, String(index), 'field');
    }
    byField.set(field, fact);
  }
  if (!byField.has('TITLE')) check.refuse('mapping', 'TITLE_NOT_MAPPED');
  if (!projectFields.some((field) => byField.has(field))) check.refuse('mapping', 'PROJECT_NOT_MAPPED');
  return row.columns.map((column) => ({ ...column, field: chosen.get(column.index) ?? null }));
}

async function clearRows(tx: Transaction, importId: string): Promise<void> {
  await tx.em.execute('delete from bottleneck_import_row where import_id = ?', [importId]);
}
