import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { bottleneckKind } from '../bottleneck.events.ts';
import { addCases, type ApplicableRow, changeCases } from './apply-rows.ts';
import type { RawCell, RowChange } from './import-cells.ts';
import { importedEvent } from './import-events.ts';
import type { Import } from './import.entity.ts';
import { checkRows, keepRows } from './import-rows.ts';
import { openImport, type ImportVersion, placeOf } from './open-import.ts';

/** A type, so that it counts as JSON. `shownAgain`: so many rows changed meanwhile, and nothing was applied. */
export type ApplyOutcome = { importId: string; shownAgain: number };

/**
 * Applies all rows that are new or different, at once or not at all, as one event. Rows that others changed since the trial run are
 * tried out anew and shown again first.
 * @throws Refusal (not there or not theirs, changed meanwhile, wrong state, guesses not confirmed, nothing to apply).
 */
export async function applyImport(
  tx: Transaction,
  viewer: Viewer,
  input: ImportVersion,
  { demo }: { readonly demo: boolean },
): Promise<ApplyOutcome> {
  const row = await openImport(tx, viewer, 'APPLY', input);
  const path = ['input', 'importId'];
  const [guesses] = await tx.em.execute<{ count: number }[]>(
    `select count(*)::int as count from bottleneck_import_row where import_id = ? and guessed`,
    [row.id],
  );
  if (guesses && guesses.count > 0 && !row.guessesConfirmed)
    refuse(fieldProblem('GUESSES_NOT_CONFIRMED', path, { count: guesses.count }));
  const shownAgain = await showChangedAgain(tx, viewer, row, demo);
  if (shownAgain > 0) return { importId: row.id, shownAgain };

  const rows = await tx.em.execute<(Omit<ApplicableRow, 'change'> & { change: RowChange })[]>(
    `select id, kind, bottleneck_id as "bottleneckId", change from bottleneck_import_row
     where import_id = ? and kind in ('NEW', 'CHANGED') order by row_number`,
    [row.id],
  );
  if (rows.length === 0) refuse(fieldProblem('NOTHING_TO_APPLY', path));
  const added = await addCases(
    tx,
    viewer,
    row.tableId,
    rows.filter((each) => each.kind === 'NEW'),
  );
  const changed = await changeCases(
    tx,
    viewer,
    rows.filter((each) => each.kind === 'CHANGED'),
  );
  row.apply(tx.now, rows.length);
  tx.record({
    stream: { kind: 'table', id: row.tableId },
    type: importedEvent,
    subjects: [...added, ...changed].map((id) => ({ kind: bottleneckKind, id })),
    payload: { importId: row.id },
  });
  return { importId: row.id, shownAgain: 0 };
}

interface StaleRow {
  readonly id: string;
  readonly number: number;
  readonly raw: RawCell[];
}

/** Tries rows out anew whose case changed since, or came into being. @returns how many. */
async function showChangedAgain(tx: Transaction, viewer: Viewer, row: Import, demo: boolean): Promise<number> {
  await tx.em.execute(
    `select b.id from bottleneck b where b.id in (select r.bottleneck_id from bottleneck_import_row r where r.import_id = ? and r.kind = 'CHANGED')
     order by b.id for update`,
    [row.id],
  );
  const stale = await tx.em.execute<StaleRow[]>(
    `select r.id, r.row_number as number, r.raw from bottleneck_import_row r
     where r.import_id = ? and ((r.kind = 'CHANGED' and r.base_version <> (select b.version from bottleneck b where b.id = r.bottleneck_id))
       or (r.kind = 'NEW' and exists (select from bottleneck_project bp join bottleneck b on b.id = bp.bottleneck_id
         where bp.project_id::text = split_part(r.match_key, ' ', 1) and lower(b.title) = lower(r.title) and b.held_by_id = ?
           and b.state <> 'DRAFT' and not b.withdrawn_as_draft))) order by r.row_number`,
    [row.id, row.tableId],
  );
  if (stale.length === 0) return 0;
  const place = await placeOf(tx.em, viewer, row.tableId, { now: tx.now, demo });
  const raws = stale.map(({ id, number, raw }) => ({ id, number, cells: raw }));
  const checked = await checkRows(tx.em, place, raws);
  const again = raws.flatMap((raw, index) => (checked[index] ? [{ raw, checked: checked[index] }] : []));
  // A new case that only looks like one the viewer cannot see stays new: that it is there is not theirs to know.
  const shown = again.filter((each) => !(each.checked.kind === 'NEW'));
  if (shown.length === 0) return 0;
  await keepRows(tx.em, row.id, shown);
  await tx.em.execute(
    `update bottleneck_import_row set stale = true where import_id = ? and row_number in (select jsonb_array_elements_text(?::jsonb)::int)`,
    [row.id, JSON.stringify(shown.map((each) => each.raw.number))],
  );
  row.showAgain(shown.some((each) => each.checked.guessed));
  return shown.length;
}
