import { planSeries } from '../../src/modules/meetings/meetings.module.ts';
import { globalId } from '../../src/platform/graphql/global-id.ts';
import type { Transaction } from '../../src/platform/streams/transaction.ts';
import type { DemoCalendar } from './demo-calendar.ts';
import { demoData } from './demo-data.ts';
import { secretaries } from './demo-meetings.ts';
import { demoId } from './demo-reference.ts';
import type { DemoStep } from './demo-steps.ts';

/**
 * The meetings that are told in full count as those of their months: they move by whole weeks to the day of loading, and so
 * may lie on another Thursday than the rhythm says.
 */
async function countAsSeries(tx: Transaction, tableId: string): Promise<void> {
  await tx.em.execute(
    `update meeting m set series_month = last.month from (
       select distinct on (month) id, month from (
         select id, starts_at, to_char(starts_at at time zone 'Europe/Amsterdam', 'YYYY-MM') as month from meeting where table_id = ?) one
       order by month, starts_at desc) last
     where m.id = last.id and m.series_month is null`,
    [tableId],
  );
}

/** Each table with a rhythm has its meetings made ahead, by its secretary. */
export const seriesSteps = (calendar: DemoCalendar): DemoStep[] =>
  demoData.tables
    .filter(({ rhythm }) => rhythm !== null)
    .map(({ key }) => ({
      key: `series-${key}`,
      at: calendar.past('2026-11-20', '16:00'),
      by: secretaries[key] ?? 'coordinator',
      take: async (tx, viewer) => {
        const tableId = demoId('table', key);
        await countAsSeries(tx, tableId);
        return planSeries(tx, viewer, { tableId: globalId('AccelerationTable', tableId) });
      },
    }));
