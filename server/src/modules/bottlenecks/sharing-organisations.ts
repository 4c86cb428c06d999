import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import type { InputCheck } from '../../platform/commands/input-check.ts';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';

/** The organisations behind an input, each once and each there; null when the input leaves them out. */
export async function checkOrganisations(
  tx: Transaction,
  check: InputCheck,
  globalIds: readonly string[] | null | undefined,
): Promise<string[] | null> {
  if (globalIds == null) return null;
  const field = 'sharedWithOrganisationIds';
  const wanted = check.atMost(field, [...new Set(globalIds)], bottleneckLimits.peopleMax);
  const ids = wanted.map((globalId) => uuidOf('Organisation', globalId));
  const rows = await tx.em.execute<{ id: string }[]>('select o.id from organisation o where o.id = any(?::uuid[])', [
    arrayLiteral(ids.filter((id) => id !== null)),
  ]);
  const known = new Set(rows.map(({ id }) => id));
  return ids.flatMap((id, index) => {
    if (id !== null && known.has(id)) return [id];
    check.refuse(field, 'UNKNOWN_ORGANISATION', {}, String(index));
    return [];
  });
}

/** The organisations that a case is shared with now. */
export async function sharingOrganisations(tx: Transaction, bottleneckId: string): Promise<string[]> {
  const sql =
    'select g.organisation_id as id from bottleneck_organisation_grant g where g.bottleneck_id = ? order by g.organisation_id';
  const rows = await tx.em.execute<{ id: string }[]>(sql, [bottleneckId]);
  return rows.map(({ id }) => id);
}

/** Shares a case with these organisations in place of the present ones. */
export async function putSharingOrganisations(
  tx: Transaction,
  bottleneckId: string,
  organisationIds: readonly string[],
): Promise<void> {
  await tx.em.execute('delete from bottleneck_organisation_grant where bottleneck_id = ?', [bottleneckId]);
  await tx.em.execute(
    'insert into bottleneck_organisation_grant (bottleneck_id, organisation_id) select ?::uuid, id from unnest(?::uuid[]) as given (id)',
    [bottleneckId, arrayLiteral(organisationIds)],
  );
}
