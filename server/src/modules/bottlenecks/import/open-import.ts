import { type ImportVerb, mayImport, mayOnImport } from '@versnellingstafel/shared/bottlenecks/import-permissions';
import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import type { TableLevel } from '@versnellingstafel/shared/tables/roles';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { Forbidden } from '../../../platform/commands/breach.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { conflictProblem, fieldProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { roleAt, type Viewer } from '../../people/people.module.ts';
import { Import } from './import.entity.ts';
import type { ImportPlace } from './import-lookups.ts';

/** An import in the version that was seen: what most of its mutations take. */
export interface ImportVersion {
  readonly importId: string;
  readonly expectedVersion: number;
}

/**
 * Finds and locks an import of the viewer's own, for a step that they may take now.
 * @throws Forbidden (no longer chair or secretary), Refusal (not there or not theirs, changed meanwhile, wrong state).
 */
export async function openImport(
  tx: Transaction,
  viewer: Viewer,
  verb: ImportVerb,
  input: ImportVersion,
): Promise<Import> {
  const path = ['input', 'importId'];
  const id = uuidOf('Import', input.importId) ?? refuse(notFoundProblem(path, 'UNKNOWN_IMPORT'));
  const row = await lockImport(tx, viewer, verb, id, path);
  if (row.version !== input.expectedVersion)
    refuse(
      conflictProblem({
        current: { type: 'Import', id: row.id },
        currentVersion: row.version,
        changedById: row.startedById,
        changedAt: tx.now,
      }),
    );
  return row;
}

/** The same by its bare id, whatever its version. */
export async function lockImport(
  tx: Transaction,
  viewer: Viewer,
  verb: ImportVerb,
  id: string,
  path: readonly string[],
): Promise<Import> {
  const [found] = await tx.em.execute<object[]>(
    'select * from bottleneck_import where id = ? and started_by_id = ? for update',
    [id, viewer.personId],
  );
  if (!found) refuse(notFoundProblem(path, 'UNKNOWN_IMPORT'));
  const row = tx.em.map(Import, found);
  const role = roleAt(viewer, row.tableId);
  const right = mayImport(role);
  // Who no longer leads the table has no import there, just as if it were somebody else's.
  if (!right.allowed) refuse(notFoundProblem(path, 'UNKNOWN_IMPORT'));
  const decision = mayOnImport(verb, row.state, role);
  if (!decision.allowed) refuse(fieldProblem(decision.reason, path));
  return row;
}

/** The table of an import that is to begin, when the viewer leads it. @throws Forbidden, Refusal. */
export async function tableToImport(tx: Transaction, viewer: Viewer, tableId: string): Promise<string> {
  const path = ['input', 'tableId'];
  const id = uuidOf('AccelerationTable', tableId) ?? refuse(notFoundProblem(path, 'UNKNOWN_TABLE'));
  const rows = await tx.em.execute<object[]>('select id from acceleration_table where id = ?', [id]);
  if (rows.length === 0) refuse(notFoundProblem(path, 'UNKNOWN_TABLE'));
  const right = mayImport(roleAt(viewer, id));
  if (!right.allowed) throw new Forbidden(right.reason);
  return id;
}

/** Where a list goes, by whom and when. */
export async function placeOf(
  em: SqlEntityManager,
  viewer: Viewer,
  tableId: string,
  { now, demo }: { now: Date; demo: boolean },
): Promise<ImportPlace> {
  const [table] = await em.execute<{ level: TableLevel; regionId: string | null }[]>(
    `select t.level, coalesce(t.region_id, m.region_id) as "regionId" from acceleration_table t
     left join municipality m on m.id = t.municipality_id where t.id = ?`,
    [tableId],
  );
  if (!table) throw new Error('An import belongs to a table.');
  return { viewer, tableId, ...table, today: localDateOf(now), demo };
}
