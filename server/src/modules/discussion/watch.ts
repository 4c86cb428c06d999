import type { SqlPart } from '../../platform/graphql/keyset-page.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';

/** What the viewer follows, as a condition on an id in SQL. */
export function watchedBy(personId: string, kind: string, idSql: string): SqlPart {
  return {
    sql: `exists (select from watch w where w.person_id = ? and w.subject_kind = ? and w.subject_id = ${idSql})`,
    params: [personId, kind],
  };
}

/** Begins or stops to follow something. Doing it twice changes nothing. */
export async function setWatching(
  tx: Transaction,
  personId: string,
  subject: { readonly kind: string; readonly id: string },
  watching: boolean,
): Promise<void> {
  const sql = watching
    ? 'insert into watch (person_id, subject_kind, subject_id) values (?, ?, ?) on conflict do nothing'
    : 'delete from watch where person_id = ? and subject_kind = ? and subject_id = ?';
  await tx.em.execute(sql, [personId, subject.kind, subject.id]);
}
