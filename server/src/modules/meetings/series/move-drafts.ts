import { deadlinesOf, seriesDateIn } from '@versnellingstafel/shared/tables/rhythm';
import type { Transaction } from '../../../platform/streams/transaction.ts';
import { type AccelerationTable, dutchHolidays, rhythmOf } from '../../tables/tables.module.ts';
import { type Change, Meeting } from '../meeting.entity.ts';
import { overlapping } from '../meeting-times.ts';
import { isPlan, keptPlan, rescheduledEvent } from './series-events.ts';

/**
 * Brings the drafts of the series to where the rhythm has them now. What was published or moved by hand stays, and so does
 * a draft whose new time has passed or is taken.
 * @param table locked, with a day and a place.
 */
export async function moveDrafts(tx: Transaction, table: AccelerationTable, change: Change): Promise<void> {
  const rhythm = rhythmOf(table);
  const rows = await tx.em.execute<object[]>(
    `select * from meeting where table_id = ? and state = 'DRAFT' and published_at is null and series_month is not null
       and moved_from is null and starts_at > ? order by starts_at for update`,
    [table.id, tx.now.toISOString()],
  );
  for (const row of rows) {
    const meeting = tx.em.map(Meeting, row);
    const to = seriesDateIn(meeting.seriesMonth ?? '', rhythm, dutchHolidays).meeting;
    if (to === null || to.startsAt <= tx.now) continue;
    const before = keptPlan(meeting);
    const deadlines = deadlinesOf(to.day, rhythm, dutchHolidays);
    const plan = { startsAt: to.startsAt, endsAt: to.endsAt, location: rhythm.location };
    const stays = isPlan(meeting, plan);
    if (stays && meeting.hasDeadlines(deadlines)) continue;
    // One after the other: each makes room for the next.
    if ((await overlapping(tx, table.id, [plan], [meeting.id])).length > 0) continue;
    meeting.rescheduleAsPlanned(plan, deadlines, change);
    await tx.em.flush();
    if (!stays) tx.record(rescheduledEvent(meeting, before));
  }
}
