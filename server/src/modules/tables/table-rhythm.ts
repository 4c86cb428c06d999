import type { Rhythm } from '@versnellingstafel/shared/tables/rhythm';
import type { Transaction } from '../../platform/streams/transaction.ts';
import { AccelerationTable } from './acceleration-table.entity.ts';

/** When a table meets and by when what is due, from its row. */
export function rhythmOf(table: AccelerationTable): Rhythm {
  const { meetingWeek, meetingWeekday } = table;
  return {
    day: meetingWeek == null || meetingWeekday == null ? null : { week: meetingWeek, weekday: meetingWeekday },
    starts: table.meetingStarts,
    ends: table.meetingEnds,
    location: table.meetingLocation,
    submitDaysBefore: -table.submitDays,
    papersDaysBefore: -table.papersDays,
    minutesDaysAfter: table.minutesDays,
    feedbackWorkingDays: table.feedbackDays,
    monthsWithout: table.monthsWithout,
    monthsAhead: table.monthsAhead,
    keepFilled: table.keepFilled,
  };
}

/**
 * The table with this UUID, locked until the transaction ends: two people who plan for one table wait for each other, so
 * that their meetings cannot overlap. Null when it is not there.
 */
export async function lockTable(tx: Transaction, tableId: string): Promise<AccelerationTable | null> {
  const [row] = await tx.em.execute<object[]>('select * from acceleration_table where id = ? for no key update', [
    tableId,
  ]);
  return row ? tx.em.map(AccelerationTable, row) : null;
}
