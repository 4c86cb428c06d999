import { uuidOf } from '../../platform/graphql/global-id.ts';
import { fieldProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { workingAgenda } from './agenda.ts';
import { meetingEvent } from './meeting-events.ts';
import { meetingForChange } from './meeting-for-change.ts';

export interface PublishAgenda {
  meetingId: string;
  expectedVersion: number;
}

/**
 * Shows the working version to all who may see the meeting, in place of what they saw before. Nothing happens when that
 * is the same already.
 * @throws Refusal, Forbidden.
 */
export async function publishAgenda(
  tx: Transaction,
  viewer: Viewer,
  input: PublishAgenda,
): Promise<{ meetingId: string }> {
  const meeting = await meetingForChange(
    tx,
    viewer,
    uuidOf('Meeting', input.meetingId),
    'meetingId',
    input.expectedVersion,
  );
  if (meeting.publishedAt !== null && meeting.unpublishedChanges === 0) return { meetingId: meeting.id };

  const agenda = await workingAgenda(tx, meeting.id);
  if (agenda.length === 0) refuse(fieldProblem('AGENDA_EMPTY', ['input', 'meetingId']));
  const before = meeting.state;
  meeting.publish(agenda, { by: viewer.personId, at: tx.now });
  await tx.em.flush();
  tx.record(
    meetingEvent(
      'AGENDA_PUBLISHED',
      meeting,
      before === meeting.state ? [] : [{ field: 'state', before, after: meeting.state }],
    ),
  );
  return { meetingId: meeting.id };
}
