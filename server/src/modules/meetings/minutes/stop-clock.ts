import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { Viewer } from '../../people/people.module.ts';

/** Ends the run of a meeting: the current item gets the time it took until now and counts as finished. */
export async function stopClock(tx: Transaction, viewer: Viewer, meetingId: string): Promise<void> {
  const now = tx.now.toISOString();
  await tx.em.execute(
    `insert into agenda_item_run as done (agenda_item_id, meeting_id, started_at, spent_ms, finished)
     select r.current_item_id, r.meeting_id, coalesce(r.running_since, ?::timestamptz), 0, true from meeting_run r
     where r.meeting_id = ? and r.current_item_id is not null
     on conflict (agenda_item_id) do update set finished = true, started_at = coalesce(done.started_at, excluded.started_at),
       spent_ms = done.spent_ms + coalesce((select greatest(0, extract(epoch from (coalesce(r.paused_at, ?::timestamptz) - r.running_since)) * 1000)
         from meeting_run r where r.meeting_id = done.meeting_id), 0)`,
    [now, meetingId, now],
  );
  await tx.em.execute(
    `update meeting_run set closed_at = ?, closed_by_id = ?, current_item_id = null, running_since = null, paused_at = null where meeting_id = ?`,
    [now, viewer.personId, meetingId],
  );
}

/** The meeting goes on; no item is current until somebody goes to one. */
export async function goOn(tx: Transaction, meetingId: string): Promise<void> {
  await tx.em.execute('update meeting_run set closed_at = null, closed_by_id = null where meeting_id = ?', [meetingId]);
}
