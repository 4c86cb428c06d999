import { leadsTable } from '@versnellingstafel/shared/tables/roles';
import { Forbidden } from '../../platform/commands/breach.ts';
import { InputCheck } from '../../platform/commands/input-check.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { notFoundProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import { roleAt, type Viewer } from '../people/people.module.ts';
import { AccelerationTable } from '../tables/tables.module.ts';
import type { ActionText } from './action.entity.ts';
import { type ActionInput, checkAction, createAction } from './create-action.ts';
import type { CaseOfAction } from './case-of-action.ts';

export interface AddAction extends ActionInput {
  readonly tableId: string;
  readonly bottleneckId?: string | null | undefined;
}

/**
 * An action that is agreed between meetings. For chair and secretary of the table.
 * @param caseOf finds the case it is for, under the rights of the viewer; the room of cases hands it in.
 * @throws Refusal (no such table, bad input), Forbidden.
 */
export async function addAction(
  tx: Transaction,
  viewer: Viewer,
  input: AddAction,
  caseOf: CaseOfAction,
): Promise<{ actionId: string }> {
  const tableId = uuidOf('AccelerationTable', input.tableId);
  const table = tableId === null ? null : await tx.em.findOne(AccelerationTable, { id: tableId });
  if (!table) refuse(notFoundProblem(['input', 'tableId']));
  if (!leadsTable(roleAt(viewer, table.id))) throw new Forbidden('CHAIR_OR_SECRETARY_ONLY');

  const check = new InputCheck();
  const text = await checkAction(tx, check, input);
  const bottleneckId = input.bottleneckId == null ? null : await caseOf(tx, viewer, input.bottleneckId);
  if (input.bottleneckId != null && bottleneckId === null) check.refuse('bottleneckId', 'UNKNOWN_BOTTLENECK');
  check.done();

  const action = await createAction(tx, viewer, { tableId: table.id, bottleneckId }, text as ActionText);
  return { actionId: action.id };
}
