import { addDays, localDateOf } from '@versnellingstafel/shared/dates/local-date';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { minutesEvent } from './minutes-events.ts';
import { minutesForChange } from './minutes-for-change.ts';

export interface MinutesVersion {
  minutesId: string;
  expectedVersion: number;
}

/** Days that participants have at least, also when the rhythm of the table would leave them none. */
const daysAtLeast = 3;

/**
 * Lays the draft before the participants, until the day that the rhythm of the table says.
 * @throws Forbidden, Refusal.
 */
export async function sendMinutesForReview(
  tx: Transaction,
  viewer: Viewer,
  input: MinutesVersion,
): Promise<{ meetingId: string; minutesId: string }> {
  const { meeting, minutes } = await minutesForChange(tx, viewer, input, 'SEND_FOR_REVIEW');
  const soonest = addDays(localDateOf(tx.now), daysAtLeast);
  minutes.sendForReview(meeting.minutesBy > soonest ? meeting.minutesBy : soonest, { by: viewer.personId, at: tx.now });
  await tx.em.flush();
  tx.record(minutesEvent('MINUTES_SENT_FOR_REVIEW', minutes, { reviewBy: minutes.reviewBy }));
  return { meetingId: meeting.id, minutesId: minutes.id };
}
