import { isUnfinished } from '@versnellingstafel/shared/meetings/minutes';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import type { PublishedItem } from '../meeting.entity.ts';
import { closesMeeting } from '../closing-item.ts';

/** Reasons of items that come back by themselves. */
const recurring = ['FIXED', 'TEMPLATE', 'MINUTES_TO_ADOPT', 'PROMISES'];

interface ItemRun {
  id: string;
  started: boolean;
  finished: boolean;
  continued: boolean;
  /** Is it about cases, of which none is open any more? */
  settled: boolean;
  reasons: string[];
}

/** An item, and whether the table came to it or it goes on at the next meeting. */
export interface ItemThatWas extends PublishedItem {
  readonly handled: boolean;
  readonly unfinished: boolean;
}

/**
 * What became of each item, after the clock was stopped. An item on which something was agreed is handled, also when nobody made it the
 * current one.
 */
export async function howItWent(
  tx: Transaction,
  meetingId: string,
  agenda: readonly PublishedItem[],
): Promise<ItemThatWas[]> {
  const rows = await tx.em.execute<ItemRun[]>(
    `select i.id, r.started_at is not null as started,
       coalesce(r.finished, false) or i.outcome <> '' or exists (
         select from agenda_outcome o where o.agenda_item_id = i.id and o.withdrawn_at is null) as finished,
       exists (select from agenda_item c where c.continues_id = i.id) as continued,
       exists (select from agenda_item_subject s where s.agenda_item_id = i.id and s.bottleneck_id is not null) and not exists (
         select from agenda_item_subject s join bottleneck b on b.id = s.bottleneck_id
         where s.agenda_item_id = i.id and b.state not in ('RESOLVED', 'REFERRED', 'WITHDRAWN')) as settled,
       coalesce((select array_agg(reason ->> 'kind') from jsonb_array_elements(
         case when jsonb_typeof(i.why) = 'array' then i.why else '[]' end) reason), '{}') as reasons
     from agenda_item i left join agenda_item_run r on r.agenda_item_id = i.id where i.meeting_id = ?`,
    [meetingId],
  );
  const runs = new Map(rows.map((row) => [row.id, row]));
  return agenda.map((item) => {
    const run = runs.get(item.id);
    const started = run?.started ?? false;
    const finished = run?.finished ?? false;
    const comesBack = closesMeeting(item) || (run?.reasons.some((reason) => recurring.includes(reason)) ?? false);
    const goesNowhere = comesBack || run?.settled === true;
    const facts = { started, finished, current: false, recurring: goesNowhere, continued: run?.continued ?? false };
    const unfinished = isUnfinished(facts);
    return { ...item, unfinished, handled: (started || finished) && !unfinished };
  });
}
