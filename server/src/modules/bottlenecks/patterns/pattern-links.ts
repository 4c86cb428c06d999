import { localDateOf } from '@versnellingstafel/shared/dates/local-date';
import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import type { LinkBefore } from '../note-links.ts';

/** Notes that a note resolved all of these cases. @returns what the links were before, by case. */
export async function linkAllAsWorked(
  tx: Transaction,
  viewer: Viewer,
  caseIds: readonly string[],
  noteId: string,
): Promise<Map<string, LinkBefore>> {
  const ids = arrayLiteral(caseIds);
  const before = await tx.em.execute<(LinkBefore & { id: string })[]>(
    `select bottleneck_id as id, result, conditions, applied_by_id as "appliedById", applied_on::text as "appliedOn"
     from application where note_id = ? and bottleneck_id = any(?::uuid[]) order by bottleneck_id for update`,
    [noteId, ids],
  );
  await tx.em.execute(
    `insert into application (id, note_id, bottleneck_id, result, applied_by_id, applied_on)
     select id, ?::uuid, case_id, 'WORKED', ?::uuid, ?::date from unnest(?::uuid[], ?::uuid[]) as given (id, case_id)
     on conflict (note_id, bottleneck_id) do update
     set result = excluded.result, applied_by_id = excluded.applied_by_id, applied_on = excluded.applied_on`,
    [noteId, viewer.personId, localDateOf(tx.now), arrayLiteral(caseIds.map(() => tx.newId())), ids],
  );
  return new Map(before.map(({ id, ...link }) => [id, link]));
}

/** A link as it was before it said that its note worked. A type, so that it is plain JSON. */
export type CaseLink = { bottleneckId: string; noteId: string; before: LinkBefore | null };

/** Puts links back as they were. */
export async function unlinkAllAsWorked(tx: Transaction, links: readonly CaseLink[]): Promise<void> {
  if (links.length === 0) return;
  const rows = JSON.stringify(links);
  const given = `jsonb_to_recordset(?::jsonb) as given ("bottleneckId" uuid, "noteId" uuid, before jsonb)`;
  await tx.em.execute(
    `delete from application a using ${given}
     where a.note_id = given."noteId" and a.bottleneck_id = given."bottleneckId" and coalesce(given.before, 'null') = 'null'`,
    [rows],
  );
  await tx.em.execute(
    `update application a set result = given.before ->> 'result', conditions = given.before ->> 'conditions',
       applied_by_id = (given.before ->> 'appliedById')::uuid, applied_on = (given.before ->> 'appliedOn')::date
     from ${given} where a.note_id = given."noteId" and a.bottleneck_id = given."bottleneckId" and given.before ->> 'result' is not null`,
    [rows],
  );
}
