import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { AgendaItem } from '../agenda-item.entity.ts';
import { onlyHiddenCases } from '../meeting-for-change.ts';
import type { FactsOfMeeting } from '../meeting.policy.ts';

/** An item of this meeting by its UUID, for somebody who prepares it; null when it is not there or hidden from them. */
export async function shownItem(
  tx: Transaction,
  viewer: Viewer,
  facts: Pick<FactsOfMeeting, 'meetingId' | 'seesClosedPart'>,
  id: string | null,
): Promise<AgendaItem | null> {
  if (id === null) return null;
  const item = await tx.em.findOne(AgendaItem, { id, meetingId: facts.meetingId });
  if (item === null || (item.closedPart && !facts.seesClosedPart)) return null;
  return (await onlyHiddenCases(tx, viewer, item.id)) ? null : item;
}
