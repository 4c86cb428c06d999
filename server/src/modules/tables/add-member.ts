import { fieldProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { Membership } from './acceleration-table.entity.ts';
import { memberToChange } from './member-to-change.ts';
import type { AddMemberInput } from './tables.types.ts';

/** Gives a person a seat. @throws Forbidden SECRETARY_ONLY, Refusal UNKNOWN_TABLE, UNKNOWN_PERSON, ALREADY_MEMBER. */
export async function addMember(tx: Transaction, viewer: Viewer, input: AddMemberInput): Promise<{ tableId: string }> {
  const { tableId, personId, seat } = await memberToChange(tx, viewer, input);
  if (seat) refuse(fieldProblem('ALREADY_MEMBER', ['input', 'personId']));

  tx.em.create(Membership, { tableId, personId, role: input.role, mandate: input.mandate ?? false });

  tx.record({
    stream: { kind: 'table', id: tableId },
    type: 'MEMBER_ADDED',
    subjects: [
      { kind: 'table', id: tableId },
      { kind: 'person', id: personId },
    ],
    payload: { personId, changes: [{ field: 'role', before: null, after: input.role }] },
  });
  return { tableId };
}
