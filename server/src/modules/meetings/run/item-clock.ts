import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { MeetingRun } from './meeting-run.entity.ts';

/** Notes that an item begins, or is taken up again. */
export async function beginItem(tx: Transaction, meetingId: string, itemId: string): Promise<void> {
  await tx.em.execute(
    `insert into agenda_item_run (agenda_item_id, meeting_id, started_at) values (?, ?, ?)
     on conflict (agenda_item_id) do update set started_at = coalesce(agenda_item_run.started_at, excluded.started_at), finished = false`,
    [itemId, meetingId, tx.now],
  );
}

/**
 * Keeps the stretch that the current item of a meeting ran, so that it counts no more from the clock.
 * @param finished is the table done with it?
 */
export async function keepStretch(
  tx: Transaction,
  run: MeetingRun,
  { finished }: { finished: boolean },
): Promise<void> {
  if (run.currentItemId === null) return;
  await tx.em.execute(
    `insert into agenda_item_run (agenda_item_id, meeting_id, started_at, spent_ms, finished) values (?, ?, ?, ?, ?)
     on conflict (agenda_item_id) do update
       set spent_ms = agenda_item_run.spent_ms + excluded.spent_ms, finished = agenda_item_run.finished or excluded.finished`,
    [run.currentItemId, run.meetingId, tx.now, run.stretchUntil(tx.now), finished],
  );
}

/** Gives an item more minutes, or takes some off. */
export async function giveMinutes(tx: Transaction, meetingId: string, itemId: string, minutes: number): Promise<void> {
  await tx.em.execute(
    `insert into agenda_item_run (agenda_item_id, meeting_id, extra_minutes) values (?, ?, ?)
     on conflict (agenda_item_id) do update set extra_minutes = agenda_item_run.extra_minutes + excluded.extra_minutes`,
    [itemId, meetingId, minutes],
  );
}
