import type { SqlEntityManager } from '@mikro-orm/sql';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { newId } from '../../../platform/ids/new-id.ts';
import { checkRow } from './check-row.ts';
import { type CheckedRow, type RawCell, said } from './import-cells.ts';
import { type ImportPlace, lookUp } from './import-lookups.ts';

/** A row of the list before it is checked. */
export interface RawRow {
  readonly id?: string;
  readonly number: number;
  readonly cells: readonly RawCell[];
}

/** Tries rows out together: a constant number of statements, however many they are. */
export async function checkRows(
  em: SqlEntityManager,
  place: ImportPlace,
  rows: readonly RawRow[],
): Promise<CheckedRow[]> {
  const look = await lookUp(em, place, rows);
  return rows.map((row) => checkRow(row.cells, look));
}

/** A row that is about the case of an earlier one. */
export function asDuplicate(row: CheckedRow, ofRow: number): CheckedRow {
  return {
    ...row,
    kind: 'REFUSED',
    guessed: false,
    change: {},
    messages: [...row.messages, said('ROW_DUPLICATE', { row: ofRow })],
  };
}

/** Keeps rows as the trial run left them. */
export async function keepRows(
  em: SqlEntityManager,
  importId: string,
  rows: readonly { readonly raw: RawRow; readonly checked: CheckedRow }[],
): Promise<void> {
  const list = rows.map(({ raw, checked }) => ({
    id: raw.id ?? newId(),
    row_number: raw.number,
    kind: checked.kind,
    title: checked.title,
    bottleneck_id: checked.bottleneckId,
    base_version: checked.baseVersion,
    raw: raw.cells,
    cells: checked.cells,
    messages: checked.messages,
    change: checked.change,
    match_key: checked.matchKey,
    guessed: checked.guessed,
  }));
  await em.execute(
    `insert into bottleneck_import_row (id, import_id, row_number, kind, title, bottleneck_id, base_version, raw, cells, messages, change, match_key, guessed)
     select id, ?::uuid, row_number, kind, title, bottleneck_id, base_version, raw, cells, messages, change, match_key, guessed
     from jsonb_to_recordset(?::jsonb) as r (id uuid, row_number int, kind text, title text, bottleneck_id uuid, base_version int,
       raw jsonb, cells jsonb, messages jsonb, change jsonb, match_key text, guessed boolean)
     on conflict (import_id, row_number) do update set kind = excluded.kind, title = excluded.title, bottleneck_id = excluded.bottleneck_id,
       base_version = excluded.base_version, raw = excluded.raw, cells = excluded.cells, messages = excluded.messages,
       change = excluded.change, match_key = excluded.match_key, guessed = excluded.guessed, stale = false`,
    [importId, JSON.stringify(list)],
  );
}

/** For each of these keys, the first row of the import that is about that case and is not left out. */
export async function firstRowsOf(
  em: SqlEntityManager,
  importId: string,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const rows = await em.execute<{ key: string; row: number }[]>(
    `select match_key as key, min(row_number)::int as row from bottleneck_import_row
     where import_id = ? and match_key = any(?::text[]) and kind <> 'SKIPPED' group by match_key`,
    [importId, arrayLiteral(keys)],
  );
  return new Map(rows.map(({ key, row }) => [key, row]));
}
