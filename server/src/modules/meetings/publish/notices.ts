import { agendaChanges, type AgendaSnapshot } from '@versnellingstafel/shared/meetings/agenda-changes';
import { takeBackMail } from '../../../platform/mail/mail-queue.ts';
import type { StoredEvent } from '../../../platform/streams/event.ts';
import type { Projector } from '../../../platform/streams/stream.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { Meeting } from '../meeting.entity.ts';
import type { KeptPlan } from '../series/series-events.ts';
import { publicationsOf } from './publication.queries.ts';
import { recordPublication, rememberEarlier } from './record-publication.ts';
import { timesOf } from './snapshot.queries.ts';

/**
 * Has it told when a meeting that people know of is moved, cancelled or restored. What is taken back before its mail has left is not
 * told at all: moved there and back again, nobody hears of it.
 */
export const noticeProjector: Projector = {
  handles: ['MEETING_RESCHEDULED', 'MEETING_CANCELLED', 'MEETING_RESTORED'],
  async project(tx, events) {
    for (const event of events) await tell(tx, event);
  },
};

interface NoticeFacts {
  readonly meetingId?: string;
  readonly remark?: string;
  readonly before?: KeptPlan;
}

async function tell(tx: Transaction, event: StoredEvent): Promise<void> {
  const { meetingId, remark, before } = event.payload as NoticeFacts;
  const [row] = await tx.em.execute<object[]>(
    'select * from meeting where id = ? and published_at is not null and ends_at > ? for update',
    [meetingId, event.at],
  );
  if (!row) return;
  const meeting = tx.em.map(Meeting, row);
  await rememberEarlier(tx, meeting, { ...timesOf(meeting), ...before, cancelled: event.type === 'MEETING_RESTORED' });
  const base = await toldBefore(tx, meeting);
  const snapshot = { ...timesOf(meeting), items: base.items };
  if (agendaChanges(base, snapshot).length === 0) return;
  await recordPublication(tx, {
    meetingId: meeting.id,
    kind: 'NOTICE',
    publishedAt: event.at,
    publishedById: event.actorId ?? meeting.updatedById,
    message: remark ?? '',
    snapshot,
    before: null,
  });
}

/** What people were told last. A notice that nobody has had yet is taken back: the new one says all of it. */
async function toldBefore(tx: Transaction, meeting: Meeting): Promise<AgendaSnapshot> {
  const told = await publicationsOf(tx.em, [meeting.id]);
  const last = told.pop();
  const earlier = told.at(-1);
  if (!last) throw new Error('What was published is remembered.');
  if (last.kind !== 'NOTICE' || last.mailLeft || !earlier || !(await takeBackMail(tx.em, last.id)))
    return last.snapshot;
  await tx.em.execute('delete from publication where id = ?', [last.id]);
  return earlier.snapshot;
}
