import { discussionLimits } from '@versnellingstafel/shared/discussion/permissions';
import type { InputCheck } from '../../../platform/commands/input-check.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { loadViewer } from '../../people/people.module.ts';
import { visibleBottlenecks } from '../bottleneck.policy.ts';
import { peopleFor } from '../case-people.ts';

/**
 * The people whom a comment names, each once. Nobody is called to something that they cannot see: the case is shared with them first.
 * @param already whom it named before: they are not asked about again.
 */
export async function checkMentions(
  tx: Transaction,
  check: InputCheck,
  bottleneckId: string,
  mentionIds: readonly string[],
  already: readonly string[] = [],
): Promise<string[]> {
  const given = [...new Set(check.atMost('mentionIds', mentionIds, discussionLimits.mentionsMax))];
  const ids = given.map((id) => uuidOf('Person', id));
  const people = await peopleFor(
    tx.em,
    bottleneckId,
    ids.filter((id) => id !== null),
  );
  for (const [index, id] of ids.entries()) {
    const person = id === null ? undefined : people.get(id);
    if (!person) check.refuse('mentionIds', 'UNKNOWN_PERSON', {}, String(index));
    else if (!already.includes(person.id) && !(await sees(tx, person.id, bottleneckId)))
      check.refuse('mentionIds', 'PERSON_SEES_NOT', { name: person.name }, String(index));
  }
  return ids.filter((id) => id !== null);
}

async function sees(tx: Transaction, personId: string, bottleneckId: string): Promise<boolean> {
  const viewer = await loadViewer(tx.em, personId);
  if (!viewer) return false;
  const visible = visibleBottlenecks(viewer, 'b');
  const rows = await tx.em.execute<object[]>(`select from bottleneck b where b.id = ? and ${visible.sql}`, [
    bottleneckId,
    ...visible.params,
  ]);
  return rows.length > 0;
}

/** Keeps whom a comment names, in place of whom it named before. */
export async function keepMentions(tx: Transaction, commentId: string, personIds: readonly string[]): Promise<void> {
  await tx.em.execute('delete from comment_mention where comment_id = ?', [commentId]);
  if (personIds.length === 0) return;
  await tx.em.execute(
    `insert into comment_mention (comment_id, person_id, position)
     select ?, given.id::uuid, given.position from jsonb_array_elements_text(?::jsonb) with ordinality as given (id, position)`,
    [commentId, JSON.stringify(personIds)],
  );
}
