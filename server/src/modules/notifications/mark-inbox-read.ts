import { refuse, notFoundProblem } from '../../platform/graphql/problem-data.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';

/**
 * Marks a person's items as read, up to and with one of them, or all. What came in meanwhile stays unread.
 * @throws Refusal (NOT_FOUND) when the item is not there or not theirs.
 */
export async function markInboxRead(tx: Transaction, personId: string, upTo: string | null): Promise<object> {
  if (upTo === null) {
    await tx.em.execute('update inbox_item set read_at = ? where person_id = ? and read_at is null', [
      tx.now,
      personId,
    ]);
    return {};
  }
  const id = uuidOf('InboxItem', upTo);
  const [last] =
    id === null
      ? []
      : await tx.em.execute<{ id: string }[]>('select id from inbox_item where id = ? and person_id = ?', [
          id,
          personId,
        ]);
  if (!last) return refuse(notFoundProblem(['upTo']));
  await tx.em.execute(
    `update inbox_item i set read_at = ? from inbox_item last
     where last.id = ? and i.person_id = ? and i.read_at is null and (i.happened_at, i.id) <= (last.happened_at, last.id)`,
    [tx.now, last.id, personId],
  );
  return {};
}
