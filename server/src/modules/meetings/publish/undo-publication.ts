import { takeBackMail } from '../../../platform/mail/mail-queue.ts';
import { uuidOf } from '../../../platform/graphql/global-id.ts';
import { fieldProblem, refuse } from '../../../platform/graphql/problem-data.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';
import { meetingEvent } from '../meeting-events.ts';
import { meetingForChange } from '../meeting-for-change.ts';
import { publicationsOf } from './publication.queries.ts';
import { undoableUntil } from './publications-seen.ts';

/**
 * Takes back what the viewer published last, while nobody has had mail of it: everybody sees again what they saw before.
 * @throws Refusal (MAIL_HAS_LEFT, NOTHING_TO_UNDO, changed meanwhile), Forbidden.
 */
export async function undoPublication(
  tx: Transaction,
  viewer: Viewer,
  input: { meetingId: string; expectedVersion: number },
): Promise<{ meetingId: string }> {
  const id = uuidOf('Meeting', input.meetingId);
  const meeting = await meetingForChange(tx, viewer, id, 'meetingId', input.expectedVersion, 'PUBLISH');
  const last = (await publicationsOf(tx.em, [meeting.id])).at(-1);
  const own = last?.before != null && last.publishedById === viewer.personId;
  if (!own) return refuse(fieldProblem('NOTHING_TO_UNDO', ['input', 'meetingId']));
  const until = undoableUntil(last, meeting, viewer.personId, tx.now);
  if (until === null || !(await takeBackMail(tx.em, last.id)))
    return refuse(fieldProblem('MAIL_HAS_LEFT', ['input', 'meetingId']));

  const before = meeting.state;
  meeting.takeBack(
    { ...last.before, publishedAt: last.before.publishedAt === null ? null : new Date(last.before.publishedAt) },
    { by: viewer.personId, at: tx.now },
  );
  await tx.em.execute('delete from publication where id = ?', [last.id]);
  await tx.em.flush();
  tx.record(
    meetingEvent(
      'PUBLICATION_UNDONE',
      meeting,
      before === meeting.state ? [] : [{ field: 'state', before, after: meeting.state }],
    ),
  );
  return { meetingId: meeting.id };
}
