import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { workingAgenda } from '../agenda.ts';
import { beginItem } from './item-clock.ts';
import { MeetingRun } from './meeting-run.entity.ts';
import { runEvent, startedAtTable } from './run-events.ts';
import { runFor } from './running-meeting.ts';

/**
 * Begins a meeting: its first item is current and runs, and who starts it leads.
 * @throws Forbidden (CHAIR_OR_SECRETARY_ONLY), Refusal (not published, over, MEETING_STARTED_BY, AGENDA_EMPTY).
 */
export async function startMeeting(
  tx: Transaction,
  viewer: Viewer,
  input: { meetingId: string },
): Promise<{ meetingId: string; itemId: string }> {
  const { meeting } = await runFor(tx, viewer, input.meetingId, 'START');
  const [first] = await workingAgenda(tx, meeting.id);
  if (!first) return refuse(fieldProblem('AGENDA_EMPTY', ['input', 'meetingId']));

  const change = { by: viewer.personId, at: tx.now };
  const before = meeting.state;
  meeting.start(change);
  tx.em.create(MeetingRun, MeetingRun.started(meeting.id, first.id, change));
  await tx.em.flush();
  await beginItem(tx, meeting.id, first.id);
  tx.record(runEvent('MEETING_STARTED', meeting, { itemId: first.id }));
  tx.record(startedAtTable(meeting, before));
  return { meetingId: meeting.id, itemId: first.id };
}
