import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { minutesEvent } from './minutes-events.ts';
import { minutesForChange } from './minutes-for-change.ts';
import type { MinutesVersion } from './send-minutes-for-review.ts';

/**
 * Shows the adopted minutes to all who may see the meeting, and tells them.
 * @throws Forbidden, Refusal.
 */
export async function publishMinutes(
  tx: Transaction,
  viewer: Viewer,
  input: MinutesVersion,
): Promise<{ meetingId: string; minutesId: string }> {
  const { meeting, minutes } = await minutesForChange(tx, viewer, input, 'PUBLISH');
  minutes.publish({ by: viewer.personId, at: tx.now });
  await tx.em.flush();
  tx.record(minutesEvent('MINUTES_PUBLISHED', minutes));
  return { meetingId: meeting.id, minutesId: minutes.id };
}
