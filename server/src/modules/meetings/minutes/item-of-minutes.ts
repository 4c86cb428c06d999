import { arrayLiteral } from '../../../platform/database/array-literal.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { visibleBottlenecks } from '../../bottlenecks/bottlenecks.module.ts';
import type { Viewer } from '../../people/people.module.ts';
import type { Meeting, PublishedItem } from '../meeting.entity.ts';
import { seesClosedPart } from '../meeting.policy.ts';

/**
 * The item of a meeting that something is said about, when the viewer sees it; null when none is named, and then it is about all of the
 * minutes. @throws Refusal when it is not there, not of this meeting or masked for the viewer: the same answer.
 */
export async function itemOfMinutes(
  tx: Transaction,
  viewer: Viewer,
  meeting: Meeting,
  itemId: string | null | undefined,
): Promise<PublishedItem | null> {
  if (itemId == null) return null;
  const id = uuidOf('AgendaItem', itemId);
  const item = meeting.publishedAgenda?.find((one) => one.id === id);
  if (!item || (await isMasked(tx, viewer, meeting, item))) return refuse(notFoundProblem(['input', 'itemId']));
  return item;
}

/** Stands an item of a closed meeting there without its content, for this viewer? As in agenda.queries.ts. */
export async function isMasked(
  tx: Transaction,
  viewer: Viewer,
  meeting: Meeting,
  item: Pick<PublishedItem, 'closedPart' | 'subjects'>,
): Promise<boolean> {
  if (item.closedPart && !seesClosedPart(viewer, meeting.tableId)) return true;
  const cases = item.subjects.filter(({ kind }) => kind === 'bottleneck').map(({ id }) => id);
  if (cases.length === 0) return false;
  const visible = visibleBottlenecks(viewer, 'b');
  const [count] = await tx.em.execute<{ seen: number }[]>(
    `select count(*)::int as seen from bottleneck b where b.id = any(?::uuid[]) and ${visible.sql}`,
    [arrayLiteral(cases), ...visible.params],
  );
  return (count?.seen ?? 0) === 0;
}
