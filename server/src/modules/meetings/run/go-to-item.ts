import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { conflictProblem, notFoundProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { beginItem, keepStretch } from './item-clock.ts';
import { shownItem } from './item-of-meeting.ts';
import { runEvent } from './run-events.ts';
import { type Running, runningMeeting } from './running-meeting.ts';

export interface GoToItem {
  meetingId: string;
  /** Null ends the last item. */
  itemId?: string | null | undefined;
  /** The item that was current for who asks; left out: whatever it is. */
  fromItemId?: string | null | undefined;
}

/**
 * Makes another item the current one, from which on it runs; the one before is done. A pause ends with it. Of two who go on at once the
 * second hears that the meeting went on already.
 * @throws Forbidden, Refusal (NOT_THE_LEAD, not there, conflict).
 */
export async function goToItem(
  tx: Transaction,
  viewer: Viewer,
  input: GoToItem,
): Promise<{ meetingId: string; itemId: string | null }> {
  const running = await runningMeeting(tx, viewer, input.meetingId, 'STEER');
  const { meeting, run, facts } = running;
  await refuseMoved(tx, viewer, running, input.fromItemId);
  const item = input.itemId == null ? null : await shownItem(tx, viewer, facts, uuidOf('AgendaItem', input.itemId));
  if (input.itemId != null && item === null) refuse(notFoundProblem(['input', 'itemId']));
  const itemId = item?.id ?? null;
  const fromItemId = run.currentItemId;
  if (itemId === fromItemId) return { meetingId: meeting.id, itemId };

  await keepStretch(tx, run, { finished: true });
  run.moveTo(itemId, { by: viewer.personId, at: tx.now });
  await tx.em.flush();
  if (itemId !== null) await beginItem(tx, meeting.id, itemId);
  tx.record(runEvent('ITEM_STARTED', meeting, { itemId, fromItemId }));
  return { meetingId: meeting.id, itemId };
}

/** Is another item current than the one that was seen? An item that is hidden from the viewer was seen as none. */
async function refuseMoved(
  tx: Transaction,
  viewer: Viewer,
  { meeting, run, facts }: Running,
  seen: string | null | undefined,
): Promise<void> {
  if (seen === undefined) return;
  const current = run.currentItemId;
  if (current === (seen === null ? null : uuidOf('AgendaItem', seen))) return;
  if (seen === null && current !== null && (await shownItem(tx, viewer, facts, current)) === null) return;
  const conflict = {
    current: { type: 'Meeting', id: meeting.id },
    currentVersion: meeting.version,
    changedById: run.movedById,
    changedAt: run.movedAt,
  };
  refuse(conflictProblem(conflict, ['input', 'fromItemId']));
}
