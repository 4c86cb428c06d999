import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { keepStretch } from './item-clock.ts';
import { runEvent } from './run-events.ts';
import { runningMeeting } from './running-meeting.ts';

/** Stops the clock of the current item; nothing happens when it stands still already. @throws Forbidden, Refusal (NOT_THE_LEAD …). */
export async function pauseMeeting(
  tx: Transaction,
  viewer: Viewer,
  input: { meetingId: string },
): Promise<{ meetingId: string }> {
  const { meeting, run } = await runningMeeting(tx, viewer, input.meetingId, 'STEER');
  if (run.pausedAt !== null) return { meetingId: meeting.id };
  await keepStretch(tx, run, { finished: false });
  run.pause(tx.now);
  await tx.em.flush();
  tx.record(runEvent('MEETING_PAUSED', meeting));
  return { meetingId: meeting.id };
}
