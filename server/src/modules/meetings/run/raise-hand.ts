import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { runningMeeting } from './running-meeting.ts';

/** May the viewer ask for the floor? Those who may join. Nothing is kept of it. @throws Forbidden, Refusal (not started, over …). */
export async function mayRaiseHand(
  tx: Transaction,
  viewer: Viewer,
  input: { meetingId: string },
): Promise<{ meetingId: string }> {
  const { meeting } = await runningMeeting(tx, viewer, input.meetingId, 'JOIN');
  return { meetingId: meeting.id };
}
