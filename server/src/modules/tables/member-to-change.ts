import { Forbidden } from '../../platform/commands/breach.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { notFoundProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import { personExists, type Viewer } from '../people/people.module.ts';
import { AccelerationTable, Membership } from './acceleration-table.entity.ts';
import { mayManageMembers } from './tables.policy.ts';

interface Member {
  readonly tableId: string;
  readonly personId: string;
  /** The seat as it is now; null without one. */
  readonly seat: Membership | null;
}

/** Loads and permits, for whoever adds or removes a member. @throws Forbidden SECRETARY_ONLY, Refusal UNKNOWN_TABLE, UNKNOWN_PERSON. */
export async function memberToChange(
  tx: Transaction,
  viewer: Viewer,
  input: { tableId: string; personId: string },
): Promise<Member> {
  const tableId = uuidOf('AccelerationTable', input.tableId);
  const table = tableId && (await tx.em.findOne(AccelerationTable, { id: tableId }));
  if (!table) return refuse(notFoundProblem(['input', 'tableId'], 'UNKNOWN_TABLE'));
  const decision = mayManageMembers(viewer, table.id);
  if (!decision.allowed) throw new Forbidden(decision.reason);
  const personId = uuidOf('Person', input.personId);
  if (!personId || !(await personExists(tx.em, personId)))
    return refuse(notFoundProblem(['input', 'personId'], 'UNKNOWN_PERSON'));
  return {
    tableId: table.id,
    personId,
    seat: await tx.em.findOne(Membership, { tableId: table.id, personId }),
  };
}
