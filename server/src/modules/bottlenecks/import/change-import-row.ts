import type { ImportField } from '@versnellingstafel/shared/bottlenecks/import-fields';
import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import { InputCheck } from '../../../platform/commands/input-check.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { visibleBottlenecks } from '../bottleneck.policy.ts';
import type { RawCell } from './import-cells.ts';
import { said } from './import-cells.ts';
import type { Import } from './import.entity.ts';
import { asDuplicate, checkRows, firstRowsOf, keepRows } from './import-rows.ts';
import { lockImport, placeOf } from './open-import.ts';

/** A type, so that it counts as JSON. */
export type RowOutcome = { importId: string; rowId: string };

interface OpenRow {
  readonly id: string;
  readonly importId: string;
  readonly number: number;
  readonly raw: RawCell[];
  readonly matchKey: string | null;
}

/**
 * Puts a cell of the trial run right; the row is tried out anew.
 * @throws Refusal (not there, not theirs, wrong state).
 */
export async function fixImportCell(
  tx: Transaction,
  viewer: Viewer,
  input: { readonly rowId: string; readonly field: ImportField; readonly value: string },
  options: { readonly demo: boolean },
): Promise<RowOutcome> {
  const { open, row } = await openRow(tx, viewer, input.rowId);
  const check = new InputCheck();
  const value = check.text('value', input.value, { max: bottleneckLimits.textMax + 1 });
  check.done();
  const known = row.raw.find((cell) => cell.field === input.field);
  const fixed: RawCell = {
    column: null,
    header: null,
    ...known,
    field: input.field,
    text: value,
    kind: 'TEXT',
    formula: false,
  };
  const cells = known ? row.raw.map((cell) => (cell === known ? fixed : cell)) : [...row.raw, fixed];
  await tryAgain(tx, viewer, open, { ...row, raw: cells }, options);
  return { importId: open.id, rowId: row.id };
}

/** Leaves a row out, or takes it in again. @throws Refusal (not there, not theirs, wrong state). */
export async function skipImportRow(
  tx: Transaction,
  viewer: Viewer,
  input: { readonly rowId: string; readonly skip: boolean },
  options: { readonly demo: boolean },
): Promise<RowOutcome> {
  const { open, row } = await openRow(tx, viewer, input.rowId);
  if (input.skip) {
    await tx.em.execute(
      `update bottleneck_import_row set kind = 'SKIPPED', guessed = false, messages = ?::jsonb where id = ?`,
      [JSON.stringify([said('ROW_SKIPPED')]), row.id],
    );
    open.fix(false);
    await tryNextOf(tx, viewer, open, row, options);
  } else {
    await tx.em.execute(`update bottleneck_import_row set kind = 'REFUSED' where id = ?`, [row.id]);
    await tryAgain(tx, viewer, open, row, options);
  }
  return { importId: open.id, rowId: row.id };
}

async function openRow(tx: Transaction, viewer: Viewer, rowId: string): Promise<{ open: Import; row: OpenRow }> {
  const path = ['input', 'rowId'];
  const id = uuidOf('ImportRow', rowId) ?? refuse(notFoundProblem(path, 'UNKNOWN_IMPORT_ROW'));
  const visible = visibleBottlenecks(viewer, 'b');
  const [row] = await tx.em.execute<OpenRow[]>(
    `select r.id, r.import_id as "importId", r.row_number as number, r.raw, r.match_key as "matchKey"
     from bottleneck_import_row r join bottleneck_import i on i.id = r.import_id
     where r.id = ? and i.started_by_id = ? and (r.bottleneck_id is null or exists (
       select from bottleneck b where b.id = r.bottleneck_id and ${visible.sql}))`,
    [id, viewer.personId, ...visible.params],
  );
  if (!row) refuse(notFoundProblem(path, 'UNKNOWN_IMPORT_ROW'));
  return { open: await lockImport(tx, viewer, 'FIX', row.importId, path), row };
}

async function tryAgain(
  tx: Transaction,
  viewer: Viewer,
  open: Import,
  row: OpenRow,
  { demo }: { demo: boolean },
): Promise<void> {
  const place = await placeOf(tx.em, viewer, open.tableId, { now: tx.now, demo });
  const raw = { id: row.id, number: row.number, cells: row.raw };
  const [tried] = await checkRows(tx.em, place, [raw]);
  if (!tried) throw new Error('One row in, one row out.');
  const key = tried.matchKey;
  const first = key === null ? undefined : (await firstRowsOf(tx.em, open.id, [key])).get(key);
  const checked = first !== undefined && first < row.number ? asDuplicate(tried, first) : tried;
  await keepRows(tx.em, open.id, [{ raw, checked }]);
  open.fix(checked.guessed);
  if (row.matchKey !== key) await tryNextOf(tx, viewer, open, row, { demo });
}

/** The row that waited behind this one as the same case comes in its place. */
async function tryNextOf(
  tx: Transaction,
  viewer: Viewer,
  open: Import,
  row: OpenRow,
  options: { demo: boolean },
): Promise<void> {
  if (row.matchKey === null) return;
  const [next] = await tx.em.execute<OpenRow[]>(
    `select r.id, r.import_id as "importId", r.row_number as number, r.raw, r.match_key as "matchKey" from bottleneck_import_row r
     where r.import_id = ? and r.match_key = ? and r.row_number > ? and r.kind = 'REFUSED' and r.id <> ? order by r.row_number limit 1`,
    [open.id, row.matchKey, row.number, row.id],
  );
  if (!next) return;
  const place = await placeOf(tx.em, viewer, open.tableId, { now: tx.now, ...options });
  const raw = { id: next.id, number: next.number, cells: next.raw };
  const [checked] = await checkRows(tx.em, place, [raw]);
  const first = (await firstRowsOf(tx.em, open.id, [row.matchKey])).get(row.matchKey);
  if (!checked || (first !== undefined && first < next.number)) return;
  await keepRows(tx.em, open.id, [{ raw, checked }]);
  if (checked.guessed) open.guessesConfirmed = false;
}
