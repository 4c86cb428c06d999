import { Forbidden } from '../../../platform/commands/breach.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { lockTable, mayChangeRhythm, rhythmOf } from '../../tables/tables.module.ts';
import { fillSeries, hasSeries } from './fill-series.ts';
import { moveDrafts } from './move-drafts.ts';

export interface PlanSeries {
  tableId: string;
  moveDrafts?: boolean | null | undefined;
}

/**
 * Makes the meetings of the series of a table that are missing ahead, as drafts. Asked twice, the second time nothing
 * happens.
 * @throws Forbidden (CHAIR_OR_SECRETARY_ONLY), Refusal (unknown table, NO_RHYTHM).
 */
export async function planSeries(
  tx: Transaction,
  viewer: Viewer,
  input: PlanSeries,
): Promise<{ tableId: string; meetingIds: string[] }> {
  const tableId = uuidOf('AccelerationTable', input.tableId);
  const table = tableId && (await lockTable(tx, tableId));
  if (!table) return refuse(notFoundProblem(['input', 'tableId'], 'UNKNOWN_TABLE'));
  const decision = mayChangeRhythm(viewer, table.id);
  if (!decision.allowed) throw new Forbidden(decision.reason);
  if (!hasSeries(rhythmOf(table))) refuse(fieldProblem('NO_RHYTHM', ['input', 'tableId']));

  if (input.moveDrafts === true) await moveDrafts(tx, table, { by: viewer.personId, at: tx.now });
  return { tableId: table.id, meetingIds: await fillSeries(tx, table, viewer.personId) };
}
