import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { runEvent } from './run-events.ts';
import { runningMeeting } from './running-meeting.ts';

/** Lets the clock go on; nothing happens when it runs already. @throws Forbidden, Refusal (NOT_THE_LEAD …). */
export async function resumeMeeting(
  tx: Transaction,
  viewer: Viewer,
  input: { meetingId: string },
): Promise<{ meetingId: string }> {
  const { meeting, run } = await runningMeeting(tx, viewer, input.meetingId, 'STEER');
  if (run.pausedAt === null) return { meetingId: meeting.id };
  run.resume(tx.now);
  await tx.em.flush();
  tx.record(runEvent('MEETING_RESUMED', meeting));
  return { meetingId: meeting.id };
}
