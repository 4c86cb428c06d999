import type { Transaction } from '../../../platform/streams/transaction.ts';

/** Who presents an item: by name with an account when they sit at the table, else in words. */
export async function presenterOf(
  tx: Transaction,
  tableId: string,
  personId: string,
): Promise<{ presenterId: string | null; presenterText: string | null }> {
  const [row] = await tx.em.execute<{ name: string; hasSeat: boolean }[]>(
    `select p.name || ', ' || o.name as name,
       exists (select from membership s where s.table_id = ? and s.person_id = p.id) as "hasSeat"
     from person p join organisation o on o.id = p.organisation_id where p.id = ?`,
    [tableId, personId],
  );
  return row?.hasSeat
    ? { presenterId: personId, presenterText: null }
    : { presenterId: null, presenterText: row?.name ?? null };
}
