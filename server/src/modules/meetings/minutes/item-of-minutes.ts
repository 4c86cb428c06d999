import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import type { Meeting, PublishedItem } from '../meeting.entity.ts';
import { onlyHiddenCases } from '../meeting-for-change.ts';
import { loadMeetingFacts, showsItem } from '../meeting.policy.ts';

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
  meeting: Pick<Meeting, 'id'>,
  item: Pick<PublishedItem, 'id' | 'closedPart'>,
): Promise<boolean> {
  const facts = (await loadMeetingFacts(tx.em, viewer, [meeting.id])).get(meeting.id);
  return !facts || !showsItem(facts, item) || onlyHiddenCases(tx, viewer, item.id);
}
