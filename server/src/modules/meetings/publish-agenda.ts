import { agendaLimits } from '@versnellingstafel/shared/meetings/agenda';
import { InputCheck } from '../../platform/commands/input-check.ts';
import { uuidOf } from '../../platform/graphql/global-id.ts';
import { fieldProblem, refuse } from '../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../platform/streams/transaction.ts';
import type { Viewer } from '../people/people.module.ts';
import { workingAgenda } from './agenda.ts';
import { meetingEvent } from './meeting-events.ts';
import { meetingForChange } from './meeting-for-change.ts';
import { recordPublication, rememberEarlier } from './publish/record-publication.ts';
import { timesOf, workingSnapshots } from './publish/snapshot.queries.ts';

export interface PublishAgenda {
  meetingId: string;
  expectedVersion: number;
  message?: string | null | undefined;
}

/**
 * Shows the working version to all who may see the meeting, in place of what they saw before, and has them told by mail a minute
 * later: until then it can be taken back. Nothing happens when it is the same already.
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

  const check = new InputCheck();
  const message = check.optionalText('message', input.message, { max: agendaLimits.textMax }) ?? '';
  check.done();
  const agenda = await workingAgenda(tx, meeting.id);
  if (agenda.length === 0) refuse(fieldProblem('AGENDA_EMPTY', ['input', 'meetingId']));
  const { state: before, publishedVersion, publishedAgenda, unpublishedChanges } = meeting;
  const publishedAt = meeting.publishedAt?.toISOString() ?? null;
  await rememberEarlier(tx, meeting, timesOf(meeting));
  meeting.publish(agenda, { by: viewer.personId, at: tx.now });
  await tx.em.flush();
  const snapshot = (await workingSnapshots(tx.em, [meeting])).get(meeting.id);
  if (!snapshot) throw new Error('What is published has an agenda.');
  await recordPublication(tx, {
    meetingId: meeting.id,
    kind: 'AGENDA',
    publishedAt: tx.now,
    publishedById: viewer.personId,
    message,
    snapshot,
    before: { state: before, publishedAt, publishedVersion, publishedAgenda, unpublishedChanges },
  });
  tx.record(
    meetingEvent(
      'AGENDA_PUBLISHED',
      meeting,
      before === meeting.state ? [] : [{ field: 'state', before, after: meeting.state }],
    ),
  );
  return { meetingId: meeting.id };
}
