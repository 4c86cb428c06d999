import type { AgendaSnapshot } from '@versnellingstafel/shared/meetings/agenda-changes';
import { queueMail } from '../../../platform/mail/mail-queue.ts';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Meeting } from '../meeting.entity.ts';
import type { Publication } from './publication.queries.ts';
import { publishedSnapshot } from './snapshot.queries.ts';
import { receiversOf } from './receivers.ts';

/** Kind of the mails that tell of a publication. */
export const publicationMail = 'meeting';

/** Remembers what is told of a meeting, and has it told by mail after a while. */
export async function recordPublication(tx: Transaction, told: Remembered): Promise<void> {
  const { meetingId, publishedAt } = told;
  const id = await remember(tx, told);
  const receivers = await receiversOf(tx.em, meetingId);
  await queueMail(tx.em, { kind: publicationMail, aboutId: id, at: publishedAt }, receivers);
}

/** What is kept of a publication; what can be told of it besides is not. */
type Remembered = Pick<
  Publication,
  'meetingId' | 'kind' | 'publishedAt' | 'publishedById' | 'message' | 'snapshot' | 'before'
>;

/**
 * Remembers what was published before publications were, so that the next one can tell what changed since.
 * @param times when and where it was to be then.
 */
export async function rememberEarlier(
  tx: Transaction,
  meeting: Meeting,
  times: Omit<AgendaSnapshot, 'items'>,
): Promise<void> {
  const [told] = await tx.em.execute<object[]>('select id from publication where meeting_id = ? limit 1', [meeting.id]);
  const snapshot = told ? null : await publishedSnapshot(tx.em, meeting);
  if (!snapshot || !meeting.publishedAt) return;
  await remember(tx, {
    meetingId: meeting.id,
    kind: 'AGENDA',
    publishedAt: meeting.publishedAt,
    publishedById: meeting.updatedById,
    message: '',
    snapshot: { ...snapshot, ...times },
    before: null,
  });
}

async function remember(tx: Transaction, told: Remembered): Promise<string> {
  const id = tx.newId();
  await tx.em.execute(
    `insert into publication (id, meeting_id, number, kind, published_at, published_by_id, message, snapshot, before)
     select ?, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?::jsonb, ?::jsonb from publication where meeting_id = ?`,
    [
      id,
      told.meetingId,
      told.kind,
      told.publishedAt,
      told.publishedById,
      told.message,
      JSON.stringify(told.snapshot),
      told.before && JSON.stringify(told.before),
      told.meetingId,
    ],
  );
  return id;
}
