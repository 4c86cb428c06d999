import { notFoundProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { memberToChange } from './member-to-change.ts';
import type { RemoveMemberInput } from './tables.types.ts';

/** Ends a seat; what the person could see through it ends with the next frame. @throws Forbidden SECRETARY_ONLY, Refusal UNKNOWN_TABLE, UNKNOWN_PERSON. */
export async function removeMember(
  tx: Transaction,
  viewer: Viewer,
  input: RemoveMemberInput,
): Promise<{ tableId: string }> {
  const { tableId, personId, seat } = await memberToChange(tx, viewer, input);
  if (!seat) refuse(notFoundProblem(['input', 'personId'], 'UNKNOWN_PERSON'));

  tx.em.remove(seat);

  tx.record({
    stream: { kind: 'table', id: tableId },
    type: 'MEMBER_REMOVED',
    subjects: [
      { kind: 'table', id: tableId },
      { kind: 'person', id: personId },
    ],
    payload: { personId, changes: [{ field: 'role', before: seat.role, after: null }] },
  });
  return { tableId };
}
