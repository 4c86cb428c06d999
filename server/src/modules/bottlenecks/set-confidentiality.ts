import { bottleneckLimits } from '@versnellingstafel/shared/bottlenecks/limits';
import type { Confidentiality } from '@versnellingstafel/shared/bottlenecks/states';
import { InputCheck } from '../../platform/commands/input-check.ts';
import { arrayLiteral } from '../../platform/database/array-literal.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import { withholdNotes } from '../knowledge/knowledge.module.ts';
import type { Viewer } from '../people/people.module.ts';
import { type FieldChange, recordEvent } from './bottleneck.events.ts';
import { noteIdsFrom } from './case-notes/case-note.queries.ts';
import { peopleFor } from './case-people.ts';
import { type BottleneckVersion, bottleneckForActions } from './open-bottleneck.ts';
import { checkOrganisations, putSharingOrganisations, sharingOrganisations } from './sharing-organisations.ts';

export interface SetConfidentiality extends BottleneckVersion {
  readonly confidentiality: Confidentiality;
  readonly shareWithIds?: readonly string[] | null | undefined;
  readonly excludeIds?: readonly string[] | null | undefined;
  readonly sharedWithOrganisationIds?: readonly string[] | null | undefined;
}

type GrantKind = 'SHARED' | 'EXCLUDED';

/**
 * Changes who may see a case: its confidentiality, with whom it is shared, and who is excluded from it. A list that is
 * left out stays; an empty one is emptied. The names stay out of the event: they concern the people of the case alone.
 * @throws Forbidden, Refusal.
 */
export async function setConfidentiality(
  tx: Transaction,
  viewer: Viewer,
  input: SetConfidentiality,
): Promise<{ bottleneckId: string }> {
  const open = await bottleneckForActions(tx, viewer, ['SET_CONFIDENTIALITY'], input);
  const { row } = open;
  const check = new InputCheck();
  const shared = await checkPeople(tx, check, row.id, 'shareWithIds', input.shareWithIds);
  const excluded = await checkPeople(tx, check, row.id, 'excludeIds', input.excludeIds);
  const organisations = await checkOrganisations(tx, check, input.sharedWithOrganisationIds);
  const before = await grantsOf(tx, row.id);
  const organisationsBefore = await sharingOrganisations(tx, row.id);
  const after = { SHARED: shared ?? before.SHARED, EXCLUDED: excluded ?? before.EXCLUDED };
  if (after.EXCLUDED.includes(row.ownerId)) check.refuse('excludeIds', 'OWNER_EXCLUDED');
  if (after.SHARED.some((id) => after.EXCLUDED.includes(id)))
    check.refuse(shared ? 'shareWithIds' : 'excludeIds', 'SHARED_AND_EXCLUDED');
  check.done();

  const changes: FieldChange[] = [];
  if (input.confidentiality !== row.confidentiality) {
    changes.push({ field: 'confidentiality', before: row.confidentiality, after: input.confidentiality });
  }
  if (!same(before.SHARED, after.SHARED)) changes.push({ field: 'sharedWith', before: null, after: null });
  if (!same(before.EXCLUDED, after.EXCLUDED)) changes.push({ field: 'excluded', before: null, after: null });
  if (organisations && !same(organisationsBefore, organisations))
    changes.push({ field: 'sharedWithOrganisations', before: null, after: null });
  if (changes.length === 0) return { bottleneckId: row.id };
  row.open(input.confidentiality, open.change);
  if (shared) await putGrants(tx, row.id, 'SHARED', shared);
  if (excluded) {
    await putGrants(tx, row.id, 'EXCLUDED', excluded);
    await withholdNotes(tx, await noteIdsFrom(tx, row.id), excluded);
  }
  if (organisations) await putSharingOrganisations(tx, row.id, organisations);
  recordEvent(open, 'CONFIDENTIALITY_CHANGED', { changes });
  return { bottleneckId: row.id };
}

const same = (a: readonly string[], b: readonly string[]) => a.toSorted().join() === b.toSorted().join();

async function checkPeople(
  tx: Transaction,
  check: InputCheck,
  bottleneckId: string,
  field: string,
  globalIds: readonly string[] | null | undefined,
): Promise<string[] | null> {
  if (globalIds == null) return null;
  const wanted = check.atMost(field, [...new Set(globalIds)], bottleneckLimits.peopleMax);
  const ids = wanted.map((globalId) => uuidOf('Person', globalId));
  const people = await peopleFor(
    tx.em,
    bottleneckId,
    ids.filter((id) => id !== null),
  );
  return ids.flatMap((id, index) => {
    if (id !== null && people.has(id)) return [id];
    check.refuse(field, 'UNKNOWN_PERSON', {}, String(index));
    return [];
  });
}

async function grantsOf(tx: Transaction, bottleneckId: string): Promise<Record<GrantKind, readonly string[]>> {
  const sql = 'select g.person_id as "personId", g.kind from bottleneck_grant g where g.bottleneck_id = ?';
  const rows = await tx.em.execute<{ personId: string; kind: string }[]>(sql, [bottleneckId]);
  const of = (kind: GrantKind) => rows.filter((row) => row.kind === kind).map((row) => row.personId);
  return { SHARED: of('SHARED'), EXCLUDED: of('EXCLUDED') };
}

async function putGrants(
  tx: Transaction,
  bottleneckId: string,
  kind: GrantKind,
  personIds: readonly string[],
): Promise<void> {
  await tx.em.execute('delete from bottleneck_grant where bottleneck_id = ? and kind = ?', [bottleneckId, kind]);
  await tx.em.execute(
    'insert into bottleneck_grant (bottleneck_id, person_id, kind) select ?::uuid, person_id, ? from unnest(?::uuid[]) as given (person_id)',
    [bottleneckId, kind, arrayLiteral(personIds)],
  );
}
