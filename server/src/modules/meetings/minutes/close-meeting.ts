import { uuidOf } from '../../../platform/graphql/global-id.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { workingAgenda } from '../agenda.ts';
import { planFeedback } from '../feedback/plan-feedback.ts';
import { meetingForChange } from '../meeting-for-change.ts';
import { carryOverUnfinished } from './carry-over-unfinished.ts';
import { howItWent } from './how-it-went.ts';
import { closingEvents } from './minutes-events.ts';
import { Minutes } from './minutes.entity.ts';
import { stopClock } from './stop-clock.ts';

/**
 * Ends a meeting: its clock stops, the agenda stays as it went, the minutes are a draft of what happened, each case that was handled is
 * due for feedback, and what is unfinished goes on at the next meeting.
 * @throws Forbidden, Refusal (MEETING_NOT_STARTED, MEETING_OVER …).
 */
export async function closeMeeting(
  tx: Transaction,
  viewer: Viewer,
  input: { meetingId: string },
): Promise<{ meetingId: string; minutesId: string }> {
  const meeting = await meetingForChange(tx, viewer, uuidOf('Meeting', input.meetingId), 'meetingId', null, 'CLOSE');
  const change = { by: viewer.personId, at: tx.now };

  await stopClock(tx, viewer, meeting.id);
  const agenda = await workingAgenda(tx, meeting.id);
  const items = await howItWent(tx, meeting.id, agenda);
  const publishedAgenda = meeting.publishedAgenda;
  const before = meeting.state;
  meeting.close(agenda, change);
  await tx.em.flush();
  const carried = await carryOverUnfinished(
    tx,
    meeting,
    items.filter(({ unfinished }) => unfinished),
    change,
  );
  const minutesId = tx.newId();
  tx.em.create(Minutes, Minutes.drawnUp(minutesId, meeting, { publishedAgenda, carried }, change));
  await tx.em.flush();
  await planFeedback(
    tx,
    meeting,
    items.filter(({ handled }) => handled),
  );
  for (const event of closingEvents('MEETING_CLOSED', meeting, { before, carriedOver: carried.length }))
    tx.record(event);
  return { meetingId: meeting.id, minutesId };
}
