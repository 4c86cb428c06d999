import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { AgendaItem } from '../agenda-item.entity.ts';
import { onlyHiddenCases } from '../meeting-for-change.ts';
import { type FactsOfMeeting, showsItem } from '../meeting.policy.ts';

/** An item of a meeting by its UUID; null when it is not there or hidden from the viewer, who is there as `facts` say. */
export async function shownItem(
  tx: Transaction,
  viewer: Viewer,
  facts: FactsOfMeeting,
  id: string | null,
): Promise<AgendaItem | null> {
  if (id === null) return null;
  const item = await tx.em.findOne(AgendaItem, { id, meetingId: facts.meetingId });
  if (item === null || !showsItem(facts, item)) return null;
  return (await onlyHiddenCases(tx, viewer, item.id, facts)) ? null : item;
}
