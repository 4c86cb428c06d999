import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { bottleneckKind } from '../bottleneck.events.ts';
import { importUndoneEvent } from './import-events.ts';
import { openImport, type ImportVersion } from './open-import.ts';
import type { ImportOutcome } from './start-import.ts';

/**
 * Undoes what was applied, as an event of its own: new cases are taken back as if they had been drafts, changed ones are as they were.
 * What somebody else built on stays, and is listed.
 * @throws Refusal (not there or not theirs, changed meanwhile, wrong state).
 */
export async function undoImport(tx: Transaction, viewer: Viewer, input: ImportVersion): Promise<ImportOutcome> {
  const row = await openImport(tx, viewer, 'UNDO', input);
  const rows = await tx.em.execute<{ id: string; kind: string; untouched: boolean }[]>(
    `select b.id, r.kind, b.version = r.applied_version as untouched from bottleneck_import_row r join bottleneck b on b.id = r.bottleneck_id
     where r.import_id = ? and r.applied_version is not null order by b.id for update of b`,
    [row.id],
  );
  await takeBackNew(tx, viewer, row.id);
  await putBackChanged(tx, viewer, row.id);
  const [undone, kept] = [rows.filter((each) => each.untouched), rows.filter((each) => !each.untouched)];
  row.undo(kept.map((each) => each.id));
  if (undone.length > 0) {
    tx.record({
      stream: { kind: 'table', id: row.tableId },
      type: importUndoneEvent,
      subjects: undone.map(({ id }) => ({ kind: bottleneckKind, id })),
      payload: { importId: row.id },
    });
  }
  return { importId: row.id };
}

const untouchedRows = (kind: string) =>
  `from bottleneck_import_row r where r.import_id = ? and r.kind = '${kind}' and b.id = r.bottleneck_id and b.version = r.applied_version`;

async function takeBackNew(tx: Transaction, viewer: Viewer, importId: string): Promise<void> {
  await tx.em.execute(
    `update bottleneck b set state = 'WITHDRAWN', withdrawn_as_draft = true, state_since = ?, version = b.version + 1, updated_at = ?, updated_by_id = ?
     ${untouchedRows('NEW')}`,
    [tx.now, tx.now, viewer.personId, importId],
  );
}

/** The columns that an import can change. */
const columns = [
  'title',
  'description',
  'tried_so_far',
  'ask',
  'decision_by',
  'construction_start',
  'solvable_at',
  'municipality_id',
  'region_id',
  'confidentiality',
  'owner_id',
  'lead_id',
  'due_on',
  'next_step',
  'homes_blocked',
];

async function putBackChanged(tx: Transaction, viewer: Viewer, importId: string): Promise<void> {
  const restored = await tx.em.execute<{ id: string }[]>(
    `update bottleneck b set ${columns.map((column) => `${column} = (jsonb_populate_record(null::bottleneck, r.undo -> 'row')).${column}`).join(', ')},
       version = b.version + 1, updated_at = ?, updated_by_id = ? ${untouchedRows('CHANGED')} returning b.id`,
    [tx.now, viewer.personId, importId],
  );
  const ids = JSON.stringify(restored.map((row) => row.id));
  const those = '(select value::uuid from jsonb_array_elements_text(?::jsonb))';
  for (const [table, part] of [
    ['bottleneck_project', 'projects'],
    ['bottleneck_theme', 'themes'],
  ] as const) {
    await tx.em.execute(`delete from ${table} where bottleneck_id in ${those}`, [ids]);
    await tx.em.execute(
      `insert into ${table} select l.* from bottleneck_import_row r, jsonb_populate_recordset(null::${table}, r.undo -> '${part}') l
       where r.import_id = ? and r.bottleneck_id in ${those}`,
      [importId, ids],
    );
  }
  await tx.em.execute(
    `update bottleneck_kept_text k set texts = r.undo -> 'texts' from bottleneck_import_row r
     where r.import_id = ? and r.bottleneck_id = k.bottleneck_id and k.bottleneck_id in ${those}`,
    [importId, ids],
  );
}
